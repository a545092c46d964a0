using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Turns;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>Keeps whose turn it is true to the mutual plan, on every path by which steps change; a plan that cannot be done is refused.</summary>
[Step(Message.CreateMultiple, StepTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.UpdateMultiple, StepTable.LogicalName, Pipeline.PostOperation,
    When =
    [
        StepTable.Name, StepTable.Party, StepTable.DueOn, StepTable.DoneOn, StepTable.EffortHours, StepTable.AfterStepId,
        StepTable.IsDecisionDate, StepTable.HasOutsideReason, StepTable.StateCode,
    ],
    Before = [StepTable.OpportunityId])]
[Step(Message.Delete, StepTable.LogicalName, Pipeline.PostOperation, Before = [StepTable.OpportunityId])]
public sealed class StepsDecideTurn : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        if (change.IsPartOf(Message.Delete, OpportunityTable.LogicalName)) return;

        var calculated = change.Recalculate(change.Rows.Select(OpportunityOf), MoveCause.StaleEvidence);

        change.RequireEach(row => StepRules.WaitsInItsPlan(
            row.Target.OptionalIdOf(StepTable.AfterStepId), calculated[OpportunityOf(row)].Around.Steps));
        foreach (var opportunity in calculated.Values)
            Change.Require(PlanRules.IsPossible(opportunity.Around.Steps));
    }

    private static Guid OpportunityOf(ChangedRow row) => row.After<EntityReference>(StepTable.OpportunityId)!.Id;
}
