using System.Globalization;
using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>A column in the answer: where it comes from and what it is called there.</summary>
internal sealed record OutputColumn(Source Source, Column Column, string Name, bool IsAliased);

/// <summary>Makes entities of joined rows: only the columns asked for, and of those only the ones with a value.</summary>
internal sealed class Projection
{
    private readonly IValueConverter _values;
    private readonly Source _root;
    private readonly bool _isDistinct;
    private readonly IReadOnlyList<OutputColumn> _columns;

    public Projection(Query query, Scope scope, IValueConverter values)
    {
        _values = values;
        _root = scope.Root;
        _isDistinct = query.Expression.Distinct;
        _columns =
        [
            .. Columns(query.Expression.ColumnSet, _root),
            .. query.AliasedColumns.Select(column => Output(column, scope)),
            .. LinkColumns(query.Expression.LinkEntities, scope),
        ];
        if (_columns.Where(column => column.IsAliased).GroupBy(column => column.Name).FirstOrDefault(same => same.Count() > 1) is { Key: var name })
            throw QueryFault.Alias($"The answer would have two columns called '{name}'.");
    }

    /// <summary>The entity of a joined row.</summary>
    /// <remarks>A distinct row may stand for several, so it has an id only when the primary key was asked for.</remarks>
    public Entity EntityOf(JoinedRow row)
    {
        var entity = new Entity(_root.Table.LogicalName);
        if (!_isDistinct)
        {
            entity.RowVersion = row.Root.Version.ToString(CultureInfo.InvariantCulture);
            entity.Id = row.Root.Id;
            entity[_root.Table.PrimaryKey] = row.Root.Id;
        }

        foreach (var column in _columns)
        {
            if (row[column.Source, column.Column] is not { } value) continue;
            if (column is { IsAliased: false, Column.Type: ColumnType.PrimaryKey }) entity.Id = row.Root.Id;
            Write(entity, column, value);
        }

        return entity;
    }

    /// <summary>What makes a row different from others when the query is distinct.</summary>
    public IReadOnlyList<object?> ValuesOf(JoinedRow row) =>
        [.. _columns.Select(column => row[column.Source, column.Column])];

    /// <summary>The entity of a single row, as Retrieve answers it.</summary>
    public static Entity EntityOf(Row row, Table table, ColumnSet columns, IValueConverter values)
    {
        var query = new Query(new QueryExpression(table.LogicalName) { ColumnSet = columns });
        return new Projection(query, new Scope(table), values).EntityOf(new JoinedRow(1, row));
    }

    private void Write(Entity entity, OutputColumn column, object value)
    {
        var shown = _values.ToSdk(column.Column, value);
        entity[column.Name] = column.IsAliased
            ? new AliasedValue(column.Source.Table.LogicalName, column.Column.LogicalName, shown)
            : shown;
        if (_values.Format(column.Column, value) is { } text) entity.FormattedValues[column.Name] = text;
    }

    private static IEnumerable<OutputColumn> Columns(ColumnSet? columns, Source source) => columns switch
    {
        null => [],
        { AllColumns: true } => source.Table.Columns.Values.Select(column => Output(source, column)),
        _ => columns.Columns.Distinct().Select(name => Output(source, source.Column(name))),
    };

    private static IEnumerable<OutputColumn> LinkColumns(IEnumerable<LinkEntity> links, Scope scope) => links
        .Where(link => link.JoinOperator is JoinOperator.Inner or JoinOperator.LeftOuter)
        .SelectMany(link => Columns(link.Columns, scope.SourceOf(link)).Concat(LinkColumns(link.LinkEntities, scope)));

    private static OutputColumn Output(Source source, Column column) => source.IsRoot
        ? new(source, column, column.LogicalName, IsAliased: false)
        : new(source, column, $"{source.Alias}.{column.LogicalName}", IsAliased: true);

    private static OutputColumn Output(AliasedColumn column, Scope scope)
    {
        var source = scope.SourceOf(column.Link);
        return new(source, source.Column(column.Column), column.Alias, IsAliased: true);
    }
}
