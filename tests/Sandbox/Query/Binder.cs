using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>
/// Checks a query against the model and makes a <see cref="Plan"/> of it: every table, column, alias and operator is
/// resolved here, so that nothing can fail while rows are read.
/// </summary>
internal sealed class Binder(QueryContext context)
{
    /// <summary>Documented limit of Dataverse.</summary>
    private const int MostLinks = 15;

    private int _links;

    private Conditions Conditions => field ??= new Conditions(context, this);

    /// <summary>The root, its links and the filter of a query.</summary>
    public (Plan Plan, Scope Scope) Bind(QueryExpression query)
    {
        var scope = new Scope(TableOf(query.EntityName));
        var related = AddLinks(scope, scope.Root, query.LinkEntities);
        var criteria = Conditions.Bind(query.Criteria, scope, scope.Root);
        return (new Plan(scope.Sources, scope.Joins, new AllOf([.. related, criteria])), scope);
    }

    /// <summary>A filter that asks for related rows of the source, from a link that adds no row.</summary>
    public RelatedRows BindRelated(LinkEntity link, Source parent)
    {
        CountLink();
        RefuseOutput(link);
        var (from, rows, table) = BindEnds(link, parent);
        var scope = new Scope(table, link.EntityAlias, isAnswered: false);
        var related = AddLinks(scope, scope.Root, link.LinkEntities);
        var criteria = Conditions.Bind(link.LinkCriteria, scope, scope.Root);
        return new RelatedRows(parent, from, rows, new Plan(scope.Sources, scope.Joins, new AllOf([.. related, criteria])), link.JoinOperator);
    }

    /// <summary>Adds links and those below them, in the order of the query; those that add no row come back as filters.</summary>
    private List<Filter> AddLinks(Scope scope, Source parent, IEnumerable<LinkEntity> links)
    {
        var related = new List<Filter>();
        foreach (var link in links)
        {
            switch (link.JoinOperator)
            {
                case JoinOperator.Inner or JoinOperator.LeftOuter:
                    related.AddRange(AddJoin(scope, parent, link));
                    break;
                case JoinOperator.Exists or JoinOperator.In:
                    related.Add(BindRelated(link, parent));
                    break;
                case JoinOperator.Any or JoinOperator.NotAny or JoinOperator.All or JoinOperator.NotAll:
                    throw QueryFault.Join($"The link type {link.JoinOperator} (to {link.LinkToEntityName}) belongs inside a filter.");
                default:
                    throw Unsupported.Feature($"the link type {link.JoinOperator}", $"link to {link.LinkToEntityName}");
            }
        }

        return related;
    }

    private List<Filter> AddJoin(Scope scope, Source parent, LinkEntity link)
    {
        CountLink();
        if (!scope.IsAnswered) RefuseOutput(link);
        var (from, rows, table) = BindEnds(link, parent);
        var child = scope.Add(table, link, defaultAlias: $"{table.LogicalName}{_links}");
        var criteria = Conditions.Bind(link.LinkCriteria, scope, child);
        scope.Add(new Join(parent, from, child, rows, criteria, link.JoinOperator == JoinOperator.LeftOuter));
        return AddLinks(scope, child, link.LinkEntities);
    }

    private (Column From, RowsByValue Rows, Table Table) BindEnds(LinkEntity link, Source parent)
    {
        var table = TableOf(link.LinkToEntityName);
        var from = parent.Column(link.LinkFromAttributeName);
        var to = table.Find(link.LinkToAttributeName ?? "") ?? throw QueryFault.UnknownColumn(table, link.LinkToAttributeName);
        if (PlainValues.TypeOf(from) != PlainValues.TypeOf(to) || from.Type == ColumnType.Choices)
            throw QueryFault.Join($"{parent.Table.LogicalName}.{from.LogicalName} ({from.Type}) cannot be linked to {table.LogicalName}.{to.LogicalName} ({to.Type}).");
        return (from, new RowsByValue(context.Rows, table, to), table);
    }

    private static void RefuseOutput(LinkEntity link)
    {
        if (link.Columns is { AllColumns: true } or { Columns.Count: > 0 } || link.Orders.Count > 0)
            throw QueryFault.Join($"The link {link.JoinOperator} to {link.LinkToEntityName} adds no rows, so it has no columns to ask for or to order by.");
    }

    private void CountLink()
    {
        if (++_links > MostLinks) throw QueryFault.TooManyLinks();
    }

    private Table TableOf(string? name)
    {
        if (!context.Model.Tables.TryGetValue(name ?? "", out var table)) throw QueryFault.UnknownTable(name);
        context.RequireReadable(table);
        return table;
    }
}
