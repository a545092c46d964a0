using System.Collections;
using System.Diagnostics.CodeAnalysis;
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
    public Row Complete(Row row) =>
        model.Tables[row.Table].FormulaColumns is { Count: > 0 } columns
            ? new Row(row.Table, row.Id, row.Version, new CompleteValues(row.Values, columns, now))
            : row;

    /// <summary>The stored values and those of the formulas, which are computed when they are asked for: most queries ask for none.</summary>
    private sealed class CompleteValues(IReadOnlyDictionary<string, object> stored, IReadOnlyList<Column> formulas, DateTime now)
        : IReadOnlyDictionary<string, object>
    {
        public object this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The row has no value of '{key}'.");

        public IEnumerable<string> Keys => this.Select(pair => pair.Key);

        public IEnumerable<object> Values => this.Select(pair => pair.Value);

        public int Count => this.Count();

        public bool ContainsKey(string key) => TryGetValue(key, out _);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
        {
            if (stored.TryGetValue(key, out value)) return true;
            foreach (var column in formulas)
                if (column.LogicalName == key) value = column.Formula!.Value(stored, now);
            return value is not null;
        }

        public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => stored
            .Concat(
                from column in formulas
                let value = column.Formula!.Value(stored, now)
                where value is not null
                select KeyValuePair.Create(column.LogicalName, value))
            .GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
