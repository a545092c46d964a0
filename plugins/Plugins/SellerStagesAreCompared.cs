using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>Keeps the alignment true to the seller's own stage, which this solution reads and never drives.</summary>
[Step(Message.Update, OpportunityTable.LogicalName, Pipeline.PostOperation, When = [OpportunityTable.SalesStage, OpportunityTable.StepName])]
public sealed class SellerStagesAreCompared : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change) =>
        change.Recalculate(change.Rows.Select(row => row.Target.Id), MoveCause.StaleEvidence);
}
