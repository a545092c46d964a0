using BuyerPath.Domain;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>A table whose rows are versions, which opportunities follow.</summary>
/// <param name="LogicalName">Its name.</param>
/// <param name="Id">Primary key.</param>
/// <param name="Name">Primary name.</param>
/// <param name="Key">The key that the versions of one thing share.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="Lifecycle">The state of its life.</param>
/// <param name="FollowedBy">The opportunity's lookup to it.</param>
internal sealed record VersionTable(
    string LogicalName, string Id, string Name, string Key, string Version, string Lifecycle, string FollowedBy)
{
    /// <summary>Buying processes.</summary>
    public static readonly VersionTable Processes = new(
        ProcessTable.LogicalName, ProcessTable.ProcessId, ProcessTable.Name, ProcessTable.Key, ProcessTable.Version,
        ProcessTable.Lifecycle, OpportunityTable.ProcessId);

    /// <summary>Scoring models.</summary>
    public static readonly VersionTable ScoringModels = new(
        ScoringModelTable.LogicalName, ScoringModelTable.ScoringModelId, ScoringModelTable.Name, ScoringModelTable.Key,
        ScoringModelTable.Version, ScoringModelTable.Lifecycle, OpportunityTable.ScoringModelId);
}

/// <summary>What is asked of versions, whatever they are versions of.</summary>
internal static class VersionRows
{
    /// <summary>Of these versions those that an opportunity follows, open or closed, with their names: one query.</summary>
    public static IReadOnlyDictionary<Guid, string> FollowedOf(this IOrganizationService data, VersionTable table, IEnumerable<Guid> ids)
    {
        var query = Reading.Query(table.LogicalName, table.Id, ids, table.Name);
        query.AddLink(OpportunityTable.LogicalName, table.Id, table.FollowedBy, JoinOperator.Exists);
        return data.All(query).ToDictionary(row => row.Id, row => row.GetAttributeValue<string>(table.Name));
    }

    /// <summary>The newest active version of this key; null when there is none: one query.</summary>
    public static EntityReference? NewestActive(this IOrganizationService data, VersionTable table, string? key)
    {
        var query = Newest(table, table.Id);
        query.Criteria.AddCondition(table.Key, ConditionOperator.Equal, key ?? "");
        return data.NewestActive(table, query);
    }

    /// <summary>The newest active version of what this row is a version of; null when there is none: one query.</summary>
    public static EntityReference? NewestActive(this IOrganizationService data, VersionTable table, Guid id)
    {
        var query = Newest(table, table.Id);
        query.AddLink(table.LogicalName, table.Key, table.Key).LinkCriteria.AddCondition(table.Id, ConditionOperator.Equal, id);
        return data.NewestActive(table, query);
    }

    /// <summary>The highest version of this key, whatever its state: one query.</summary>
    public static int HighestVersionOf(this IOrganizationService data, VersionTable table, string key)
    {
        var query = Newest(table, table.Version);
        query.Criteria.AddCondition(table.Key, ConditionOperator.Equal, key);
        return data.RetrieveMultiple(query).Entities.Single().GetAttributeValue<int>(table.Version);
    }

    private static EntityReference? NewestActive(this IOrganizationService data, VersionTable table, QueryExpression query)
    {
        query.Criteria.AddCondition(table.Lifecycle, ConditionOperator.Equal, Lifecycle.Active.ToOption().Value);
        return data.RetrieveMultiple(query).Entities.SingleOrDefault()?.ToEntityReference();
    }

    private static QueryExpression Newest(VersionTable table, string column)
    {
        var query = new QueryExpression(table.LogicalName) { ColumnSet = new ColumnSet(column), TopCount = 1 };
        query.AddOrder(table.Version, OrderType.Descending);
        return query;
    }
}
