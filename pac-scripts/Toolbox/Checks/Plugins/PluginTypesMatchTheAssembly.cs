using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>The plugin types that the solution lists are those of the DLL, and each of them runs on a step or answers a Custom API.</summary>
internal sealed class PluginTypesMatchTheAssembly : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var running = source.Files("SdkMessageProcessingSteps/").Select(step => step.Root.Element("PluginTypeId")?.Value)
            .Concat(source.Files("customapis/", "/customapi.xml").Select(api => api.Root.Element("plugintypeid")?.Value))
            .ToHashSet();

        foreach (var dll in PluginDll.In(source))
        {
            var path = dll.Path + ".data.xml";
            var listed = source.Xml(path).Descendants("PluginType").ToList();
            var names = listed.Select(type => type.Attribute("Name")?.Value ?? "").ToHashSet();
            var built = dll.Plugins.Select(type => type.Name).ToHashSet();

            foreach (var name in names.Except(built)) yield return $"{path}: lists {name}, which is no plugin of the DLL.";
            foreach (var name in built.Except(names)) yield return $"{path}: does not list {name}, a plugin of the DLL.";
            foreach (var idle in listed.Where(type => !running.Contains(type.Attribute("PluginTypeId")?.Value)))
                yield return $"{path}: no step and no Custom API runs {idle.Attribute("Name")?.Value}.";
        }
    }
}
