namespace BuyerPath.Sandbox.Model;

/// <summary>What happens to the many side.</summary>
public enum Cascade
{
    /// <summary>Nothing.</summary>
    NoCascade,

    /// <summary>The same happens to it.</summary>
    Cascade,

    /// <summary>Its lookup is emptied.</summary>
    RemoveLink,

    /// <summary>The action is refused while such rows exist.</summary>
    Restrict,
}

/// <summary>A one-to-many relationship: <see cref="ManyTable"/>.<see cref="Lookup"/> points at <see cref="OneTable"/>.</summary>
public sealed record OneToMany
{
    /// <summary>Schema name; also the collection-valued navigation property.</summary>
    public required string SchemaName { get; init; }

    /// <summary>Logical name of the table pointed at.</summary>
    public required string OneTable { get; init; }

    /// <summary>Logical name of the table that owns the lookup.</summary>
    public required string ManyTable { get; init; }

    /// <summary>Logical name of the lookup column.</summary>
    public required string Lookup { get; init; }

    /// <summary>Single-valued navigation property of the many side, with its casing (used in <c>@odata.bind</c>).</summary>
    public required string LookupNavigation { get; init; }

    /// <summary>Collection-valued navigation property of the one side.</summary>
    public required string CollectionNavigation { get; init; }

    /// <summary>On deletion of the one side.</summary>
    public Cascade OnDelete { get; init; } = Cascade.RemoveLink;

    /// <summary>On assignment of the one side to another owner.</summary>
    public Cascade OnAssign { get; init; } = Cascade.NoCascade;

    /// <summary>On sharing of the one side.</summary>
    public Cascade OnShare { get; init; } = Cascade.NoCascade;

    /// <summary>When the lookup is set: whether the owner of the one side gets access to the many side.</summary>
    public Cascade OnReparent { get; init; } = Cascade.NoCascade;
}

/// <summary>A many-to-many relationship through its intersect table, each row of which holds the two ids.</summary>
public sealed record ManyToMany
{
    /// <summary>Schema name; also the navigation property on both sides.</summary>
    public required string SchemaName { get; init; }

    /// <summary>Logical name of the intersect table.</summary>
    public required string IntersectTable { get; init; }

    /// <summary>Primary key of the intersect table.</summary>
    public required string IntersectKey { get; init; }

    /// <summary>Logical name of the first table.</summary>
    public required string FirstTable { get; init; }

    /// <summary>Logical name of the second table.</summary>
    public required string SecondTable { get; init; }

    /// <summary>Column of the intersect table with the id of the row of the first table: named like the primary key there.</summary>
    public required string FirstColumn { get; init; }

    /// <summary>Column of the intersect table with the id of the row of the second table.</summary>
    public required string SecondColumn { get; init; }

    /// <summary>Navigation property of the first table, with its casing.</summary>
    public required string FirstNavigation { get; init; }

    /// <summary>Navigation property of the second table, with its casing.</summary>
    public required string SecondNavigation { get; init; }

    /// <summary>The privilege that linking takes; null when it takes Append on both rows, as for all but the platform's own.</summary>
    public string? Privilege { get; init; }

    /// <summary>The column of the intersect table that points at rows of that table; null when it takes no part.</summary>
    public string? ColumnOf(string table) => table == FirstTable ? FirstColumn : table == SecondTable ? SecondColumn : null;
}
