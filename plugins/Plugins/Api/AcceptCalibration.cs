using BuyerPath.Domain.Calibration;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Accepts what a calibration proposes: win chances are read from it from now on, and proposed weights become drafts, new versions
/// of the process and the model, which an administrator may look at, change and activate. Nothing that is active changes.
/// </summary>
[CustomApi(Name, BoundTo = CalibrationTable.LogicalName,
    English = "Accept calibration",
    Finnish = "Hyväksy kalibrointi",
    EnglishDescription = "Accepts a proposed calibration: win chances are read from it, and proposed weights become drafts of new versions, which an administrator activates.",
    FinnishDescription = "Hyväksyy ehdotetun kalibroinnin: voiton todennäköisyydet luetaan siitä, ja ehdotetut painot tulevat uusien versioiden luonnoksiin, jotka pääkäyttäjä aktivoi.")]
[ApiProperty(ProcessId, ParameterType.Guid,
    English = "The id of the draft of the process; empty when no weight of a question changes.",
    Finnish = "Prosessin luonnoksen tunniste; tyhjä, kun minkään kysymyksen paino ei muutu.")]
[ApiProperty(ScoringModelId, ParameterType.Guid,
    English = "The id of the draft of the scoring model; empty when no weight of a criterion changes.",
    Finnish = "Arviointimallin luonnoksen tunniste; tyhjä, kun minkään kriteerin paino ei muutu.")]
public sealed class AcceptCalibration : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_AcceptCalibration";

    private const string ProcessId = "ProcessId";
    private const string ScoringModelId = "ScoringModelId";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var stored = change.Data.LockedCalibration(change.Input<EntityReference>("Target"), change.Now);
        Change.Require(CalibrationRules.MayAccept(stored.State));

        // What was proposed is a function of what was counted: nothing is read back from the text that people see.
        var subject = change.AllData.CalibrationSubject(stored.ProcessId, stored.ModelId);
        var proposal = stored.ResumedOn(subject).Propose();

        change.Data.Accept(stored.Id, subject.Process.Key);
        if (change.Data.DraftOf(subject.Process, proposal.Questions.Value) is { } process) change.Answer(ProcessId, process);
        if (change.Data.DraftOf(subject.Model, proposal.Criteria.Value) is { } model) change.Answer(ScoringModelId, model);
    }
}
