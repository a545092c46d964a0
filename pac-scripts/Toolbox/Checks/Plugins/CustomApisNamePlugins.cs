using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>A Custom API carries our prefix, is answered by a plugin that the solution lists, and is bound to a table that exists.</summary>
internal sealed class CustomApisNamePlugins : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var plugins = source.Files("PluginAssemblies/", ".data.xml").SelectMany(assembly => assembly.Root.Descendants("PluginType")).Select(type => type.Attribute("PluginTypeId")?.Value).ToHashSet();
        foreach (var api in source.Files("customapis/", "/customapi.xml"))
        {
            var name = api.Root.Attribute("uniquename")?.Value ?? "";
            if (!name.StartsWith(source.Manifest.Prefix + "_", StringComparison.Ordinal))
                yield return $"{api.Path}: {name} does not begin with {source.Manifest.Prefix}_.";
            if (api.Root.Element("plugintypeid")?.Value is var plugin && !plugins.Contains(plugin))
                yield return $"{api.Path}: is answered by the plugin type {plugin}, which the solution does not have.";
            if (api.Root.Element("boundentitylogicalname")?.Value is { } table && source.Tables.All(known => known.LogicalName != table))
                yield return $"{api.Path}: is bound to {table}, a table that the solution does not have.";
        }
    }
}
