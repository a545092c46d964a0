using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>Keeps what an hour is worth, and the win chance, true to the value of a deal and to its segment.</summary>
[Step(Message.Update, OpportunityTable.LogicalName, Pipeline.PostOperation, When = [OpportunityTable.EstimatedValue, OpportunityTable.SegmentId])]
public sealed class HoursFollowValue : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change) =>
        change.Recalculate(change.Rows.Select(row => row.Target.Id), MoveCause.StaleEvidence);
}
