using System.Globalization;
using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Query;

/// <summary>
/// Runs an aggregate query over joined rows. A measure passes over missing values; the sum of none is 0, the average,
/// least and greatest of none are missing. The average of whole numbers is a whole number, cut off, as documented.
/// </summary>
internal sealed class Aggregates
{
    /// <summary>Documented limit of Dataverse.</summary>
    public const int MostRows = 50_000;

    private readonly Aggregation _aggregation;
    private readonly IValueConverter _values;
    private readonly IReadOnlyList<BoundMeasure> _measures;
    private readonly IReadOnlyList<BoundGrouping> _groupings;

    private sealed record BoundMeasure(Source Source, Column Column, Measure Measure);

    private sealed record BoundGrouping(Source Source, Column Column, Grouping Grouping);

    /// <summary>A value of a group; <paramref name="IsComputed"/> says that it is a number of its own and not a value of the column.</summary>
    private sealed record Cell(Source Source, Column Column, object? Value, bool IsComputed);

    public Aggregates(Aggregation aggregation, Scope scope, IValueConverter values)
    {
        (_aggregation, _values) = (aggregation, values);
        _measures = [.. aggregation.Measures.Select(measure => Bind(measure, scope))];
        _groupings = [.. aggregation.Groupings.Select(grouping => Bind(grouping, scope))];

        var aliases = aggregation.Measures.Select(measure => measure.Column.Alias)
            .Concat(aggregation.Groupings.Select(grouping => grouping.Column.Alias)).ToList();
        if (aliases.GroupBy(alias => alias).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
            throw QueryFault.Alias($"The answer would have two columns called '{twice}'.");
        if (aggregation.Orders.FirstOrDefault(order => !aliases.Contains(order.Alias)) is { Alias: var unknown })
            throw QueryFault.Alias($"The query orders by '{unknown}', but no column is called so.");
    }

    /// <summary>One entity for each group, in the order asked for, else in the order in which the groups were met.</summary>
    public IEnumerable<Entity> Run(IEnumerable<JoinedRow> rows, Table root)
    {
        var all = rows.Take(_aggregation.Limit + 1).ToList();
        if (all.Count > _aggregation.Limit) throw QueryFault.TooManyRowsToAggregate(_aggregation.Limit);

        var groups = all.GroupBy(row => Key(row), PlainValues.ListEquality).Select(group => Cells(group.Key, [.. group]));
        if (_groupings.Count == 0 && all.Count == 0) groups = [Cells([], [])];

        return Sort(groups).Select(cells => EntityOf(cells, root));
    }

    private IReadOnlyList<object?> Key(JoinedRow row) =>
        [.. _groupings.Select(group => PartOf(row[group.Source, group.Column], group.Grouping.Part))];

    private Dictionary<string, Cell> Cells(IReadOnlyList<object?> key, IReadOnlyList<JoinedRow> rows)
    {
        var cells = new Dictionary<string, Cell>();
        foreach (var (group, value) in _groupings.Zip(key))
            cells.Add(group.Grouping.Column.Alias, new Cell(group.Source, group.Column, value, IsComputed: group.Grouping.Part is not null));
        foreach (var bound in _measures)
        {
            var isCount = bound.Measure.Function is AggregateFunction.Count or AggregateFunction.CountColumn;
            cells.Add(bound.Measure.Column.Alias, new Cell(bound.Source, bound.Column, Compute(bound, rows), isCount));
        }

        return cells;
    }

    private IEnumerable<Dictionary<string, Cell>> Sort(IEnumerable<Dictionary<string, Cell>> groups) => groups.OrderBy(
        cells => _aggregation.Orders.Select(order => SortValue(cells[order.Alias])).ToArray(),
        Ordering.SortComparer([.. _aggregation.Orders.Select(order => order.Descending)]));

    private object? SortValue(Cell cell) => cell.IsComputed ? cell.Value : Ordering.SortValue(cell.Column, cell.Value, _values);

    private Entity EntityOf(Dictionary<string, Cell> cells, Table root)
    {
        var entity = new Entity(root.LogicalName);
        foreach (var (alias, cell) in cells)
        {
            if (cell.Value is not { } value) continue;
            var shown = cell.IsComputed ? value : _values.ToSdk(cell.Column, value);
            entity[alias] = new AliasedValue(cell.Source.Table.LogicalName, cell.Column.LogicalName, shown);
            var text = cell.IsComputed ? ((int)value).ToString(CultureInfo.InvariantCulture) : _values.Format(cell.Column, value);
            if (text is not null) entity.FormattedValues[alias] = text;
        }

        return entity;
    }

    private static object? Compute(BoundMeasure bound, IReadOnlyList<JoinedRow> rows)
    {
        var (source, column, measure) = bound;
        var values = rows.Select(row => row[source, column]).OfType<object>();
        return measure.Function switch
        {
            AggregateFunction.Count => rows.Count,
            AggregateFunction.CountColumn => (measure.Distinct ? values.Distinct(PlainValues.Equality) : values).Count(),
            AggregateFunction.Sum => Sum(column, values),
            AggregateFunction.Average => Average(column, [.. values]),
            AggregateFunction.Minimum => values.MinBy(value => value, Comparer<object>.Create(PlainValues.Compare)),
            _ => values.MaxBy(value => value, Comparer<object>.Create(PlainValues.Compare)),
        };
    }

    private static object Sum(Column column, IEnumerable<object> values) => column.Type == ColumnType.Double
        ? values.Sum(value => (double)value)
        : AsColumn(column, values.Sum(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture)));

    private static object? Average(Column column, IReadOnlyCollection<object> values) =>
        values.Count == 0 ? null
        : column.Type == ColumnType.Double ? values.Average(value => (double)value)
        : AsColumn(column, values.Average(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture)));

    private static object AsColumn(Column column, decimal number)
    {
        try
        {
            return column.Type switch
            {
                ColumnType.WholeNumber => (object)(int)number, // object: else all three would become decimals
                ColumnType.BigInteger => (long)number,
                _ => number,
            };
        }
        catch (OverflowException)
        {
            throw QueryFault.Aggregate($"The sum of {column.LogicalName} is too large for a column of type {column.Type}.");
        }
    }

    /// <summary>Weeks begin on Sunday and the week of 1 January is the first, as in the platform's documented example.</summary>
    private static object? PartOf(object? value, DatePart? part) => (part, value) switch
    {
        (null, _) or (_, null) => value,
        (DatePart.Day, DateTime date) => date.Day,
        (DatePart.Week, DateTime date) => CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, DayOfWeek.Sunday),
        (DatePart.Month, DateTime date) => date.Month,
        (DatePart.Quarter, DateTime date) => (date.Month + 2) / 3,
        _ => ((DateTime)value).Year,
    };

    private static BoundMeasure Bind(Measure measure, Scope scope)
    {
        var source = scope.SourceOf(measure.Column.Link);
        var column = source.Column(measure.Column.Column);
        var isNumber = column.Type is ColumnType.WholeNumber or ColumnType.BigInteger or ColumnType.Decimal or ColumnType.Double or ColumnType.Money;
        var fits = measure.Function switch
        {
            AggregateFunction.Count or AggregateFunction.CountColumn => true,
            AggregateFunction.Sum or AggregateFunction.Average => isNumber,
            _ => isNumber || column.Type == ColumnType.DateTime,
        };
        return fits
            ? new BoundMeasure(source, column, measure)
            : throw QueryFault.Aggregate($"{measure.Function} of {source.Table.LogicalName}.{column.LogicalName}: the function does not fit a column of type {column.Type}.");
    }

    private static BoundGrouping Bind(Grouping grouping, Scope scope)
    {
        var source = scope.SourceOf(grouping.Column.Link);
        var column = source.Column(grouping.Column.Column);
        if ((grouping.Part is null) == (column.Type == ColumnType.DateTime))
            throw QueryFault.Aggregate($"Grouping by {source.Table.LogicalName}.{column.LogicalName} ({column.Type}): a part of a date is named for date columns, and only for them.");
        return new BoundGrouping(source, column, grouping);
    }
}
