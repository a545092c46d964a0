using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>How a chart draws its figures.</summary>
public enum ChartLook
{
    /// <summary>Lying bars: for long names, as those of stages.</summary>
    Bar,

    /// <summary>Standing bars.</summary>
    Column,

    /// <summary>Lying bars in parts.</summary>
    StackedBar,

    /// <summary>Standing bars in parts.</summary>
    StackedColumn,

    /// <summary>A ring: for the parts of a whole.</summary>
    Doughnut,

    /// <summary>A line: for a course in time.</summary>
    Line,
}

/// <summary>A chart to be added. Columns are given by logical name.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="Key">What makes its id: short, in English, the same for ever.</param>
/// <param name="Look">How it draws.</param>
/// <param name="By">The column along its axis.</param>
/// <param name="Name">What people see.</param>
/// <param name="Description">What it shows.</param>
public sealed record NewChart(string Table, string Key, ChartLook Look, string By, Wording Name, Wording Description)
{
    private const string Category = "category";
    private const string Part = "part";
    private const string Measure = "measure";

    // Text at least 4.5 times as dark as white, neighbours apart in lightness, too.
    private const string Palette = "15,108,189; 202,80,16; 73,130,5; 122,60,160; 0,120,128; 164,38,44; 96,94,92; 0,62,115";
    private const string Ink = "59, 59, 59";
    private const string Line = "165, 172, 181";

    /// <summary>The column whose values part each bar; null when bars are whole.</summary>
    public string? SplitBy { get; init; }

    /// <summary>How dates along the axis are grouped, as <c>month</c>; null when the axis has none.</summary>
    public string? Every { get; init; }

    /// <summary>The column that is summed; null to count rows.</summary>
    public string? Of { get; init; }

    /// <summary>What is done with that column: <c>sum</c> or <c>avg</c>.</summary>
    public string How { get; init; } = "sum";

    /// <summary>The id of such a chart.</summary>
    public static Guid IdOf(string table, string key) => StableId.Of($"chart {table.ToLowerInvariant()} {key}");

    /// <summary>Writes the chart into the folder of its table, which gets a place for charts.</summary>
    /// <exception cref="SourceException">There is one already, or no such table.</exception>
    public void AddTo(SolutionSource source)
    {
        var table = source.Table(Table);
        var id = IdOf(Table, Key).ToString("B").ToUpperInvariant(); // the one kind of id that exports write so
        source.Add($"{table.Folder}/Visualizations/{id}.xml", ToXml(table, id, source.Manifest.Version));
        if (table.Root.Element("Visualizations") is null)
            source.Edit(table.Path).Element("SavedQueries")!.AddAfterSelf(new XElement("Visualizations"));
    }

    private XElement ToXml(TableSource table, string id, string introducedVersion)
    {
        var root = SourceXml.Root("visualization");
        root.Add(
            new XElement("savedqueryvisualizationid", id),
            new XElement("datadescription", new XElement("datadefinition",
                new XElement("fetchcollection", Fetch(table)),
                new XElement("categorycollection",
                    new XElement("category", new XAttribute("alias", Category),
                        new XElement("measurecollection", new XElement("measure", new XAttribute("alias", Measure))))))),
            new XElement("presentationdescription", Drawing()),
            new XElement("isdefault", 0),
            Name.Names(),
            Description.Descriptions(),
            new XElement("IsCustomizable", 1),
            new XElement("IntroducedVersion", introducedVersion),
            new XElement("CanBeDeleted", 1));
        return root;
    }

    private XElement Fetch(TableSource table) =>
        new("fetch", new XAttribute("mapping", "logical"), new XAttribute("aggregate", true),
            new XElement("entity", new XAttribute("name", table.LogicalName),
                Group(Category, By, Every),
                SplitBy is null ? null : Group(Part, SplitBy, every: null),
                new XElement("attribute", new XAttribute("alias", Measure), new XAttribute("name", Of ?? table.PrimaryKey), new XAttribute("aggregate", Of is null ? "count" : How))));

    private static XElement Group(string alias, string column, string? every) =>
        new("attribute", new XAttribute("groupby", true), new XAttribute("alias", alias),
            every is null ? null : new XAttribute("dategrouping", every), new XAttribute("name", column));

    private XElement Drawing() =>
        new("Chart", new XAttribute("Palette", "None"), new XAttribute("PaletteCustomColors", Palette),
            new XElement("Series", new XElement("Series",
                new XAttribute("ChartType", Look),
                new XAttribute("IsValueShownAsLabel", "True"),
                new XAttribute("Font", "{0}, 9.5px"),
                new XAttribute("LabelForeColor", Ink),
                new XAttribute("CustomProperties", "PointWidth=0.75, MaxPixelPointWidth=40"))),
            new XElement("ChartAreas", new XElement("ChartArea", new XAttribute("BorderColor", "White"), new XAttribute("BorderDashStyle", "Solid"),
                Axis("AxisY", "239, 242, 246"),
                Axis("AxisX", "Transparent"))),
            new XElement("Titles", new XElement("Title",
                new XAttribute("Alignment", "TopLeft"),
                new XAttribute("DockingOffset", -3),
                new XAttribute("Font", "{0}, 13px"),
                new XAttribute("ForeColor", Ink))));

    private static XElement Axis(string name, string grid) =>
        new(name,
            new XAttribute("LabelAutoFitMinFontSize", 8),
            new XAttribute("TitleForeColor", Ink),
            new XAttribute("TitleFont", "{0}, 10.5px"),
            new XAttribute("LineColor", Line),
            new XAttribute("IntervalAutoMode", "VariableCount"),
            new XElement("MajorGrid", new XAttribute("LineColor", grid)),
            new XElement("MajorTickMark", new XAttribute("LineColor", Line)),
            new XElement("LabelStyle", new XAttribute("Font", "{0}, 10.5px"), new XAttribute("ForeColor", Ink)));
}
