using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Queries;

/// <summary>A row with the related rows that were asked for, by the name of their navigation property.</summary>
internal sealed record ReadRow(Entity Entity, IReadOnlyDictionary<string, IReadOnlyList<ReadRow>> Related);

/// <summary>Reads rows with what they expand to: one request for the rows, and one for each expansion however many rows there are.</summary>
internal sealed class RowReader(Metadata metadata, IOrganizationService organization, IDictionary<string, SingleValueNode> aliases)
{
    /// <summary>One row by id or alternate key.</summary>
    public ReadRow Retrieve(EntityReference key, Selection selection)
    {
        var request = new RetrieveRequest { Target = key, ColumnSet = selection.ToColumnSet() };
        var row = ((RetrieveResponse)organization.Execute(request)).Entity;
        return Expand([row], selection).Single();
    }

    /// <summary>A query for rows of the selection's table, with filter and order.</summary>
    public QueryExpression Query(Selection selection, FilterClause? filter, OrderByClause? order)
    {
        var query = new QueryExpression(selection.Table.LogicalName) { ColumnSet = selection.ToColumnSet() };
        var joins = new Joins(metadata, query.LinkEntities);
        if (filter is not null) query.Criteria.AddFilter(new FilterTranslation(selection.Table, metadata, joins, aliases).Translate(filter));
        for (var clause = order; clause is not null; clause = clause.ThenBy) query.Orders.Add(OrderBy(clause, joins));
        return query;
    }

    /// <summary>A query for the rows of a table that pass all filters.</summary>
    public QueryExpression Query(Table table, IReadOnlyList<FilterClause> filters)
    {
        var query = new QueryExpression(table.LogicalName);
        var joins = new Joins(metadata, query.LinkEntities);
        foreach (var filter in filters) query.Criteria.AddFilter(new FilterTranslation(table, metadata, joins, aliases).Translate(filter));
        return query;
    }

    private static OrderExpression OrderBy(OrderByClause clause, Joins joins)
    {
        if (clause.Expression is not SingleValuePropertyAccessNode property) throw Unsupported.Feature($"the expression {clause.Expression.Kind}", "$orderby");

        var (alias, column) = joins.ColumnOf(property);
        var type = clause.Direction == OrderByDirection.Descending ? OrderType.Descending : OrderType.Ascending;
        return new OrderExpression(column.LogicalName, type) { EntityName = alias };
    }

    /// <summary>The related rows of rows that were read already.</summary>
    public IReadOnlyList<ReadRow> Expand(IReadOnlyList<Entity> rows, Selection selection)
    {
        var found = selection.Expansions.ToDictionary(expansion => expansion.Navigation.Name, expansion => Follow(rows, expansion));
        return [.. rows.Select(row => new ReadRow(row, found.ToDictionary(expansion => expansion.Key, expansion => expansion.Value(row))))];
    }

    private Func<Entity, IReadOnlyList<ReadRow>> Follow(IReadOnlyList<Entity> rows, Expansion expansion) =>
        !expansion.Navigation.IsCollection ? FollowToOne(rows, expansion)
        : expansion.Navigation.Through is { } intersect ? FollowThrough(rows, expansion, intersect)
        : FollowToMany(rows, expansion);

    private Func<Entity, IReadOnlyList<ReadRow>> FollowToOne(IReadOnlyList<Entity> rows, Expansion expansion)
    {
        var (target, lookup) = (expansion.Navigation.Target, expansion.Navigation.Lookup.LogicalName);
        // A lookup with several targets has a navigation property for each; this one leads only to its own.
        Guid? IdIn(Entity row) => row.GetAttributeValue<EntityReference>(lookup) is { } reference && reference.LogicalName == target.LogicalName ? reference.Id : null;

        var ids = rows.Select(IdIn).OfType<Guid>().Distinct().ToArray();
        var byId = ReadAll(expansion, target.Columns[target.PrimaryKey], ids).ToDictionary(row => row.Entity.Id);
        return row => IdIn(row) is { } id && byId.TryGetValue(id, out var related) ? [related] : [];
    }

    private Func<Entity, IReadOnlyList<ReadRow>> FollowToMany(IReadOnlyList<Entity> rows, Expansion expansion)
    {
        var lookup = expansion.Navigation.Lookup;
        var byParent = ReadAll(expansion, lookup, [.. rows.Select(row => row.Id)]).ToLookup(row => row.Entity.GetAttributeValue<EntityReference>(lookup.LogicalName).Id);
        return row => [.. byParent[row.Id].Take(expansion.Top ?? Paging.MostRows)];
    }

    private Func<Entity, IReadOnlyList<ReadRow>> FollowThrough(IReadOnlyList<Entity> rows, Expansion expansion, Intersect intersect)
    {
        var (near, far) = (expansion.Navigation.Lookup.LogicalName, intersect.Far.LogicalName);
        var pairs = new QueryExpression(intersect.Table.LogicalName) { ColumnSet = new ColumnSet(near, far) };
        pairs.Criteria.AddCondition(near, ConditionOperator.In, [.. rows.Select(row => (object)row.Id)]);
        var linked = (rows.Count == 0 ? [] : All(pairs)).ToLookup(pair => pair.GetAttributeValue<Guid>(near), pair => pair.GetAttributeValue<Guid>(far));

        var found = ReadAll(expansion, expansion.Navigation.Target.Columns[expansion.Navigation.Target.PrimaryKey], [.. linked.SelectMany(ids => ids).Distinct()]);
        return row => [.. found.Where(related => linked[row.Id].Contains(related.Entity.Id)).Take(expansion.Top ?? Paging.MostRows)];
    }

    private List<ReadRow> ReadAll(Expansion expansion, Column column, Guid[] ids)
    {
        if (ids.Length == 0) return [];

        var query = Query(expansion.Selection, expansion.Filter, expansion.Order);
        if (!query.ColumnSet.AllColumns && !query.ColumnSet.Columns.Contains(column.LogicalName)) query.ColumnSet.AddColumn(column.LogicalName);
        query.Criteria.AddCondition(column.LogicalName, ConditionOperator.In, [.. ids]);
        return [.. Expand([.. All(query)], expansion.Selection)];
    }

    private List<Entity> All(QueryExpression query)
    {
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = Paging.MostRows };
        List<Entity> read = [];
        while (true)
        {
            var page = organization.RetrieveMultiple(query);
            read.AddRange(page.Entities);
            if (!page.MoreRecords) return read;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
