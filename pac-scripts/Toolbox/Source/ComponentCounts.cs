namespace BuyerPath.Toolbox.Source;

/// <summary>How many components of each kind the files of the source hold: what every later count must agree with.</summary>
public static class ComponentCounts
{
    /// <summary>The kinds as the sandbox lists them, in ordinal order; kinds of which there are none are left out.</summary>
    public static IReadOnlyDictionary<string, int> Of(SolutionSource source)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["App"] = Files("AppModules/", "/AppModule.xml"),
            ["Chart"] = Within("/Visualizations/"),
            ["Choice"] = Files("OptionSets/", ".xml"),
            ["CodeComponent"] = Files("Controls/", ".data.xml"),
            ["CustomApi"] = Files("customapis/", "/customapi.xml"),
            ["CustomApiParameter"] = Files("customapis/", "/customapirequestparameter.xml"),
            ["CustomApiProperty"] = Files("customapis/", "/customapiresponseproperty.xml"),
            ["Dashboard"] = Files("Dashboards/", ".xml"),
            ["EnvironmentVariable"] = Files("environmentvariabledefinitions/", "/environmentvariabledefinition.xml"),
            ["Form"] = Within("/FormXml/"),
            ["PluginAssembly"] = Files("PluginAssemblies/", ".data.xml"),
            ["PluginType"] = source.Files("PluginAssemblies/", ".data.xml").Sum(assembly => assembly.Root.Descendants("PluginType").Count()),
            ["Relationship"] = source.Files("Other/Relationships/").Sum(file => file.Root.Elements().Count()),
            ["Role"] = Files("Roles/", ".xml"),
            ["SiteMap"] = Files("AppModuleSiteMaps/", "/AppModuleSiteMap.xml"),
            ["Step"] = Files("SdkMessageProcessingSteps/", ".xml"),
            ["Table"] = Files("Entities/", "/Entity.xml"),
            ["View"] = Within("/SavedQueries/"),
            ["WebResource"] = Files("WebResources/", ".data.xml"),
        };
        foreach (var none in counts.Where(kind => kind.Value == 0).ToList())
            counts.Remove(none.Key);
        return counts;

        int Files(string under, string ending) => source.Paths.Count(path => path.StartsWith(under, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal));

        int Within(string folder) => source.Paths.Count(path =>
            path.Contains(folder, StringComparison.Ordinal) && path.EndsWith(".xml", StringComparison.Ordinal) && !path.EndsWith("_managed.xml", StringComparison.Ordinal));
    }

    /// <summary>The counts as lines of a table.</summary>
    public static IEnumerable<string> Lines(IReadOnlyDictionary<string, int> counts)
    {
        var (kinds, numbers) = (counts.Keys.Max(kind => kind.Length), counts.Values.Max(count => $"{count}".Length));
        return counts.Select(kind => $"{kind.Key.PadRight(kinds)}  {$"{kind.Value}".PadLeft(numbers)}");
    }
}
