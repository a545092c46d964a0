using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>
/// The order of the answer: the root's orders first, then those of the links. Choices are ordered by label and lookups by
/// name, as people see them; a missing value comes first. Rows that the orders leave equal stay in the order of their creation.
/// </summary>
internal sealed class Ordering(IReadOnlyList<Ordering.Key> keys, IValueConverter values)
{
    /// <summary>One column to order by.</summary>
    internal sealed record Key(Source Source, Column Column, bool Descending);

    public static Ordering Of(QueryExpression query, Scope scope, IValueConverter values) =>
        new([.. query.Orders.Select(order => KeyOf(order, scope.Root, scope)), .. LinkKeys(query.LinkEntities, scope)], values);

    public IEnumerable<JoinedRow> Sort(IEnumerable<JoinedRow> rows) => keys.Count == 0
        ? rows
        : rows.OrderBy(
            row => keys.Select(key => SortValue(key.Column, row[key.Source, key.Column], values)).ToArray(),
            SortComparer([.. keys.Select(key => key.Descending)]));

    /// <summary>What a value is ordered by.</summary>
    public static object? SortValue(Column column, object? value, IValueConverter values) =>
        value is not null && (column.Type is ColumnType.Choice or ColumnType.State or ColumnType.Status || PlainValues.IsLookup(column))
            ? values.Format(column, value)
            : value;

    /// <summary>Compares lists of sort values, position by position.</summary>
    public static IComparer<object?[]> SortComparer(IReadOnlyList<bool> descending) => Comparer<object?[]>.Create((first, second) =>
    {
        for (var at = 0; at < descending.Count; at++)
        {
            var sign = PlainValues.Compare(first[at], second[at]);
            if (sign != 0) return descending[at] ? -sign : sign;
        }

        return 0;
    });

    private static IEnumerable<Key> LinkKeys(IEnumerable<LinkEntity> links, Scope scope) => links
        .Where(link => link.JoinOperator is JoinOperator.Inner or JoinOperator.LeftOuter)
        .SelectMany(link => link.Orders.Select(order => KeyOf(order, scope.SourceOf(link), scope)).Concat(LinkKeys(link.LinkEntities, scope)));

    private static Key KeyOf(OrderExpression order, Source home, Scope scope)
    {
        if (!string.IsNullOrEmpty(order.Alias))
            throw Unsupported.Feature("an order by alias outside an aggregate query", $"order '{order.Alias}'");

        var source = string.IsNullOrEmpty(order.EntityName) ? home : scope.Named(order.EntityName);
        var column = source.Column(order.AttributeName);
        if (column.Type == ColumnType.Choices)
            throw Unsupported.Feature("ordering by a column of several choices", $"{source.Table.LogicalName}.{column.LogicalName}");
        return new Key(source, column, order.OrderType == OrderType.Descending);
    }
}
