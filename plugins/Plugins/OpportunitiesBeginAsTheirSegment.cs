using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps a new opportunity like others of its account's segment: it gets the segment, and the newest active versions of the
/// segment's process and scoring model. What the opportunity brings itself stands.
/// </summary>
[Step(Message.Create, OpportunityTable.LogicalName, Pipeline.PreOperation)]
public sealed class OpportunitiesBeginAsTheirSegment : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        foreach (var row in change.Rows)
        {
            if (row.Target.OptionalIdOf(OpportunityTable.ParentAccountId) is not { } account) continue;
            if (change.AllData.SegmentOf(account) is not { } segment) continue;

            Give(row, OpportunityTable.SegmentId, () => segment.Segment);
            Give(row, OpportunityTable.ProcessId, () => NewestActive(change, VersionTable.Processes, segment.ProcessId));
            Give(row, OpportunityTable.ScoringModelId, () => NewestActive(change, VersionTable.ScoringModels, segment.ScoringModelId));
        }
    }

    private static void Give(ChangedRow row, string lookup, Func<EntityReference?> value)
    {
        if (row.Target.OptionalIdOf(lookup) is null) row.Target[lookup] = value();
    }

    private static EntityReference? NewestActive(Change change, VersionTable table, Guid? id)
    {
        if (id is not { } version) return null;
        var newest = change.AllData.NewestActive(table, version);
        if (newest is null) change.Trace($"The segment's {table.LogicalName} has no active version: the opportunity begins without one.");
        return newest;
    }
}
