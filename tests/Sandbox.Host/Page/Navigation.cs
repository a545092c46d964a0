using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>An area of the left navigation.</summary>
internal sealed record NavigationArea(IReadOnlyDictionary<int, string> Label, IReadOnlyList<NavigationGroup> Groups)
{
    /// <summary>The site map of the solution's app; a plain one for a solution without an app.</summary>
    public static IReadOnlyList<NavigationArea> Of(SolutionModel solution, App? app) =>
        app is null ? [StandIns.Area(solution)] : [.. app.Areas.Select(area => Of(area, solution))];

    private static NavigationArea Of(SiteMapArea area, SolutionModel solution) => new(
        area.Title.ByLanguage,
        [.. area.Groups.Select(group => new NavigationGroup(group.Title.ByLanguage, [.. group.Entries.Select(entry => NavigationEntry.Of(entry, solution))]))]);
}

/// <summary>A group of an area.</summary>
internal sealed record NavigationGroup(IReadOnlyDictionary<int, string> Label, IReadOnlyList<NavigationEntry> Entries);

/// <summary>An entry of a group: it leads to the list of a table or to a dashboard, and shows for those who have what it needs.</summary>
internal sealed record NavigationEntry(IReadOnlyDictionary<int, string> Label, string? Table, Guid? Dashboard, IReadOnlyList<NeededPrivilege> Needs)
{
    public static NavigationEntry Of(SiteMapEntry entry, SolutionModel solution) => new(
        entry.Title.ByLanguage.Count > 0 || entry.Table is null ? entry.Title.ByLanguage : solution.TableOf(entry.Table).CollectionName.ByLanguage,
        entry.Table,
        entry.Dashboard,
        entry.Needs);
}
