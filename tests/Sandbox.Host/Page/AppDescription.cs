using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>Everything the page must know of the solution before it shows a row, with its texts in every language.</summary>
internal sealed record AppDescription(
    string Solution,
    string Version,
    IReadOnlyDictionary<int, string>? Name,
    string? Icon,
    IReadOnlyList<NavigationArea> Navigation,
    IReadOnlyDictionary<string, TableDescription> Tables,
    IReadOnlyList<FormDescription> Forms,
    IReadOnlyList<ViewDescription> Views,
    IReadOnlyList<ChartDescription> Charts,
    IReadOnlyList<DashboardDescription> Dashboards,
    IReadOnlyList<ButtonDescription> Buttons,
    IReadOnlyDictionary<string, IReadOnlyList<RelationshipEnd>> Relationships)
{
    public static AppDescription Of(SolutionModel solution)
    {
        var metadata = new Metadata(solution);
        var app = solution.Apps.SingleOrDefault();
        List<FormDescription> forms = [.. ListedIn(app, solution.Forms, form => form.Id, form => form.Table).Select(FormDescription.Of)];
        List<ViewDescription> views = [.. ViewDescription.Of(solution)];
        var withForm = forms.Where(form => form.Kind == "main").Select(form => form.Table).ToHashSet();
        var withView = views.Where(view => view.QueryType == 0).Select(view => view.Table).ToHashSet();

        return new AppDescription(
            solution.UniqueName,
            solution.Version.ToString(),
            app?.Name.ByLanguage,
            app?.Icon?.Name,
            NavigationArea.Of(solution, app),
            solution.Tables.Values.ToDictionary(table => table.LogicalName, table => TableDescription.Of(table, metadata)),
            [.. forms, .. solution.Tables.Values.Where(table => !withForm.Contains(table.LogicalName)).Select(StandIns.Form)],
            [.. views, .. solution.Tables.Values.Where(table => !withView.Contains(table.LogicalName)).Select(StandIns.View)],
            [.. ListedIn(app, solution.Charts, chart => chart.Id, chart => chart.Table).Select(ChartDescription.Of)],
            [.. solution.Dashboards.Values.Select(DashboardDescription.Of)],
            [.. ButtonDescription.Of(solution)],
            RelationshipEnd.Of(solution));
    }

    // Of a table of which it lists some, the app shows those only.
    private static IEnumerable<T> ListedIn<T>(App? app, IEnumerable<T> all, Func<T, Guid> id, Func<T, string> table)
    {
        var known = all.ToList();
        var chosen = known.Where(one => app?.Listed.Contains(id(one)) == true).Select(table).ToHashSet();
        return known.Where(one => !chosen.Contains(table(one)) || app!.Listed.Contains(id(one)));
    }
}
