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
}

/// <summary>A many-to-many relationship through its intersect table.</summary>
public sealed record ManyToMany
{
    /// <summary>Schema name; also the navigation property on both sides.</summary>
    public required string SchemaName { get; init; }

    /// <summary>Logical name of the intersect table.</summary>
    public required string IntersectTable { get; init; }

    /// <summary>Logical name of the first table.</summary>
    public required string FirstTable { get; init; }

    /// <summary>Logical name of the second table.</summary>
    public required string SecondTable { get; init; }
}
