using BuyerPath.Domain.Segments;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>An account as far as its segment goes.</summary>
/// <param name="Id">Row id.</param>
/// <param name="SegmentId">Its segment; null while it is in none.</param>
/// <param name="Columns">The columns that rules read.</param>
internal sealed record SegmentedAccount(Guid Id, Guid? SegmentId, IReadOnlyDictionary<string, object?> Columns);

/// <summary>What an account's segment brings to its opportunities.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="ProcessId">A version of its usual process; null for none.</param>
/// <param name="ScoringModelId">A version of its usual scoring model; null for none.</param>
internal sealed record SegmentDefaults(EntityReference Segment, Guid? ProcessId, Guid? ScoringModelId);

/// <summary>buy_segment rows as segments, and accounts as their rules read them.</summary>
internal static class SegmentRows
{
    /// <summary>The active segments, in the order in which they are tried: one query.</summary>
    /// <exception cref="Refusal">The rules of one cannot be read; the message names it.</exception>
    public static IReadOnlyList<Segment> Segments(this IOrganizationService data)
    {
        var query = new QueryExpression(SegmentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(SegmentTable.Name, SegmentTable.Order, SegmentTable.Rules),
        };
        query.AddOrder(SegmentTable.Order, OrderType.Ascending);
        return [.. data.All(query.OnlyActive()).Select(ToSegment)];
    }

    /// <summary>The columns of accounts that the rules of these segments read.</summary>
    public static IReadOnlyList<string> ColumnsOf(IEnumerable<Segment> segments) =>
        [.. segments.SelectMany(segment => segment.Rules.Columns).Distinct()];

    /// <summary>Reads an account with these columns, so that one that is not there is refused by its name: one query.</summary>
    public static void RequireAccountColumns(this IOrganizationService data, IEnumerable<string> columns) =>
        data.RetrieveMultiple(new QueryExpression(AccountTable.LogicalName) { ColumnSet = new ColumnSet([.. columns]), TopCount = 1 });

    /// <summary>These columns of an account: one query.</summary>
    public static Dictionary<string, object?> AccountColumns(this IOrganizationService data, Guid accountId, IReadOnlyList<string> columns) =>
        data.Retrieve(AccountTable.LogicalName, accountId, new ColumnSet([.. columns])).ValuesOf();

    /// <summary>The active accounts with these columns, page after page: one query for each 5,000.</summary>
    public static IEnumerable<SegmentedAccount> Accounts(this IOrganizationService data, IReadOnlyList<string> columns)
    {
        var query = new QueryExpression(AccountTable.LogicalName) { ColumnSet = new ColumnSet([AccountTable.SegmentId, .. columns]) };
        query.AddOrder(AccountTable.AccountId, OrderType.Ascending);
        return data.All(query.OnlyActive()).Select(row => new SegmentedAccount(row.Id, row.OptionalIdOf(AccountTable.SegmentId), row.ValuesOf()));
    }

    /// <summary>Puts an account into a segment, or out of all.</summary>
    public static void Assign(this IOrganizationService data, Guid accountId, Segment? segment) =>
        data.Update(new Entity(AccountTable.LogicalName, accountId) { [AccountTable.SegmentId] = Reference(segment) });

    /// <summary>A lookup to the segment; null to none.</summary>
    public static EntityReference? Reference(Segment? segment) =>
        segment is null ? null : new EntityReference(SegmentTable.LogicalName, segment.Id);

    /// <summary>What the account's segment brings; null while it is in none: one query.</summary>
    public static SegmentDefaults? SegmentOf(this IOrganizationService data, Guid accountId)
    {
        var query = new QueryExpression(SegmentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(SegmentTable.ProcessId, SegmentTable.ScoringModelId),
        };
        query.AddLink(AccountTable.LogicalName, SegmentTable.SegmentId, AccountTable.SegmentId)
            .LinkCriteria.AddCondition(AccountTable.AccountId, ConditionOperator.Equal, accountId);
        return data.RetrieveMultiple(query).Entities
            .Select(row => new SegmentDefaults(row.ToEntityReference(), row.OptionalIdOf(SegmentTable.ProcessId), row.OptionalIdOf(SegmentTable.ScoringModelId)))
            .SingleOrDefault();
    }

    private static Segment ToSegment(Entity row)
    {
        var rules = SegmentRules.Read(row.GetAttributeValue<string>(SegmentTable.Rules) ?? "");
        Change.Require(rules.Decision);
        return new Segment(row.Id, row.GetAttributeValue<string>(SegmentTable.Name), row.GetAttributeValue<int>(SegmentTable.Order), rules.Value);
    }
}
