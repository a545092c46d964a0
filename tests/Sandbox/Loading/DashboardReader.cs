using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads dashboards: the tiles on them, each a list or a chart.</summary>
internal static class DashboardReader
{
    /// <summary>The control that shows the rows of a view; the casing of its class differs between exports.</summary>
    private static readonly Guid ListOrChart = new("e7a81278-8635-4d9e-8d4d-59480b391c5b");

    public static Dashboard Read(XElement dashboard)
    {
        var id = Xml.Id(dashboard.Required("FormId", "A dashboard"), "A dashboard id");
        var where = $"Dashboard {id:B}";
        var forms = dashboard.Element("FormXml")?.Element("forms") ?? throw new InvalidDataException($"{where} has no <FormXml><forms>.");
        if (forms.RequiredAttribute("type", where) is var type and not "dashboard") throw Unsupported.Feature($"dashboards of type '{type}'", where);

        var section = forms.Descendants("section").ToList() is [var only]
            ? only
            : throw Unsupported.Feature("dashboards that have not exactly one section", where);
        return new Dashboard(
            id, dashboard.Labels("LocalizedNames", where), section.RequiredAttribute("columns", where).Length,
            [.. section.Descendants("cell").Select(cell => Tile(cell, where))]);
    }

    /// <summary>Every tile shows a view, and a chart, that its table has.</summary>
    public static void Check(Dashboard dashboard, SolutionModel model)
    {
        foreach (var tile in dashboard.Tiles)
        {
            var where = $"The dashboard '{dashboard.Name.In(1033)}', tile '{tile.Title.In(1033)}'";
            if (!model.Views.Any(view => view.Id == tile.View && view.Table == tile.Table))
                throw new InvalidDataException($"{where} shows the view {tile.View:B}, which '{tile.Table}' does not have.");
            if (tile.Chart is { } chart && !model.Charts.Any(other => other.Id == chart && other.Table == tile.Table))
                throw new InvalidDataException($"{where} draws the chart {chart:B}, which '{tile.Table}' does not have.");
        }
    }

    private static DashboardTile Tile(XElement cell, string where)
    {
        var control = cell.Element("control") ?? throw Unsupported.Feature("cells without a control", where);
        var type = control.RequiredAttribute("classid", where);
        if (Xml.Id(type, $"{where}: classid") != ListOrChart) throw Unsupported.Feature($"controls of class {type}", where);

        var parameters = control.Element("parameters") ?? throw new InvalidDataException($"{where}: a control has no <parameters>.");
        return new DashboardTile
        {
            Title = cell.Labels("labels", where),
            Table = parameters.Required("TargetEntityType", where),
            View = Xml.Id(parameters.Required("ViewId", where), $"{where}: <ViewId>"),
            Chart = parameters.Required("ChartGridMode", where) switch
            {
                "Grid" => null,
                "Chart" => Xml.Id(parameters.Required("VisualizationId", where), $"{where}: <VisualizationId>"),
                var mode => throw Unsupported.Feature($"the mode '{mode}' of a tile", where),
            },
            RowsPerPage = parameters.WholeNumber("RecordsPerPage", where) ?? throw new InvalidDataException($"{where}: a control has no <RecordsPerPage>."),
            Width = Xml.WholeNumber(cell.RequiredAttribute("colspan", where), $"{where}: colspan"),
            Height = Xml.WholeNumber(cell.RequiredAttribute("rowspan", where), $"{where}: rowspan"),
        };
    }
}
