using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A table as the source describes it: its <c>Entity.xml</c>.</summary>
public sealed class TableSource(SourceFile file)
{
    /// <summary>Path of its <c>Entity.xml</c>.</summary>
    public string Path => file.Path;

    /// <summary>Path of the folder that holds it, its forms and its views.</summary>
    public string Folder => file.Path[..file.Path.LastIndexOf('/')];

    /// <summary>Root element of its <c>Entity.xml</c>.</summary>
    public XElement Root => file.Root;

    /// <summary>Name with its casing, as folders and relationships use it.</summary>
    public string SchemaName => Root.Element("Name")?.Value ?? throw new InvalidDataException($"{Path} has no <Name>.");

    /// <summary>Name as views and queries use it.</summary>
    public string LogicalName => SchemaName.ToLowerInvariant();

    /// <summary>True for a table of another solution that ours extends: only our own columns are listed.</summary>
    public bool IsExtended => Entity.Element("EntitySetName") is null;

    /// <summary>Who owns its rows; null for an extended table, whose source does not say.</summary>
    public Ownership? Ownership => Entity.Element("OwnershipTypeMask") is { } mask ? Enum.Parse<Ownership>(mask.Value) : null;

    /// <summary>The columns it lists.</summary>
    public IEnumerable<ColumnSource> Columns => Entity.Element("attributes")!.Elements().Select(attribute => new ColumnSource(attribute));

    /// <summary>Logical name of the primary key.</summary>
    public string PrimaryKey => LogicalName + "id";

    /// <summary>Logical name of the column that names a row.</summary>
    /// <exception cref="SourceException">The table is another solution's and not one of those whose name column is known here.</exception>
    public string PrimaryName => IsExtended ? StandardName : Columns.First(column => column.IsPrimaryName).LogicalName;

    /// <summary>Singular and plural label of a table of our own.</summary>
    public (Wording Singular, Wording Plural) Labels => (Wording.Of(Entity.Element("LocalizedNames")!), Wording.Of(Entity.Element("LocalizedCollectionNames")!));

    /// <summary>The column of that name in any casing, or null.</summary>
    public ColumnSource? Find(string column) =>
        Columns.FirstOrDefault(candidate => candidate.LogicalName == column.ToLowerInvariant());

    private string StandardName => LogicalName switch
    {
        "account" or "opportunity" => "name",
        "contact" or "lead" => "fullname",
        _ => throw new SourceException($"It is not known here which column names a row of {SchemaName}."),
    };

    /// <summary>The <c>entity</c> element that holds columns, keys and settings.</summary>
    public XElement Entity => Root.Element("EntityInfo")!.Element("entity")!;
}

/// <summary>A column as the source describes it: an <c>attribute</c> element.</summary>
public sealed class ColumnSource(XElement attribute)
{
    /// <summary>Its <c>attribute</c> element.</summary>
    public XElement Xml => attribute;

    /// <summary>Name with its casing.</summary>
    public string SchemaName => attribute.Attribute("PhysicalName")!.Value;

    /// <summary>Name in lower case, as queries and forms use it.</summary>
    public string LogicalName => Text("LogicalName");

    /// <summary>Type as exports call it: nvarchar, ntext, int, lookup ...</summary>
    public string Type => Text("Type");

    /// <summary>Text format, empty for types that have none.</summary>
    public string Format => attribute.Element("Format")?.Value ?? "";

    /// <summary>True for the column that names a row.</summary>
    public bool IsPrimaryName => attribute.Element("DisplayMask")?.Value.Split('|').Contains("PrimaryName") is true;

    /// <summary>False for the columns that the platform gives to every table.</summary>
    public bool IsCustom => Text("IsCustomField") == "1";

    /// <summary>Label.</summary>
    public Wording Label => Wording.Of(attribute.Element("displaynames")!);

    /// <summary>Name of its global choice; null when it has none.</summary>
    public string? GlobalChoice => attribute.Element("OptionSetName")?.Value;

    private string Text(string element) =>
        attribute.Element(element)?.Value ?? throw new InvalidDataException($"Column {SchemaName} has no <{element}>.");
}
