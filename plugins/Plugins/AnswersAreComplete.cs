using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>Keeps every answer complete: what, on which opportunity, how we know it, and since when; and keeps it where it was given.</summary>
[Step(Message.CreateMultiple, AnswerTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, AnswerTable.LogicalName, Pipeline.PreOperation,
    When = [AnswerTable.OpportunityId, AnswerTable.QuestionId, AnswerTable.Value, AnswerTable.Grade, AnswerTable.AnsweredOn],
    Before = [AnswerTable.OpportunityId, AnswerTable.QuestionId, AnswerTable.Value, AnswerTable.Grade])]
public sealed class AnswersAreComplete : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        change.RequireEach(row => AnswerRules.IsComplete(
            row.After<EntityReference>(AnswerTable.OpportunityId) is not null,
            row.After<EntityReference>(AnswerTable.QuestionId) is not null,
            row.After<OptionSetValue>(AnswerTable.Value).To<AnswerValue>(),
            row.After<OptionSetValue>(AnswerTable.Grade).To<EvidenceGrade>(),
            row.Target.GetAttributeValue<DateTime?>(AnswerTable.AnsweredOn),
            change.Now));
        change.RequireEach(row => AnswerRules.StaysInPlace(
            row.Moves(AnswerTable.OpportunityId), row.Moves(AnswerTable.QuestionId)));

        foreach (var row in change.Rows.Where(SaysSomethingNewWithoutDate))
            row.Target[AnswerTable.AnsweredOn] = change.Now;
    }

    private static bool SaysSomethingNewWithoutDate(ChangedRow row) =>
        row.Target.GetAttributeValue<DateTime?>(AnswerTable.AnsweredOn) is null
        && (row.Target.Contains(AnswerTable.Value) || row.Target.Contains(AnswerTable.Grade) || row.Target.Contains(AnswerTable.AnsweredOn));
}
