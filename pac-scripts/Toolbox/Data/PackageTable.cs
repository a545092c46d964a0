using System.Globalization;
using System.Xml.Linq;

namespace BuyerPath.Toolbox.Data;

/// <summary>A table of a Configuration Migration package: its part of the schema, and its rows.</summary>
public abstract class PackageTable(string name, string label)
{
    /// <summary>Logical name.</summary>
    public string Name => name;

    /// <summary>What the import tool calls the table.</summary>
    protected string Label => label;

    /// <summary>The table's element of data_schema.xml.</summary>
    public abstract XElement Schema();

    /// <summary>The table's element of data.xml.</summary>
    public abstract XElement Data();
}

/// <inheritdoc/>
/// <param name="name">Logical name.</param>
/// <param name="label">What the import tool calls the table.</param>
/// <param name="primaryName">Logical name of the primary name column.</param>
/// <param name="rows">In the order in which they are imported.</param>
/// <param name="id">The id of a row; importing again updates the row of that id.</param>
/// <param name="columns">The columns to import.</param>
public sealed class PackageTable<TRow>(
    string name, string label, string primaryName, IEnumerable<TRow> rows, Func<TRow, Guid> id,
    IReadOnlyList<PackageColumn<TRow>> columns) : PackageTable(name, label)
{
    private string PrimaryId => $"{Name}id";

    /// <summary>What the rows are associated with; null for nothing.</summary>
    public PackageLinks<TRow>? Links { get; init; }

    /// <inheritdoc/>
    public override XElement Schema() =>
        // etc is the object type code. Every organisation has its own, and the import goes by name.
        new("entity",
            new XAttribute("name", Name), new XAttribute("displayname", Label), new XAttribute("etc", 10000),
            new XAttribute("primaryidfield", PrimaryId), new XAttribute("primarynamefield", primaryName),
            new XAttribute("disableplugins", "false"),
            new XElement("fields",
                new XElement("field", new XAttribute("displayname", Label), new XAttribute("name", PrimaryId),
                    new XAttribute("type", "guid"), new XAttribute("primaryKey", "true")),
                columns.Select(column => column.Schema())),
            Links is null ? null : new XElement("relationships", Links.Schema()));

    /// <inheritdoc/>
    public override XElement Data() =>
        new("entity", new XAttribute("name", Name), new XAttribute("displayname", Label),
            new XElement("records", rows.Select(Record)),
            new XElement("m2mrelationships", Links is null ? null : rows.Select(row => Links.Data(id(row), row))));

    private XElement Record(TRow row) =>
        new("record", new XAttribute("id", id(row)),
            new XElement("field", new XAttribute("name", PrimaryId), new XAttribute("value", id(row))),
            columns.Select(column => column.Data(row)));
}

/// <summary>A many-to-many relationship of a Configuration Migration package.</summary>
/// <param name="Name">Name of the relationship, which is that of its intersect table too.</param>
/// <param name="Table">The table on the other side.</param>
/// <param name="Targets">The rows there that a row is associated with; at least one.</param>
public sealed record PackageLinks<TRow>(string Name, string Table, Func<TRow, IReadOnlyList<Guid>> Targets)
{
    private string TableId => $"{Table}id";

    internal XElement Schema() =>
        new("relationship", new XAttribute("name", Name), new XAttribute("manyToMany", "true"), new XAttribute("isreflexive", "false"),
            new XAttribute("relatedEntityName", Name), new XAttribute("m2mTargetEntity", Table), new XAttribute("m2mTargetEntityPrimaryKey", TableId));

    internal XElement Data(Guid source, TRow row) =>
        new("m2mrelationship", new XAttribute("sourceid", source), new XAttribute("targetentityname", Table),
            new XAttribute("targetentitynameidfield", TableId), new XAttribute("m2mrelationshipname", Name),
            new XElement("targetids", Targets(row).Select(target => new XElement("targetid", target))));
}

/// <summary>A column of a Configuration Migration package.</summary>
/// <param name="Name">Logical name.</param>
/// <param name="Label">What the import tool calls the column.</param>
/// <param name="Type">The package format's word for the column's type.</param>
/// <param name="Value">The value of a row: text, whole number, decimal, yes/no or <see cref="PackageLookup"/>; null when it has none.</param>
public sealed record PackageColumn<TRow>(string Name, string Label, string Type, Func<TRow, object?> Value)
{
    /// <summary>The table that a lookup points to.</summary>
    public string? LookupTable { get; init; }

    internal XElement Schema() =>
        new("field", new XAttribute("displayname", Label), new XAttribute("name", Name), new XAttribute("type", Type),
            LookupTable is null ? null : new XAttribute("lookupType", LookupTable),
            new XAttribute("customfield", "true"));

    /// <summary>The format has no empty value: a record without one lacks the field.</summary>
    internal XElement? Data(TRow row)
    {
        if (Value(row) is not { } value) return null;

        return new XElement("field", new XAttribute("name", Name),
            new XAttribute("value", value is PackageLookup lookup ? lookup.Id : Convert.ToString(value, CultureInfo.InvariantCulture)!),
            value is PackageLookup { Name: var name }
                ? [new XAttribute("lookupentity", LookupTable!), new XAttribute("lookupentityname", name)]
                : Array.Empty<XAttribute>());
    }
}

/// <summary>The row that a lookup points to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its primary name, which the import tool shows when it cannot find the row.</param>
public sealed record PackageLookup(Guid Id, string Name);
