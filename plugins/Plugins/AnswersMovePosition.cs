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

        var opportunityIds = change.Rows.Select(row => row.After<EntityReference>(AnswerTable.OpportunityId)!.Id);
        var journeys = change.Recalculate(opportunityIds, CauseOf(change.Message));

        if (change.Message == Message.CreateMultiple)
            change.RequireEach(row => AnswerRules.BelongsTo(
                journeys[row.Target.IdOf(AnswerTable.OpportunityId)]?.Position.Process,
                row.Target.IdOf(AnswerTable.QuestionId)));
    }

    /// <summary>The call that records several answers recalculates once, at its end; the answers of a deleted opportunity move nothing.</summary>
    private static bool HappensWithin(Change change) =>
        change.IsPartOf(RecordAnswers.Name) || change.IsPartOf(Message.Delete, OpportunityTable.LogicalName);

    private static MoveCause CauseOf(string message) => message switch
    {
        Message.CreateMultiple => MoveCause.NewAnswer,
        Message.UpdateMultiple => MoveCause.ChangedAnswer,
        _ => MoveCause.WithdrawnAnswer,
    };
}
