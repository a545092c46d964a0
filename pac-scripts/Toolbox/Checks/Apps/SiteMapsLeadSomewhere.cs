using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>Every entry of an app's navigation leads to a table of the app, a dashboard or a web resource that exists; ids occur once and carry our prefix.</summary>
internal sealed class SiteMapsLeadSomewhere : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var map in source.Files("AppModuleSiteMaps/", "/AppModuleSiteMap.xml"))
        {
            var name = map.Root.Element("SiteMapUniqueName")?.Value;
            var app = $"AppModules/{name}/AppModule.xml";
            if (!source.Has(app))
            {
                yield return $"{map.Path}: is the navigation of {name}, an app that the solution does not have.";
                continue;
            }

            var tables = source.Xml(app).Descendants("AppModuleComponent").Select(component => component.Attribute("schemaName")?.Value).ToHashSet();
            foreach (var entry in map.Root.Descendants("SubArea").Where(entry => !LeadsSomewhere(source, entry, tables)))
                yield return $"{map.Path}: {entry.Attribute("Id")?.Value} leads nowhere: {string.Join(", ", entry.Attributes().Where(part => part.Name.LocalName is "Entity" or "Url" or "DefaultDashboard"))}.";

            var ids = map.Root.Descendants().Attributes("Id").Select(id => id.Value).ToList();
            foreach (var id in ids.Where(id => !id.StartsWith(source.Manifest.Prefix + "_", StringComparison.Ordinal)))
                yield return $"{map.Path}: the id {id} does not begin with {source.Manifest.Prefix}_.";
            foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
                yield return $"{map.Path}: the id {twice.Key} is used {twice.Count()} times.";
        }
    }

    private static bool LeadsSomewhere(SolutionSource source, XElement entry, HashSet<string?> tables)
    {
        if (entry.Attribute("Entity")?.Value is { } table) return tables.Contains(table);
        if (entry.Attribute("DefaultDashboard")?.Value is { } dashboard) return source.Has($"Dashboards/{{{dashboard}}}.xml");
        return entry.Attribute("Url")?.Value is { } address && WebResourceUses.NameIn(address) is { } resource && source.Has($"WebResources/{resource}");
    }
}
