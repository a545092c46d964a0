using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>Rows in a list, which counts how often a whole table is read.</summary>
internal sealed class SceneRows : IRows
{
    private readonly List<Row> _rows = [];

    /// <summary>Tables read from end to end, one entry for each time.</summary>
    public List<string> Scans { get; } = [];

    public void Add(Row row) => _rows.Add(row);

    public void Remove(Guid id) => _rows.RemoveAll(row => row.Id == id);

    public IEnumerable<Row> All(string table)
    {
        Scans.Add(table);
        return _rows.Where(row => row.Table == table);
    }

    public Row? Find(string table, Guid id) => _rows.Find(row => row.Table == table && row.Id == id);

    public IEnumerable<Row> Referring(string table, string lookup, Guid to) =>
        _rows.Where(row => row.Table == table && ((row[lookup] as Reference)?.Id ?? row[lookup] as Guid?) == to);
}
