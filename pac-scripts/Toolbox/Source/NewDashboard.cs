using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A list or chart on a dashboard.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="View">Name in English of the view that says which rows.</param>
/// <param name="Chart">Name in English of the chart drawn of them; null for a list.</param>
/// <param name="Width">Columns of the dashboard that it is wide.</param>
public sealed record DashboardTile(string Table, string View, string? Chart, int Width);

/// <summary>A dashboard of three columns to be added.</summary>
/// <param name="Key">What makes its ids: short, in English, the same for ever.</param>
/// <param name="Name">What people see.</param>
/// <param name="Tiles">Its tiles, from left to right and top to bottom. Each bears the name of its chart or view.</param>
public sealed record NewDashboard(string Key, Wording Name, IReadOnlyList<DashboardTile> Tiles)
{
    private const int Columns = 3;
    private const string ListOrChart = "{E7A81278-8635-4D9E-8D4D-59480B391C5B}";

    // As high as the designer makes a tile; below its first row the dashboard needs empty ones.
    private const int Height = 12;

    /// <summary>The id of such a dashboard.</summary>
    public static Guid IdOf(string key) => StableId.Of($"dashboard {key}");

    /// <summary>Writes the dashboard and lists it in the manifest.</summary>
    /// <exception cref="SourceException">There is one already, or no such view or chart, or a row of tiles is not three columns wide.</exception>
    public void AddTo(SolutionSource source)
    {
        var id = IdOf(Key).ToString("B");
        source.Add($"Dashboards/{id}.xml", ToXml(source, id));
        source.Manifest.AddById(60, id);
    }

    private XElement ToXml(SolutionSource source, string id)
    {
        var ids = new FormIds($"dashboard {Key}");
        var blank = new Wording("General", "Yleiset");
        var root = SourceXml.Root("Dashboard");
        root.Add(
            Name.Names(),
            new XElement("FormId", id),
            new XElement("IsCustomizable", 1),
            new XElement("IsDefault", 0),
            new XElement("FormXml", new XElement("forms", new XAttribute("type", "dashboard"), new XElement("form", new XElement("tabs",
                new XElement("tab", new XAttribute("showlabel", false), new XAttribute("verticallayout", true), new XAttribute("id", ids.Of("tab")),
                    blank.Labels(),
                    new XElement("columns", new XElement("column", new XAttribute("width", "100%"), new XElement("sections",
                        new XElement("section", new XAttribute("showlabel", false), new XAttribute("showbar", false), new XAttribute("columns", "111"), new XAttribute("id", ids.Of("section")),
                            blank.Labels(),
                            new XElement("rows", Rows().SelectMany((tiles, at) => Row(source, tiles, at, ids)))))))))))),
            new XElement("IntroducedVersion", source.Manifest.Version),
            new XElement("IsTabletEnabled", 0));
        return root;
    }

    private IEnumerable<IReadOnlyList<DashboardTile>> Rows()
    {
        var row = new List<DashboardTile>();
        foreach (var tile in Tiles)
        {
            row.Add(tile);
            var width = row.Sum(placed => placed.Width);
            if (width < Columns) continue;
            if (width > Columns) throw new SourceException($"The tile of '{tile.Chart ?? tile.View}' is too wide: a row has {Columns} columns.");
            yield return row;
            row = [];
        }
        if (row.Count > 0) throw new SourceException($"The last row of tiles is not {Columns} columns wide.");
    }

    private static IEnumerable<XElement> Row(SolutionSource source, IReadOnlyList<DashboardTile> tiles, int row, FormIds ids) =>
        Enumerable.Repeat("row", Height - 1).Select(name => new XElement(name))
            .Prepend(new XElement("row", tiles.Select((tile, at) => Cell(source, tile, $"Tile{row + 1}_{at + 1}", ids))));

    private static XElement Cell(SolutionSource source, DashboardTile tile, string key, FormIds ids)
    {
        var table = source.Table(tile.Table);
        var view = Shown.Of(source, table, "SavedQueries", "savedqueryid", tile.View);
        var chart = tile.Chart is null ? null : Shown.Of(source, table, "Visualizations", "savedqueryvisualizationid", tile.Chart);
        return new XElement("cell",
            new XAttribute("colspan", tile.Width),
            new XAttribute("rowspan", Height),
            new XAttribute("showlabel", true),
            new XAttribute("id", ids.Of($"{key} cell")),
            new XAttribute("auto", false),
            (chart ?? view).Name.Labels(),
            new XElement("control",
                new XAttribute("id", key),
                new XAttribute("classid", ListOrChart),
                new XAttribute("uniqueid", ids.Of($"{key} control")),
                new XElement("parameters",
                    new XElement("TargetEntityType", table.LogicalName),
                    new XElement("ChartGridMode", chart is null ? "Grid" : "Chart"),
                    new XElement("EnableQuickFind", false),
                    new XElement("EnableViewPicker", false),
                    new XElement("EnableJumpBar", false),
                    new XElement("RecordsPerPage", 8),
                    new XElement("HeaderColorCode", ""),
                    new XElement("ViewId", view.Id),
                    new XElement("IsUserView", false),
                    new XElement("ViewIds", ""),
                    new XElement("AutoExpand", "Fixed"),
                    new XElement("VisualizationId", chart?.Id ?? ""),
                    new XElement("IsUserChart", false),
                    new XElement("EnableChartPicker", false),
                    new XElement("RelationshipName", ""))));
    }

    /// <summary>A view or chart, with its id as dashboards write it.</summary>
    private sealed record Shown(string Id, Wording Name)
    {
        public static Shown Of(SolutionSource source, TableSource table, string folder, string idElement, string english) =>
            source.Files($"{table.Folder}/{folder}/")
                .Select(file => file.Root.DescendantsAndSelf().First(element => element.Element(idElement) is not null))
                .Select(component => new Shown(component.Element(idElement)!.Value.ToUpperInvariant(), Wording.Of(component.Element("LocalizedNames")!)))
                .FirstOrDefault(shown => shown.Name.English == english)
            ?? throw new SourceException($"{table.SchemaName} has nothing called '{english}' in {folder}.");
    }
}
