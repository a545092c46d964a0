using BuyerPath.Domain.Segments;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>Keeps a segment's rules readable, and about columns that accounts have.</summary>
[Step(Message.CreateMultiple, SegmentTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, SegmentTable.LogicalName, Pipeline.PreOperation, When = [SegmentTable.Rules])]
public sealed class SegmentsAreSound : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        change.RequireEach(row => RulesOf(row).Decision);

        var columns = change.Rows.SelectMany(row => RulesOf(row).Value.Columns).Distinct().ToList();
        if (columns.Count > 0) change.AllData.RequireAccountColumns(columns);
    }

    private static Domain.Parsed<SegmentRules> RulesOf(ChangedRow row) => SegmentRules.Read(row.After<string>(SegmentTable.Rules) ?? "");
}
