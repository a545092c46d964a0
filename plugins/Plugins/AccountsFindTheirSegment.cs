using BuyerPath.Domain.Segments;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps an account in the first segment whose rules hold for it. Which columns rules read is data, so no filter can name them;
/// a segment that the save itself gives stands until one of those columns changes.
/// </summary>
[Step(Message.Create, AccountTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.Update, AccountTable.LogicalName, Pipeline.PreOperation)]
public sealed class AccountsFindTheirSegment : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        foreach (var row in change.Rows.Where(row => !row.Target.Contains(AccountTable.SegmentId)))
        {
            var segments = change.AllData.Segments();
            var read = SegmentRows.ColumnsOf(segments);
            var isNew = change.Message == Message.Create;
            if (segments.Count == 0 || !isNew && !read.Any(row.Target.Contains)) continue;

            var columns = isNew ? [] : change.AllData.AccountColumns(row.Target.Id, read);
            foreach (var sent in row.Target.ValuesOf(read)) columns[sent.Key] = sent.Value;
            row.Target[AccountTable.SegmentId] = SegmentRows.Reference(Segment.For(segments, columns));
        }
    }
}
