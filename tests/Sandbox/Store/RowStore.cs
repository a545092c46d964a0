using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Store;

/// <summary>
/// The rows of an organization, in memory, with an undo journal: a transaction is a position in the journal, and rolling
/// it back is undoing the changes after that position. Row versions and sequence numbers go on: the database does not
/// give them twice either.
/// </summary>
internal sealed class RowStore : IRows
{
    private readonly Dictionary<string, TableRows> _tables;
    private readonly Dictionary<(string Table, string Column), long> _sequences;
    private readonly List<Change> _journal = [];
    private long _version;

    public RowStore() : this([], [], 0) { }

    private RowStore(Dictionary<string, TableRows> tables, Dictionary<(string, string), long> sequences, long version) =>
        (_tables, _sequences, _version) = (tables, sequences, version);

    private sealed record Change(TableRows Rows, int Slot, Row? Before);

    /// <inheritdoc/>
    public IEnumerable<Row> All(string table) => Rows(table).All();

    /// <inheritdoc/>
    public Row? Find(string table, Guid id) => Rows(table).Find(id);

    /// <inheritdoc/>
    public IEnumerable<Row> Referring(string table, string lookup, Guid to) => Rows(table).Referring(lookup, to);

    /// <summary>The row with those key values (see <see cref="KeyIndex.TextOf(AlternateKey, Func{string, object})"/>), or null.</summary>
    public Row? FindByKey(string table, AlternateKey key, string text) => Rows(table).FindByKey(key, text);

    /// <summary>Stores a new row or a new state of a row, with the next version.</summary>
    public Row Write(string table, Guid id, Dictionary<string, object> values)
    {
        var rows = Rows(table);
        var slot = rows.SlotFor(id);
        Journal(rows, slot);
        values["versionnumber"] = ++_version;
        var row = new Row(table, id, _version, values);
        rows.Put(slot, row);
        return row;
    }

    /// <summary>Removes a row that exists.</summary>
    public void Remove(string table, Guid id)
    {
        var rows = Rows(table);
        var slot = rows.SlotFor(id);
        Journal(rows, slot);
        rows.Put(slot, null);
    }

    /// <summary>The next number of an autonumber column.</summary>
    public long NextNumber(string table, string column) =>
        _sequences[(table, column)] = _sequences.GetValueOrDefault((table, column), 999) + 1; // the platform starts at 1000

    /// <summary>The last number given in each autonumber column.</summary>
    public IReadOnlyDictionary<(string Table, string Column), long> Sequences => _sequences;

    /// <summary>Makes an autonumber column go on after <paramref name="last"/>.</summary>
    public void ContinueFrom(string table, string column, long last) => _sequences[(table, column)] = last;

    /// <summary>Where the journal stands: what <see cref="RollBack"/> needs.</summary>
    public int Begin() => _journal.Count;

    /// <summary>Undoes everything since <paramref name="mark"/>.</summary>
    public void RollBack(int mark)
    {
        for (var last = _journal.Count - 1; last >= mark; last--)
        {
            var change = _journal[last];
            change.Rows.Put(change.Slot, change.Before);
        }
        _journal.RemoveRange(mark, _journal.Count - mark);
    }

    /// <summary>Makes everything so far final.</summary>
    public void Commit() => _journal.Clear();

    /// <summary>An independent store with the same rows. Cheap: the rows are shared.</summary>
    public RowStore Copy()
    {
        if (_journal.Count > 0) throw new InvalidOperationException("The store cannot be copied while a transaction is open.");
        return new RowStore(_tables.ToDictionary(pair => pair.Key, pair => pair.Value.Copy()), new(_sequences), _version);
    }

    private void Journal(TableRows rows, int slot) => _journal.Add(new Change(rows, slot, rows.At(slot)));

    private TableRows Rows(string table)
    {
        if (!_tables.TryGetValue(table, out var rows)) _tables[table] = rows = new TableRows();
        return rows;
    }
}
