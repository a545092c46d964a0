namespace BuyerPath.Sandbox.Model;

/// <summary>Who owns the rows of a table.</summary>
public enum Ownership
{
    /// <summary>No owner: configuration, seen by everyone with the privilege.</summary>
    Organization,

    /// <summary>A user or a team owns each row.</summary>
    User,

    /// <summary>Rows belong to a business unit (business units and users themselves).</summary>
    BusinessUnit,

    /// <summary>The platform keeps the rows: those of many-to-many relationships, and of sharing.</summary>
    None,
}

/// <summary>A table as the solution (or, for the standard tables, <c>platform.json</c>) defines it. Immutable.</summary>
public sealed record Table
{
    /// <summary>Lower-case name, as in queries.</summary>
    public required string LogicalName { get; init; }

    /// <summary>Name with its casing, as in relationships and privileges.</summary>
    public required string SchemaName { get; init; }

    /// <summary>Name in Web API addresses.</summary>
    public required string EntitySetName { get; init; }

    /// <summary>Logical name of the primary key column.</summary>
    public required string PrimaryKey { get; init; }

    /// <summary>Logical name of the primary name column; null for tables without one.</summary>
    public string? PrimaryName { get; init; }

    /// <summary>Who owns its rows.</summary>
    public required Ownership Ownership { get; init; }

    /// <summary>Every column by logical name, system columns included.</summary>
    public required IReadOnlyDictionary<string, Column> Columns { get; init; }

    /// <summary>Of the columns, those that are computed when they are read.</summary>
    public IReadOnlyList<Column> FormulaColumns { get; init; } = [];

    /// <summary>Alternate keys.</summary>
    public IReadOnlyList<AlternateKey> Keys { get; init; } = [];

    /// <summary>Singular label.</summary>
    public Labels DisplayName { get; init; } = Labels.None;

    /// <summary>Plural label.</summary>
    public Labels CollectionName { get; init; } = Labels.None;

    /// <summary>What its privileges call it, when that is not its schema name: users are <c>User</c>, activities all <c>Activity</c>.</summary>
    public string? PrivilegeName { get; init; }

    /// <summary>Name of the web resource that is its icon; null for the stock icon.</summary>
    public string? Icon { get; init; }

    /// <summary>True for a standard table of Dynamics that <c>platform.json</c> stands in for.</summary>
    public bool IsStandIn { get; init; }

    /// <summary>The column of that logical name, or null.</summary>
    public Column? Find(string column) => Columns.GetValueOrDefault(column);
}

/// <summary>Columns whose values together may occur once in the table. A row with a null among them is not bound by it.</summary>
public sealed record AlternateKey(string LogicalName, IReadOnlyList<string> Columns);

/// <summary>Texts by language code (1033 English, 1035 Finnish).</summary>
public sealed record Labels(IReadOnlyDictionary<int, string> ByLanguage)
{
    /// <summary>No text in any language.</summary>
    public static readonly Labels None = new(new Dictionary<int, string>());

    /// <summary>The text in that language, else in English, else any, else empty.</summary>
    public string In(int language) =>
        ByLanguage.TryGetValue(language, out var text) || ByLanguage.TryGetValue(1033, out text)
            ? text
            : ByLanguage.Values.FirstOrDefault() ?? "";
}
