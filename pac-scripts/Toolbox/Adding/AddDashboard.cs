using System.Globalization;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddDashboard
{
    public static Addition Verb { get; } = new("dashboard", "a dashboard of lists and charts in rows of three columns",
        """
        --key "seller" --en "Seller dashboard" --fi "Myyjän koontinäyttö"      the key makes its ids: the same for ever
        --tile "Opportunity | My open opportunities | Opportunities by buying stage | 2"   table, view, chart, columns wide
        --tile "Opportunity | My open opportunities | 1" ...                               without a chart a list
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var dashboard = new NewDashboard(arguments.Text("--key", "seller"), arguments.Wording(), [.. arguments.All("--tile").Select(Tile)]);
        arguments.RefuseOthers(nameCount: 0);

        dashboard.AddTo(source);
    }

    private static DashboardTile Tile(string text) => text.Split(" | ") switch
    {
        [var table, var view, var width] => new DashboardTile(table, view, null, Width(width, text)),
        [var table, var view, var chart, var width] => new DashboardTile(table, view, chart, Width(width, text)),
        _ => throw new SourceException($"--tile \"{text}\" must be table, view, chart and width, or table, view and width, with | between."),
    };

    private static int Width(string width, string text) =>
        int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? columns
            : throw new SourceException($"--tile \"{text}\" must end with how many columns wide it is.");
}
