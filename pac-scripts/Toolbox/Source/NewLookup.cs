namespace BuyerPath.Toolbox.Source;

/// <summary>What happens to the rows of a lookup when the row that they point at goes.</summary>
public enum OnDelete
{
    /// <summary>Their lookup is emptied.</summary>
    RemoveLink,

    /// <summary>It may not go while they exist.</summary>
    Restrict,

    /// <summary>They go with it.</summary>
    Cascade,

    /// <summary>They go with it and follow its owner and its sharing: they are its parts. One such lookup for a table.</summary>
    Parental,
}

/// <summary>A lookup column with its relationship, to be added.</summary>
/// <param name="Table">The table that gets the column, in any casing.</param>
/// <param name="SchemaName">Name of the column with its casing; it ends in <c>Id</c>.</param>
/// <param name="Target">Name of the table pointed at, with its casing: one of ours, or a standard one such as <c>Contact</c>.</param>
/// <param name="Relationship">Name of the relationship: publisher's prefix, the one side, the many side.</param>
/// <param name="OnDelete">What happens when the target goes.</param>
/// <param name="Label">What people see.</param>
/// <param name="Description">What it points at.</param>
/// <param name="IsRequired">People must choose one.</param>
public sealed record NewLookup(
    string Table, string SchemaName, string Target, string Relationship, OnDelete OnDelete, Wording Label, Wording Description, bool IsRequired = false)
{
    /// <summary>Changes are audited; a new lookup's are not, as the platform makes them.</summary>
    public bool IsAudited { get; init; }

    /// <summary>Writes both.</summary>
    /// <exception cref="SourceException">A name is taken, is not ours or does not exist.</exception>
    public void AddTo(SolutionSource source)
    {
        Names.RequireOurs(source, Relationship);
        if (!SchemaName.EndsWith("Id", StringComparison.Ordinal))
            throw new SourceException($"The lookup {SchemaName} must end in Id: {SchemaName}Id.");
        RelationshipFiles.RefuseTaken(source, Relationship);
        if (OnDelete == OnDelete.Parental && ParentOf(source) is { } parent)
            throw new SourceException($"{Table} is a part of {parent} already; a table has one parent. Use Cascade, Restrict or RemoveLink.");

        var target = TargetIn(source);
        var column = Columns.Lookup(SchemaName, Label, Description) with { Required = IsRequired ? "required" : "none", IsAudited = IsAudited };
        new NewColumn(Table, column).AddTo(source);
        new OneToMany
        {
            SchemaName = Relationship,
            Referencing = source.Table(Table).SchemaName,
            Referenced = target,
            Lookup = SchemaName,
            Description = Description,
            OnDelete = OnDelete == OnDelete.Parental ? nameof(OnDelete.Cascade) : OnDelete.ToString(),
            IsParental = OnDelete == OnDelete.Parental,
        }.AddTo(source);
    }

    private string? ParentOf(SolutionSource source) => (
        from relationship in source.Relationships
        where relationship.Referencing.Equals(Table, StringComparison.OrdinalIgnoreCase) && relationship.IsParental
        select relationship.Referenced).FirstOrDefault();

    private string TargetIn(SolutionSource source)
    {
        var isOurs = Target.StartsWith(source.Manifest.Prefix + "_", StringComparison.OrdinalIgnoreCase);
        if (isOurs) return source.Table(Target).SchemaName;

        Names.RequireStandard(Target);
        return Target;
    }
}
