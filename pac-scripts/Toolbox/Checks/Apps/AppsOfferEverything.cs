using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>An app has every table and dashboard; and once it lists a form, view or chart of a table it lists all of them, for then it shows no others.</summary>
internal sealed class AppsOfferEverything : ICheck
{
    /// <summary>Number of the kind among the components of an app, the folder below a table's, and what it is called.</summary>
    private static readonly IReadOnlyList<(string Type, string Folder, string What)> Kinds =
        [("60", "FormXml/main", "forms"), ("26", "SavedQueries", "views"), ("59", "Visualizations", "charts")];

    public IEnumerable<string> Findings(SolutionSource source)
    {
        var listed = source.Files("AppModules/", "/AppModule.xml").SelectMany(app => app.Root.Descendants("AppModuleComponent"))
            .Select(component => (Type: component.Attribute("type")?.Value, Identity: component.Attribute("id")?.Value ?? component.Attribute("schemaName")?.Value))
            .ToHashSet();

        foreach (var dashboard in source.Files("Dashboards/").Where(dashboard => !listed.Contains(("60", dashboard.Stem))))
            yield return $"{dashboard.Path}: no app has this dashboard.";
        foreach (var table in source.Tables)
        {
            if (!listed.Contains(("1", table.LogicalName))) yield return $"{table.Path}: no app has this table.";
            foreach (var (type, folder, what) in Kinds)
            {
                var files = source.Files($"{table.Folder}/{folder}/").ToLookup(file => listed.Contains((type, file.Stem.ToLowerInvariant())));
                if (!files[true].Any()) continue; // then the app shows all there are
                foreach (var file in files[false]) yield return $"{file.Path}: the app lists other {what} of {table.SchemaName} and not this one.";
            }
        }
    }
}
