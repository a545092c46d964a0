namespace BuyerPath.Sandbox.Store;

/// <summary>
/// A stored row. Immutable, so that an image, a snapshot and the undo journal may keep it without copying.
/// Values are plain: text, int, long, decimal (money too), double, bool, UTC <see cref="DateTime"/>, <see cref="Guid"/>,
/// int for choices, states and statuses, int[] for choices with several values, <see cref="Reference"/> for lookups,
/// customers and owners. A column without a value is absent.
/// </summary>
public sealed class Row(string table, Guid id, long version, IReadOnlyDictionary<string, object> values)
{
    /// <summary>Logical name of the table.</summary>
    public string Table { get; } = table;

    /// <summary>Primary key.</summary>
    public Guid Id { get; } = id;

    /// <summary>Row version: grows with every write in the organization.</summary>
    public long Version { get; } = version;

    /// <summary>The columns that have a value, by logical name; the primary key is among them.</summary>
    public IReadOnlyDictionary<string, object> Values { get; } = values;

    /// <summary>The value of a column, or null when it has none.</summary>
    public object? this[string column] => Values.GetValueOrDefault(column);
}

/// <summary>What a lookup holds: the table it points at and the id of the row there.</summary>
public sealed record Reference(string Table, Guid Id);
