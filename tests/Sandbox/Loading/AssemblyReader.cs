using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads plugin assemblies: their types, and the bytes that the zip holds for them.</summary>
internal sealed class AssemblyReader
{
    private readonly Dictionary<Guid, string> _typeNames = [];

    public AssemblyReader(XElement customizations, Zip zip)
    {
        var elements = customizations.Element("SolutionPluginAssemblies")?.Elements("PluginAssembly") ?? [];
        Assemblies = [.. elements.Select(element => Read(element, zip))];
    }

    public IReadOnlyList<PluginAssembly> Assemblies { get; }

    /// <summary>Full name of the plugin type with that id.</summary>
    public string TypeOf(string id, string where) =>
        _typeNames.GetValueOrDefault(Xml.Id(id, $"{where}: the plugin type"))
        ?? throw new InvalidDataException($"{where} names the plugin type {id}, which no assembly of the solution has.");

    private PluginAssembly Read(XElement element, Zip zip)
    {
        var fullName = element.RequiredAttribute("FullName", "A plugin assembly");
        var where = $"Plugin assembly '{fullName}'";
        if (element.Optional("SourceType") is { } source and not "0")
            throw Unsupported.Feature($"plugin assemblies that are not in the database (source type {source})", where);

        var path = element.Required("FileName", where);
        var bytes = zip.Find(path) ?? throw new InvalidDataException($"{where}: the zip has no '{path}'.");
        StrongName.Verify(bytes, path);

        var types = element.Element("PluginTypes")?.Elements("PluginType").ToList() ?? [];
        foreach (var type in types)
        {
            var id = Xml.Id(type.RequiredAttribute("PluginTypeId", where), $"{where}: PluginTypeId");
            if (!_typeNames.TryAdd(id, type.RequiredAttribute("Name", where)))
                throw new InvalidDataException($"{where} has the plugin type id {id} twice.");
        }
        return new PluginAssembly(fullName, bytes, [.. types.Select(type => type.RequiredAttribute("Name", where))]);
    }
}
