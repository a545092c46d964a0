using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>A dashboard: tiles in rows of <paramref name="Columns"/> columns.</summary>
internal sealed record DashboardDescription(Guid Id, IReadOnlyDictionary<int, string> Label, int Columns, IReadOnlyList<TileDescription> Tiles)
{
    public static DashboardDescription Of(Dashboard dashboard) =>
        new(dashboard.Id, dashboard.Name.ByLanguage, dashboard.Columns, [.. dashboard.Tiles.Select(TileDescription.Of)]);
}

/// <summary>A tile: the rows of a view as a list, or drawn as a chart.</summary>
internal sealed record TileDescription(
    IReadOnlyDictionary<int, string> Label, string Table, Guid ViewId, Guid? ChartId, int RowsPerPage, int Width, int Height)
{
    public static TileDescription Of(DashboardTile tile) =>
        new(tile.Title.ByLanguage, tile.Table, tile.View, tile.Chart, tile.RowsPerPage, tile.Width, tile.Height);
}

/// <summary>A chart: the query that groups and sums, and how each sum is drawn.</summary>
internal sealed record ChartDescription(
    Guid Id,
    string Table,
    IReadOnlyDictionary<int, string> Label,
    IReadOnlyDictionary<int, string> Description,
    string FetchXml,
    string Category,
    string? SplitBy,
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<string> Colors)
{
    public static ChartDescription Of(Chart chart) => new(
        chart.Id, chart.Table, chart.Name.ByLanguage, chart.Description.ByLanguage,
        chart.Fetch.ToString(SaveOptions.DisableFormatting), chart.Category, chart.SplitBy, chart.Series, chart.Colors);
}
