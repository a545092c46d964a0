using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps scores true to the columns that criteria read, of the opportunity and of its account. Which they are is data, so no
/// filter can name them: a save that cannot matter ends before any service call, another after one query.
/// </summary>
[Step(Message.Update, OpportunityTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.Update, AccountTable.LogicalName, Pipeline.PostOperation)]
public sealed class ScoresFollowColumns : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var columns = change.Rows
            .SelectMany(row => row.Target.Attributes.Select(column => column.Key))
            .Except(OpportunityRows.Calculated)
            .Except([OpportunityTable.OpportunityId, AccountTable.AccountId, AccountTable.SegmentId])
            .Distinct()
            .ToList();
        if (columns.Count == 0) return;

        var ids = change.Rows.Select(row => row.Target.Id).ToList();
        var read = change.Table == AccountTable.LogicalName
            ? change.AllData.OpenReadingAccounts(ids, columns)
            : change.AllData.OpenReading(ids, columns);
        if (read.Count > 0) change.Recalculate(read, MoveCause.StaleEvidence);
    }
}
