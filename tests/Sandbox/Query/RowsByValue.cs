using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Query;

/// <summary>Finds the rows of a table by the value of one column: by the store's index where it has one, else by a hash made on first use.</summary>
internal sealed class RowsByValue(IRows rows, Table table, Column column)
{
    private ILookup<object, Row>? _hash;

    /// <summary>True when no two rows hold the same value.</summary>
    public bool FindsOneAtMost => column.Type == ColumnType.PrimaryKey;

    /// <summary>True when the store itself finds rows by this column.</summary>
    public static bool IsIndexed(Column column) => column.Type is ColumnType.PrimaryKey or ColumnType.UniqueIdentifier || PlainValues.IsLookup(column);

    /// <summary>The rows that hold the value, in the order in which they were created.</summary>
    public IEnumerable<Row> Matching(object value) => PlainValues.Comparable(value) switch
    {
        Guid id when column.Type == ColumnType.PrimaryKey => rows.Find(table.LogicalName, id) is { } row ? [row] : [],
        Guid id when IsIndexed(column) => rows.Referring(table.LogicalName, column.LogicalName, id),
        _ => (_hash ??= Hash())[value],
    };

    private ILookup<object, Row> Hash() => rows.All(table.LogicalName)
        .Where(row => row[column.LogicalName] is not null)
        .ToLookup(row => row[column.LogicalName]!, PlainValues.Equality);
}
