using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>
/// Answers queries: QueryExpression, and FetchXML and QueryByAttribute through it. Rows without an order come in the order
/// of their creation (under a condition that lists ids: in the order of the ids).
/// </summary>
public sealed class QueryExecutor(QueryContext context)
{
    /// <summary>The answer to a query.</summary>
    /// <exception cref="System.ServiceModel.FaultException{OrganizationServiceFault}">The query is wrong; the sentence names what is.</exception>
    /// <exception cref="NotSupportedException">The query asks for something that Dataverse can do and the sandbox cannot.</exception>
    public EntityCollection Execute(QueryBase query) => Run(query switch
    {
        QueryExpression expression => new Query(expression),
        FetchExpression fetch => FetchXmlReader.Read(fetch.Query),
        QueryByAttribute byAttribute => new Query(ByAttribute(byAttribute)),
        _ => throw Unsupported.Feature($"a query of type {query?.GetType().Name ?? "null"}", "RetrieveMultiple"),
    });

    /// <summary>A single row with the columns asked for, as Retrieve answers it.</summary>
    /// <exception cref="System.ServiceModel.FaultException{OrganizationServiceFault}">A column does not exist.</exception>
    public static Entity EntityOf(Row row, Table table, ColumnSet columns, IValueConverter values) =>
        Projection.EntityOf(row, table, columns, values);

    private EntityCollection Run(Query query)
    {
        var expression = query.Expression;
        if (!string.IsNullOrEmpty(expression.QueryHints)) throw Unsupported.Feature("query hints", expression.QueryHints);

        var (plan, scope) = new Binder(context).Bind(expression);
        var root = scope.Root.Table;
        var paging = Paging.Of(expression, root);
        if (query.Aggregation is { } aggregation)
            return paging.Cut(new Aggregates(aggregation, scope, context.Values).Run(plan.Run(context.Rows), root), idOf: null, entity => entity, root);

        var ordering = Ordering.Of(expression, scope, context.Values);
        var projection = new Projection(query, scope, context.Values);
        var rows = ordering.Sort(plan.Run(context.Rows));
        if (expression.Distinct) rows = rows.DistinctBy(projection.ValuesOf, PlainValues.ListEquality);

        var hasIds = plan.FindsEachRootOnce && !expression.Distinct;
        return paging.Cut(rows, hasIds ? row => row.Root.Id : null, projection.EntityOf, root);
    }

    private static QueryExpression ByAttribute(QueryByAttribute query)
    {
        if (query.Attributes.Count != query.Values.Count)
            throw QueryFault.AttributePairs($"{query.Attributes.Count} attributes were given, but {query.Values.Count} values.");

        var expression = new QueryExpression(query.EntityName)
        {
            ColumnSet = query.ColumnSet,
            PageInfo = query.PageInfo,
            TopCount = query.TopCount,
        };
        foreach (var (attribute, value) in query.Attributes.Zip(query.Values))
            expression.Criteria.Conditions.Add(new ConditionExpression(null, attribute, ConditionOperator.Equal, new[] { value }));
        expression.Orders.AddRange(query.Orders);
        return expression;
    }
}
