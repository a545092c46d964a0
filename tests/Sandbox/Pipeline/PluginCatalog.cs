using System.Reflection;
using System.Runtime.Loader;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>How to make a plugin of each registered type. The configuration text goes to its constructor.</summary>
internal sealed class PluginCatalog
{
    private readonly Dictionary<string, Func<string?, IPlugin>> _makers;

    public PluginCatalog(IReadOnlyDictionary<string, Func<string?, IPlugin>> makers) => _makers = new(makers);

    /// <summary>Loads the types from the assembly bytes of the solution, and checks that each is a plugin.</summary>
    /// <exception cref="InvalidDataException">A registered type is not in its assembly, or is no plugin that can be made.</exception>
    public static PluginCatalog Load(SolutionModel model)
    {
        var makers = new Dictionary<string, Func<string?, IPlugin>>();
        foreach (var registered in model.Assemblies)
        {
            var assembly = new PluginLoadContext(registered.FullName).LoadFromStream(new MemoryStream(registered.Bytes, writable: false));
            if (assembly.FullName != registered.FullName)
                throw new InvalidDataException($"The assembly registered as '{registered.FullName}' is '{assembly.FullName}'.");
            foreach (var name in registered.TypeNames) makers[name] = MakerOf(assembly, name);
        }
        return new PluginCatalog(makers);
    }

    /// <summary>A new plugin of that type.</summary>
    public IPlugin Make(string type, string? configuration) => _makers[type](configuration);

    private static Func<string?, IPlugin> MakerOf(Assembly assembly, string name)
    {
        var type = assembly.GetType(name);
        if (type is null || !type.IsPublic || type.IsAbstract || !typeof(IPlugin).IsAssignableFrom(type))
            throw new InvalidDataException($"'{name}' is registered, but the assembly '{assembly.GetName().Name}' has no such public plugin class.");

        if (type.GetConstructor([typeof(string), typeof(string)]) is { } withBoth) return text => (IPlugin)withBoth.Invoke([text, null]);
        if (type.GetConstructor([typeof(string)]) is { } withOne) return text => (IPlugin)withOne.Invoke([text]);
        if (type.GetConstructor([]) is { } plain) return _ => (IPlugin)plain.Invoke([]);
        throw new InvalidDataException($"The plugin '{name}' has no constructor that Dataverse can call.");
    }

    /// <summary>Gives a plugin the contract assembly in place of the SDK that it was compiled against; the rest is the framework's.</summary>
    private sealed class PluginLoadContext(string name) : AssemblyLoadContext(name)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == "Microsoft.Xrm.Sdk" ? typeof(IPlugin).Assembly : null;
    }
}

/// <summary>One plugin per step, kept: a plugin that keeps state between runs then shows it, as on the platform.</summary>
internal sealed class PluginInstances(PluginCatalog catalog)
{
    private readonly Dictionary<string, IPlugin> _instances = [];

    public IPlugin Of(Step step) => Of(step.Id.ToString(), step.PluginType, step.Configuration);

    public IPlugin Of(CustomApi api) => Of(api.UniqueName, api.PluginType!, null);

    private IPlugin Of(string key, string type, string? configuration)
    {
        if (!_instances.TryGetValue(key, out var plugin)) _instances[key] = plugin = catalog.Make(type, configuration);
        return plugin;
    }
}
