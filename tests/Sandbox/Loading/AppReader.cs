using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads model-driven apps with their site maps.</summary>
internal sealed class AppReader(XElement customizations, IReadOnlyDictionary<string, WebResource> webResources)
{
    /// <summary>The icon that an app has unless it brings its own; every organization has it.</summary>
    private static readonly Guid StockIcon = new("953b9fac-1e5e-e611-80d6-00155ded156f");

    private readonly Dictionary<string, XElement> siteMaps = (customizations.Element("AppModuleSiteMaps")?.Elements("AppModuleSiteMap") ?? [])
        .Unique(siteMap => siteMap.Required("SiteMapUniqueName", "A site map"), "site map");

    public IEnumerable<App> ReadAll() => customizations.Element("AppModules")?.Elements("AppModule").Select(Read) ?? [];

    /// <summary>Whatever the app lists and its navigation leads to is in the solution.</summary>
    public static void Check(App app, SolutionModel model)
    {
        var where = $"The app '{app.UniqueName}'";
        var known = model.Forms.Select(form => form.Id)
            .Concat(model.Views.Select(view => view.Id))
            .Concat(model.Charts.Select(chart => chart.Id))
            .Concat(model.Dashboards.Keys)
            .ToHashSet();

        if (app.Tables.FirstOrDefault(table => !model.Tables.ContainsKey(table)) is { } missing)
            throw Unsupported.Feature($"the table '{missing}', for which there is no stand-in", where);
        foreach (var id in app.Listed.Where(id => !known.Contains(id)))
            throw new InvalidDataException($"{where} lists the form, view, chart or dashboard {id:B}, which the solution does not have.");
        foreach (var entry in app.Areas.SelectMany(area => area.Groups).SelectMany(group => group.Entries))
        {
            if (entry.Table is { } table && !app.Tables.Contains(table))
                throw new InvalidDataException($"{where}: its entry '{entry.Id}' leads to the table '{table}', which is not in the app.");
            if (entry.Dashboard is { } dashboard && !model.Dashboards.ContainsKey(dashboard))
                throw new InvalidDataException($"{where}: its entry '{entry.Id}' leads to the dashboard {dashboard:B}, which the solution does not have.");
        }
    }

    private App Read(XElement app)
    {
        var name = app.Required("UniqueName", "An app");
        var where = $"App '{name}'";
        var components = app.Element("AppModuleComponents")?.Elements("AppModuleComponent").ToLookup(
            component => component.RequiredAttribute("type", where)) ?? throw new InvalidDataException($"{where} has no <AppModuleComponents>.");
        foreach (var type in components.Select(kind => kind.Key).Except(["1", "26", "59", "60", "62"]))
            throw Unsupported.Feature($"app components of type {type}", where);

        return new App
        {
            UniqueName = name,
            Name = app.Labels("LocalizedNames", where),
            Description = app.Labels("Descriptions", where),
            Icon = IconOf(Xml.Id(app.Required("WebResourceId", where), $"{where}: <WebResourceId>"), where),
            Tables = components["1"].Select(component => component.RequiredAttribute("schemaName", where)).ToHashSet(),
            Listed = components.Where(kind => kind.Key is "26" or "59" or "60").SelectMany(kind => kind)
                .Select(component => Xml.Id(component.RequiredAttribute("id", where), $"{where}: the id of a component")).ToHashSet(),
            Roles = [.. app.Element("AppModuleRoleMaps")?.Elements("Role")
                .Select(role => Xml.Id(role.RequiredAttribute("id", where), $"{where}: the id of a role")) ?? []],
            Areas = siteMaps.TryGetValue(name, out var siteMap)
                ? [.. siteMap.Element("SiteMap")?.Elements("Area").Select(area => Area(area, where)) ?? []]
                : throw new InvalidDataException($"{where} has no site map."),
        };
    }

    private WebResource? IconOf(Guid id, string where) =>
        webResources.Values.FirstOrDefault(resource => resource.Id == id)
        ?? (id == StockIcon ? null : throw new InvalidDataException($"{where} has the icon {id:B}, which the solution does not have."));

    private static SiteMapArea Area(XElement area, string where) =>
        new(area.RequiredAttribute("Id", where), Titles(area, where), [.. area.Elements("Group").Select(group => Group(group, where))]);

    private static SiteMapGroup Group(XElement group, string where) =>
        new(group.RequiredAttribute("Id", where), Titles(group, where), [.. group.Elements("SubArea").Select(entry => Entry(entry, where))]);

    private static SiteMapEntry Entry(XElement entry, string where)
    {
        var id = entry.RequiredAttribute("Id", where);
        var table = entry.Attribute("Entity")?.Value;
        var dashboard = entry.Attribute("DefaultDashboard")?.Value;
        if ((table is null) == (dashboard is null))
            throw Unsupported.Feature($"the entry '{id}', which leads neither to a table nor to a dashboard", $"{where}: site map");

        return new SiteMapEntry(id, Titles(entry, where), table,
            dashboard is null ? null : Xml.Id(dashboard, $"{where}: the dashboard of '{id}'"),
            [.. entry.Elements("Privilege").SelectMany(privilege => privilege.RequiredAttribute("Privilege", where)
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(verb => new NeededPrivilege(privilege.RequiredAttribute("Entity", where), verb)))]);
    }

    private static Labels Titles(XElement element, string where) => new(
        (element.Element("Titles")?.Elements("Title") ?? [])
            .Unique(title => Xml.WholeNumber(title.RequiredAttribute("LCID", where), $"{where}: LCID"), "title")
            .ToDictionary(title => title.Key, title => title.Value.RequiredAttribute("Title", where)));
}
