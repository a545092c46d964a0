using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>Reading whole answers to a query, page after page.</summary>
internal static class Reading
{
    /// <summary>Rows that Dataverse returns at most at a time.</summary>
    private const int PageSize = 5000;

    /// <summary>Ids that one query names at most.</summary>
    public const int MostIds = 1000;

    /// <summary>The state of a row that is not deactivated, on every table of ours.</summary>
    internal const int Active = 0;

    private const string StateCode = "statecode";

    /// <summary>Every row that the query finds: one service call for each 5,000 of them.</summary>
    public static IEnumerable<Entity> All(this IOrganizationService data, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize };
        while (true)
        {
            var page = data.RetrieveMultiple(query);
            foreach (var row in page.Entities) yield return row;
            if (!page.MoreRecords) yield break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>A query for rows whose lookup points at one of these.</summary>
    public static QueryExpression Query(string table, string lookup, IEnumerable<Guid> ids, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(lookup, ConditionOperator.In, [.. ids.Cast<object>()]);
        return query;
    }

    /// <summary>The query for those rows only that are not deactivated.</summary>
    public static QueryExpression OnlyActive(this QueryExpression query)
    {
        query.Criteria.AddCondition(StateCode, ConditionOperator.Equal, Active);
        return query;
    }

    /// <summary>The id that a lookup holds.</summary>
    public static Guid IdOf(this Entity row, string lookup) => row.GetAttributeValue<EntityReference>(lookup).Id;

    /// <summary>The id that a lookup holds, or null when it is empty.</summary>
    public static Guid? OptionalIdOf(this Entity row, string lookup) => row.GetAttributeValue<EntityReference>(lookup)?.Id;
}
