using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Formulas;

/// <summary>Stored rows as they are read: with what the formula columns give at this moment.</summary>
internal sealed class FormulaRows(IRows stored, SolutionModel model, DateTime now) : IRows
{
    public IEnumerable<Row> All(string table) => stored.All(table).Select(Complete);

    public Row? Find(string table, Guid id) => stored.Find(table, id) is { } row ? Complete(row) : null;

    public IEnumerable<Row> Referring(string table, string lookup, Guid to) => stored.Referring(table, lookup, to).Select(Complete);

    /// <summary>The row with the values of its formula columns; the very row when its table has none.</summary>
    public Row Complete(Row row)
    {
        if (model.Tables[row.Table].FormulaColumns is not { Count: > 0 } columns) return row;

        var values = new Dictionary<string, object>(row.Values);
        foreach (var column in columns)
            if (column.Formula!.Value(row.Values, now) is { } value) values[column.LogicalName] = value;
        return new Row(row.Table, row.Id, row.Version, values);
    }
}
