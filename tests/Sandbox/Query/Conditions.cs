using BuyerPath.Sandbox.Query.Operators;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>Turns the filters and conditions of a query into <see cref="Filter"/>s.</summary>
internal sealed class Conditions(QueryContext context, Binder binder)
{
    /// <summary>Documented limit of Dataverse.</summary>
    private const int MostConditions = 500;

    /// <summary>Ours: a filter may come from outside, and each level costs stack.</summary>
    private const int MostLevels = 50;

    private int _conditions;

    /// <summary>The filter of a source: what a condition without a table name is about.</summary>
    public Filter Bind(FilterExpression? filter, Scope scope, Source home) => Bind(filter, scope, home, level: 1) ?? new AllOf([]);

    /// <summary>Null for a filter that says nothing: it neither accepts nor refuses, even inside an Or.</summary>
    private Filter? Bind(FilterExpression? filter, Scope scope, Source home, int level)
    {
        if (filter is null) return null;
        if (level > MostLevels) throw QueryFault.Condition($"The filter is nested more than {MostLevels} levels deep.");

        var parts = filter.Conditions.Select(condition => Bind(condition, scope, home))
            .Concat(filter.Filters.Select(inner => Bind(inner, scope, home, level + 1)).OfType<Filter>())
            .ToList();
        if (filter.AnyAllFilterLinkEntity is { } link) parts.Add(BindRelated(link, home));

        return parts.Count == 0 ? null
            : filter.FilterOperator == LogicalOperator.Or ? new AnyOf(parts)
            : new AllOf(parts);
    }

    private RelatedRows BindRelated(LinkEntity link, Source home) =>
        link.JoinOperator is JoinOperator.Any or JoinOperator.NotAny or JoinOperator.All or JoinOperator.NotAll
            ? binder.BindRelated(link, home)
            : throw QueryFault.Join($"The link type {link.JoinOperator} (to {link.LinkToEntityName}) does not belong inside a filter.");

    private Filter Bind(ConditionExpression condition, Scope scope, Source home)
    {
        if (++_conditions > MostConditions) throw QueryFault.TooManyConditions();

        var source = string.IsNullOrEmpty(condition.EntityName) ? home : scope.Named(condition.EntityName);
        return condition.CompareColumns ? BindComparison(condition, scope, source) : BindTest(condition, source);
    }

    private ColumnTest BindTest(ConditionExpression condition, Source source)
    {
        var column = source.Column(condition.AttributeName);
        var where = $"condition on {source.Table.LogicalName}.{column.LogicalName}";
        if (!Operator.All.TryGetValue(condition.Operator, out var known))
            throw Unsupported.Feature($"the operator {condition.Operator}", where);
        if (!known.Fits(column))
            throw QueryFault.Operator($"The operator {condition.Operator} does not fit a column of type {column.Type} ({where}).");

        var values = Arguments.Read(condition, known, source.Table, column);
        return new ColumnTest(source, column, condition.Operator, values, known.Test(new Comparand(column, values, context)));
    }

    private static ColumnComparison BindComparison(ConditionExpression condition, Scope scope, Source source)
    {
        var column = source.Column(condition.AttributeName);
        var where = $"condition on {source.Table.LogicalName}.{column.LogicalName}";
        if (!ComparisonOperators.OfColumns.TryGetValue(condition.Operator, out var accepts))
            throw QueryFault.Operator($"The operator {condition.Operator} does not compare two columns ({where}).");
        if (condition.Values is not [string other])
            throw QueryFault.Condition($"A comparison of columns takes the name of one column ({where}).");

        var dot = other.IndexOf('.');
        var otherSource = dot < 0 ? source : scope.Named(other[..dot]);
        var otherColumn = otherSource.Column(other[(dot + 1)..]);
        if (PlainValues.TypeOf(column) != PlainValues.TypeOf(otherColumn))
            throw QueryFault.Condition($"'{other}' ({otherColumn.Type}) cannot be compared with a column of type {column.Type} ({where}).");
        return new ColumnComparison(source, column, otherSource, otherColumn, accepts);
    }
}
