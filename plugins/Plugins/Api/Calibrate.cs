using BuyerPath.Domain.Calibration;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Api;

/// <summary>
/// Learns from the closed opportunities of a process, all its versions, a page at a time. What was counted rests in a row of
/// buy_calibration, so a break loses one page at most. Whoever may write such rows may calibrate.
/// </summary>
[CustomApi(Name, BoundTo = ProcessTable.LogicalName,
    English = "Calibrate",
    Finnish = "Kalibroi",
    EnglishDescription = "Learns from closed opportunities of a buying process, a part at a time, and stores a proposal. Call it until none is left; nothing changes until the proposal is accepted.",
    FinnishDescription = "Oppii ostoprosessin päättyneistä myyntimahdollisuuksista osa kerrallaan ja tallentaa ehdotuksen. Kutsutaan, kunnes yhtään ei ole jäljellä; mikään ei muutu ennen hyväksymistä.")]
[ApiParameter(ScoringModel, ParameterType.EntityReference, IsOptional = true, Table = ScoringModelTable.LogicalName,
    English = "The scoring model whose criteria are weighed; the newest active one of the process's key when left out.",
    Finnish = "Arviointimalli, jonka kriteerejä punnitaan; oletus on prosessin avaimen uusin aktiivinen malli.")]
[ApiParameter(Most, ParameterType.Integer, IsOptional = true,
    English = "How many opportunities to read at most: 1 to 1000, 500 when left out.",
    Finnish = "Montako myyntimahdollisuutta enintään luetaan: 1–1000, oletus 500.")]
[ApiProperty(CalibrationId, ParameterType.Guid,
    English = "The id of the calibration.",
    Finnish = "Kalibroinnin tunniste.")]
[ApiProperty(Read, ParameterType.Integer,
    English = "How many opportunities this call has read.",
    Finnish = "Montako myyntimahdollisuutta tämä kutsu luki.")]
[ApiProperty(Left, ParameterType.Integer,
    English = "How many are left to read, those of a second reading included; 0 when there is a proposal, or a reason why not.",
    Finnish = "Montako on lukematta, toinen lukukerta mukaan lukien; 0, kun on ehdotus tai syy, miksi sitä ei ole.")]
[ApiProperty(Summary, ParameterType.String,
    English = "What history says, or why it is not enough; empty while some are left.",
    Finnish = "Mitä historia kertoo tai miksi se ei riitä; tyhjä, kun lukemista on jäljellä.")]
public sealed class Calibrate : Plugin
{
    /// <summary>Name of the Custom API.</summary>
    public const string Name = "buy_Calibrate";

    private const string ScoringModel = "ScoringModel";
    private const string Most = "Most";
    private const string CalibrationId = "CalibrationId";
    private const string Read = "Read";
    private const string Left = "Left";
    private const string Summary = "Summary";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var processId = change.Input<EntityReference>("Target").Id;
        var model = change.OptionalInput<EntityReference>(ScoringModel);
        var most = change.OptionalInput<int?>(Most) ?? CalibrationRules.UsualMost;
        Change.Require(CalibrationRules.MayRead(most));

        var running = change.Data.RunningCalibration(processId) ?? Begun(change, processId, model);
        var stored = change.Data.LockedCalibration(running, change.Now);
        Change.Require(CalibrationRules.MayCarryOn(stored.ModelId, model?.Id));
        var subject = change.AllData.CalibrationSubject(processId, stored.ModelId);
        var run = stored.ResumedOn(subject);

        var page = change.AllData.ClosedDeals(subject.Process.Key, subject.ModelKey, stored.TakenOn, stored.Place.Start, most);
        foreach (var deal in page.Deals) run.Read(deal, stored.Place.IsSecondReading);

        var readings = stored.Readings + page.Deals.Count;
        var next = stored.Place.After(page, run);
        change.Answer(CalibrationId, stored.Id);
        change.Answer(Read, page.Deals.Count);
        change.Answer(Left, next is null ? 0 : stored.LeftAfter(readings));
        change.Answer(Summary, change.Data.Store(stored.Id, run, next, readings, () => change.Language));
    }

    private static EntityReference Begun(Change change, Guid processId, EntityReference? model)
    {
        var key = change.AllData.KeyOf(VersionTable.Processes, processId);
        var subject = change.AllData.CalibrationSubject(processId, (model ?? change.AllData.NewestActive(VersionTable.ScoringModels, key))?.Id);
        return change.Data.BeginCalibration(subject, change.AllData.CountClosedDeals(key, change.Now), change.Now);
    }
}
