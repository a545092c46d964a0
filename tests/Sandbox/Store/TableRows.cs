using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Store;

/// <summary>
/// The rows of one table in slots, in the order in which they were created. A slot of a deleted row stays empty, so that
/// undoing the delete puts the row back where it was. Indexes are built when first asked for and kept up to date then.
/// </summary>
internal sealed class TableRows
{
    private readonly List<Row?> _slots;
    private readonly Dictionary<Guid, int> _slotOf;
    private readonly Dictionary<string, Dictionary<Guid, SortedSet<int>>> _lookups = [];
    private readonly Dictionary<string, KeyIndex> _keys = [];

    public TableRows() : this([], []) { }

    private TableRows(List<Row?> slots, Dictionary<Guid, int> slotOf) => (_slots, _slotOf) = (slots, slotOf);

    /// <summary>Rows in the order of creation; changes while enumerating are seen.</summary>
    public IEnumerable<Row> All()
    {
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if (_slots[slot] is { } row) yield return row;
        }
    }

    public Row? Find(Guid id) => _slotOf.TryGetValue(id, out var slot) ? _slots[slot] : null;

    public IEnumerable<Row> Referring(string lookup, Guid to) =>
        Lookup(lookup).TryGetValue(to, out var slots) ? slots.Select(slot => _slots[slot]!) : [];

    public Row? FindByKey(AlternateKey key, string text) => Key(key).Find(text) is { } slot ? _slots[slot] : null;

    /// <summary>A copy that shares the rows, which are immutable, and builds its own indexes.</summary>
    public TableRows Copy()
    {
        var rows = All().ToList();
        var slotOf = new Dictionary<Guid, int>(rows.Count);
        for (var slot = 0; slot < rows.Count; slot++) slotOf[rows[slot].Id] = slot;
        return new TableRows([.. rows], slotOf);
    }

    /// <summary>The slot of the row with that id, or the next free one.</summary>
    public int SlotFor(Guid id) => _slotOf.TryGetValue(id, out var slot) ? slot : _slots.Count;

    public Row? At(int slot) => slot < _slots.Count ? _slots[slot] : null;

    /// <summary>Puts a row into a slot, or empties it; the only way in which anything changes here.</summary>
    public void Put(int slot, Row? row)
    {
        if (slot == _slots.Count) _slots.Add(null);
        var before = _slots[slot];
        if (before is not null) Index(before, slot, add: false);
        _slots[slot] = row;
        if (row is not null) Index(row, slot, add: true);
    }

    private void Index(Row row, int slot, bool add)
    {
        if (add) _slotOf[row.Id] = slot;
        else _slotOf.Remove(row.Id);

        foreach (var (lookup, index) in _lookups) Index(index, row[lookup], slot, add);
        foreach (var key in _keys.Values) key.Change(row, slot, add);
    }

    private static void Index(Dictionary<Guid, SortedSet<int>> index, object? value, int slot, bool add)
    {
        if (((value as Reference)?.Id ?? value as Guid?) is not { } to) return;
        if (!index.TryGetValue(to, out var slots)) index[to] = slots = [];
        if (add) slots.Add(slot);
        else slots.Remove(slot);
    }

    private Dictionary<Guid, SortedSet<int>> Lookup(string lookup)
    {
        if (_lookups.TryGetValue(lookup, out var index)) return index;
        _lookups[lookup] = index = [];
        for (var slot = 0; slot < _slots.Count; slot++) Index(index, _slots[slot]?[lookup], slot, add: true);
        return index;
    }

    private KeyIndex Key(AlternateKey key)
    {
        if (_keys.TryGetValue(key.LogicalName, out var index)) return index;
        _keys[key.LogicalName] = index = new KeyIndex(key);
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if (_slots[slot] is { } row) index.Change(row, slot, add: true);
        }
        return index;
    }
}
