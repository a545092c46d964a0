using BuyerPath.Toolbox.Checks.Plugins;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>Every environment variable is read by the plugins.</summary>
internal sealed class EnvironmentVariablesAreRead : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var texts = PluginDll.In(source).SelectMany(dll => dll.Texts).ToHashSet();
        return
            from file in source.Files("environmentvariabledefinitions/", "/environmentvariabledefinition.xml")
            let name = file.Root.Attribute("schemaname")?.Value
            where !texts.Contains(name ?? "")
            select $"{file.Path}: no plugin reads {name}.";
    }
}
