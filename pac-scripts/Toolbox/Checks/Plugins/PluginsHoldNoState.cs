using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>Nothing that can change outlives a run: no such field in a plugin, and no static one anywhere. Dataverse keeps plugins and runs them side by side.</summary>
internal sealed class PluginsHoldNoState : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from dll in PluginDll.In(source)
        from type in dll.Types
        where !type.Name.Contains('<', StringComparison.Ordinal) // made by the compiler: its caches of delegates
        from field in type.Changing
        where !field.Name.StartsWith('<') && (field.IsStatic || dll.IsPlugin(type))
        select $"{dll.Path}: {type.Name}.{field.Name} can change and is kept between runs.";
}
