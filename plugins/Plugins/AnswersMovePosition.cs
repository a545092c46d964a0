using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>Keeps an opportunity's position, visits and journey true to its answers, on every path by which answers change.</summary>
[Step(Message.CreateMultiple, AnswerTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.UpdateMultiple, AnswerTable.LogicalName, Pipeline.PostOperation,
    When = [AnswerTable.Value, AnswerTable.Grade, AnswerTable.AnsweredOn, AnswerTable.SourceId, AnswerTable.StateCode],
    Before = [AnswerTable.OpportunityId])]
[Step(Message.Delete, AnswerTable.LogicalName, Pipeline.PostOperation, Before = [AnswerTable.OpportunityId])]
public sealed class AnswersMovePosition : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        if (HappensWithin(change)) return;

        var calculated = change.Recalculate(change.Rows.Select(OpportunityOf), CauseOf(change.Message));

        change.RequireEach(row => AnswerRules.MayBeRecorded(calculated[OpportunityOf(row)].IsClosed && !ForgetsOnlyItsSource(row)));
        if (change.Message == Message.CreateMultiple)
            change.RequireEach(row => AnswerRules.BelongsTo(
                calculated[OpportunityOf(row)].Process, row.Target.IdOf(AnswerTable.QuestionId)));
    }

    private static Guid OpportunityOf(ChangedRow row) => row.After<EntityReference>(AnswerTable.OpportunityId)!.Id;

    /// <summary>A contact can be deleted whatever has become of the opportunities on which they are a source.</summary>
    private static bool ForgetsOnlyItsSource(ChangedRow row) => row.Target.Contains(AnswerTable.SourceId)
        && !row.Target.Contains(AnswerTable.Value) && !row.Target.Contains(AnswerTable.Grade)
        && !row.Target.Contains(AnswerTable.AnsweredOn) && !row.Target.Contains(AnswerTable.StateCode);

    /// <summary>
    /// Whoever records or keeps several answers recalculates once, at the end; the answers of a deleted opportunity move nothing.
    /// </summary>
    private static bool HappensWithin(Change change) =>
        change.IsPartOf(RecordAnswers.Name) || change.IsDuring(OpportunitiesFollowTheirProcess.KeepingAnswers) || change.IsPartOf(Message.Delete, OpportunityTable.LogicalName);

    private static MoveCause CauseOf(string message) => message switch
    {
        Message.CreateMultiple => MoveCause.NewAnswer,
        Message.UpdateMultiple => MoveCause.ChangedAnswer,
        _ => MoveCause.WithdrawnAnswer,
    };
}
