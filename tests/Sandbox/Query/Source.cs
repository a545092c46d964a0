using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Query;

/// <summary>A table that takes part in a query: the root (slot 0) or what a link leads to.</summary>
internal sealed record Source(int Slot, Table Table, string Alias)
{
    public bool IsRoot => Slot == 0;

    /// <summary>The column of that logical name.</summary>
    public Column Column(string? name) =>
        Table.Find(name ?? "") ?? throw QueryFault.UnknownColumn(Table, name);
}

/// <summary>One row of each source. A source that an outer link did not match has none.</summary>
internal sealed class JoinedRow
{
    private readonly Row?[] _rows;

    public JoinedRow(int sources, Row root)
    {
        _rows = new Row?[sources];
        _rows[0] = root;
    }

    private JoinedRow(Row?[] rows) => _rows = rows;

    public Row Root => _rows[0]!;

    public object? this[Source source, Column column] => _rows[source.Slot]?[column.LogicalName];

    public JoinedRow With(Source source, Row? row)
    {
        var rows = (Row?[])_rows.Clone();
        rows[source.Slot] = row;
        return new JoinedRow(rows);
    }
}
