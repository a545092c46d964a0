using BuyerPath.Domain.Turns;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>Keeps every step of a mutual plan complete and where it was agreed, and counts how often its promise was put off.</summary>
[Step(Message.CreateMultiple, StepTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, StepTable.LogicalName, Pipeline.PreOperation,
    When = [StepTable.OpportunityId, StepTable.Name, StepTable.Party, StepTable.DueOn, StepTable.DoneOn, StepTable.IsDecisionDate],
    Before =
    [
        StepTable.OpportunityId, StepTable.Name, StepTable.Party, StepTable.DueOn, StepTable.IsDecisionDate,
        StepTable.FirstDueOn, StepTable.DueMoves,
    ])]
public sealed class StepsArePossible : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        change.RequireEach(row => StepRules.IsComplete(
            row.After<EntityReference>(StepTable.OpportunityId) is not null,
            row.After<string>(StepTable.Name),
            row.After<OptionSetValue>(StepTable.Party).To<Party>(),
            row.After<DateTime?>(StepTable.DueOn),
            row.After<bool>(StepTable.IsDecisionDate),
            row.Target.GetAttributeValue<DateTime?>(StepTable.DoneOn),
            change.Now));
        change.RequireEach(row => StepRules.StaysInPlace(row.Moves(StepTable.OpportunityId)));

        foreach (var row in change.Rows.Where(row => row.Target.Contains(StepTable.DueOn)))
            RememberPromises(row);
    }

    private static void RememberPromises(ChangedRow row)
    {
        var before = row.Before.GetAttributeValue<DateTime?>(StepTable.DueOn);
        var after = row.After<DateTime?>(StepTable.DueOn);
        row.Target[StepTable.FirstDueOn] = row.Before.GetAttributeValue<DateTime?>(StepTable.FirstDueOn) ?? after;
        row.Target[StepTable.DueMoves] = StepRules.MovesAfter(row.Before.GetAttributeValue<int>(StepTable.DueMoves), before, after);
    }
}
