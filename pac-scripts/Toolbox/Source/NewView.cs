using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>Where a view is used, numbered as in Dataverse.</summary>
public enum ViewKind
{
    /// <summary>In the list of views.</summary>
    Public = 0,

    /// <summary>Columns of advanced find.</summary>
    AdvancedFind = 1,

    /// <summary>In subgrids and lists of related rows.</summary>
    Associated = 2,

    /// <summary>What the search box searches.</summary>
    QuickFind = 4,

    /// <summary>In the panel of a lookup.</summary>
    Lookup = 64,

    /// <summary>Which rows a device takes along; has no layout.</summary>
    Offline = 8192,
}

/// <summary>A column of a view with its width in pixels.</summary>
public sealed record ViewColumn(string Name, int Width);

/// <summary>A condition on the rows of a view, as <c>statecode eq 0</c>. The value is empty for operators that take none.</summary>
public sealed record ViewCondition(string Column, string Operator, string? Value = null)
{
    /// <summary>The lookup whose row has the column, as a step's opportunity is open; null when it is a column of the view's own table.</summary>
    public string? Through { get; init; }

    /// <summary>What may hold of the same row instead; null when nothing may.</summary>
    public ViewCondition? Or { get; init; }

    /// <summary>Rows in use.</summary>
    public static readonly ViewCondition IsActive = new("statecode", "eq", "0");

    /// <summary>Rows put away.</summary>
    public static readonly ViewCondition IsInactive = new("statecode", "eq", "1");
}

/// <summary>The order of a view's rows.</summary>
public sealed record ViewOrder(string Column, bool IsDescending = false);

/// <summary>A view to be added. Columns are given by logical name.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="Key">What makes its id: short, in English, the same for ever.</param>
/// <param name="Kind">Where it is used.</param>
/// <param name="Name">What people see.</param>
public sealed record NewView(string Table, string Key, ViewKind Kind, Wording Name)
{
    /// <summary>What the view is for; null leaves it out, as exports do for the views that every table has.</summary>
    public Wording? Description { get; init; }

    /// <summary>Its columns from left to right.</summary>
    public IReadOnlyList<ViewColumn> Columns { get; init; } = [];

    /// <summary>All of these hold for a row that is shown.</summary>
    public IReadOnlyList<ViewCondition> Conditions { get; init; } = [];

    /// <summary>The columns that quick find searches.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>First order first.</summary>
    public IReadOnlyList<ViewOrder> Orders { get; init; } = [];

    /// <summary>The one of its kind that is shown first.</summary>
    public bool IsDefault { get; init; }

    /// <summary>An admin may delete it.</summary>
    public bool IsDeletable { get; init; }

    /// <summary>The id of such a view.</summary>
    public static Guid IdOf(string table, string key) => StableId.Of($"view {table.ToLowerInvariant()} {key}");

    /// <summary>Writes the view into the folder of its table.</summary>
    /// <exception cref="SourceException">There is one already, or no such table, or no such lookup.</exception>
    public void AddTo(SolutionSource source)
    {
        var table = source.Table(Table);
        var id = IdOf(Table, Key).ToString("B");
        source.Add($"{table.Folder}/SavedQueries/{id}.xml", ToXml(source, table, id));
    }

    private XElement ToXml(SolutionSource source, TableSource table, string id)
    {
        var root = SourceXml.Root("savedqueries");
        root.Add(new XElement("savedquery",
            new XElement("IsCustomizable", 1),
            new XElement("CanBeDeleted", IsDeletable ? 1 : 0),
            new XElement("isquickfindquery", Kind == ViewKind.QuickFind ? 1 : 0),
            new XElement("isprivate", 0),
            new XElement("isdefault", IsDefault ? 1 : 0),
            new XElement("savedqueryid", id),
            Kind == ViewKind.Offline ? null : new XElement("layoutxml", Layout(table)),
            new XElement("querytype", (int)Kind),
            new XElement("fetchxml", Fetch(source, table)),
            new XElement("IntroducedVersion", source.Manifest.Version),
            Name.Names(),
            Description?.Descriptions()));
        return root;
    }

    private XElement Layout(TableSource table) =>
        new("grid",
            new XAttribute("name", "resultset"),
            new XAttribute("jump", table.PrimaryName),
            new XAttribute("select", 1),
            new XAttribute("icon", 1),
            new XAttribute("preview", Kind == ViewKind.Lookup ? 0 : 1),
            new XElement("row", new XAttribute("name", "result"), new XAttribute("id", table.PrimaryKey),
                Columns.Select(column => new XElement("cell", new XAttribute("name", column.Name), new XAttribute("width", column.Width)))));

    private XElement Fetch(SolutionSource source, TableSource table) =>
        new("fetch",
            new XAttribute("version", "1.0"),
            Kind == ViewKind.Offline ? new XAttribute("output-format", "xml-platform") : null,
            new XAttribute("mapping", "logical"),
            new XElement("entity", new XAttribute("name", table.LogicalName),
                Columns.Select(column => column.Name).Prepend(table.PrimaryKey).Select(name => new XElement("attribute", new XAttribute("name", name))),
                Orders.Select(order => new XElement("order", new XAttribute("attribute", order.Column), new XAttribute("descending", order.IsDescending))),
                All(Conditions.Where(condition => condition.Through is null)),
                Searched.Count == 0 ? null : new XElement("filter", new XAttribute("type", "or"), new XAttribute("isquickfindfields", 1),
                    Searched.Select(column => One(new(column, "like", "{0}")))),
                from condition in Conditions
                where condition.Through is not null
                group condition by condition.Through into conditions
                select Link(source, table, conditions.Key, conditions)));

    private static XElement Link(SolutionSource source, TableSource table, string lookup, IEnumerable<ViewCondition> conditions)
    {
        var target = source.Relationships.FirstOrDefault(one =>
            one.Referencing == table.SchemaName && one.Lookup.Equals(lookup, StringComparison.OrdinalIgnoreCase))?.Referenced.ToLowerInvariant()
            ?? throw new SourceException($"{table.SchemaName} has no lookup {lookup} in the solution.");

        return new XElement("link-entity",
            new XAttribute("name", target),
            new XAttribute("from", target + "id"),
            new XAttribute("to", lookup),
            new XAttribute("link-type", "inner"),
            All(conditions));
    }

    private static XElement? All(IEnumerable<ViewCondition> conditions) =>
        conditions.Any() ? new XElement("filter", new XAttribute("type", "and"), conditions.Select(OneOrOther)) : null;

    private static XElement OneOrOther(ViewCondition condition) => condition.Or is null
        ? One(condition)
        : new XElement("filter", new XAttribute("type", "or"), Alternatives(condition).Select(One));

    private static IEnumerable<ViewCondition> Alternatives(ViewCondition first)
    {
        for (var condition = first; condition is not null; condition = condition.Or)
            yield return condition.Through == first.Through
                ? condition
                : throw new SourceException($"{first.Column} or {condition.Column}: alternatives must be of the same row.");
    }

    private static XElement One(ViewCondition condition) =>
        new("condition",
            new XAttribute("attribute", condition.Column),
            new XAttribute("operator", condition.Operator),
            condition.Value is null ? null : new XAttribute("value", condition.Value));
}
