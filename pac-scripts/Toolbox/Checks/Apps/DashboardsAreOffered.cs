using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>Every dashboard is a component of an app; without that nobody finds it.</summary>
internal sealed class DashboardsAreOffered : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var offered = source.Files("AppModules/", "/AppModule.xml").SelectMany(app => app.Root.Descendants("AppModuleComponent")).Select(component => component.Attribute("id")?.Value).ToHashSet();
        return
            from dashboard in source.Files("Dashboards/")
            where !offered.Contains(dashboard.Stem)
            select $"{dashboard.Path}: no app has this dashboard.";
    }
}
