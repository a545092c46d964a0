using System.Reflection;
using System.Xml.Linq;
using BuyerPath.Plugins.Registration;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Generation;

/// <summary>The plugin assembly and its types, as the solution lists them.</summary>
internal sealed class PluginAssembly
{
    private const string PluginInterface = "Microsoft.Xrm.Sdk.IPlugin";

    private readonly AssemblyName name;

    /// <param name="name">Identity of the assembly.</param>
    /// <param name="types">All its types.</param>
    /// <exception cref="InvalidDataException">The assembly is not signed, or a class carries an attribute without being a plugin.</exception>
    public PluginAssembly(AssemblyName name, IReadOnlyCollection<Type> types)
    {
        this.name = name;
        if (name.GetPublicKeyToken() is not { Length: > 0 })
            throw new InvalidDataException($"{name.Name} has no strong name, which Dataverse demands.");

        if (types.FirstOrDefault(type => IsDeclared(type) && !IsPlugin(type)) is { } stray)
            throw new InvalidDataException($"{stray.FullName} carries a registration but is no public, concrete IPlugin with a constructor that Dataverse can call.");
        Types = [.. types.Where(IsPlugin).OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    /// <summary>The plugin classes, in ordinal order of their names.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>Where the assembly is described in the source.</summary>
    public string DataFile => $"{DllFile}.data.xml";

    /// <summary>Where the DLL lies in the source and in the zip. Exports strip the dots from its name.</summary>
    private string DllFile
    {
        get
        {
            var plainName = name.Name!.Replace(".", "", StringComparison.Ordinal);
            return $"PluginAssemblies/{plainName}-{Id.ToString().ToUpperInvariant()}/{plainName}.dll";
        }
    }

    private Guid Id => StableId.Of($"plugin assembly {name.Name}");

    /// <summary>Id of a plugin type.</summary>
    public static Guid IdOf(Type type) => StableId.Of($"plugin type {type.FullName}");

    /// <summary>Name of a plugin type with its assembly's identity: no server loads another.</summary>
    public string QualifiedNameOf(Type type) => $"{type.FullName}, {name.FullName}";

    /// <summary>The description of the assembly and its types.</summary>
    public XElement ToXml(string introducedVersion) => SourceXml.Root(
        "PluginAssembly",
        new XAttribute("FullName", name.FullName),
        new XAttribute("PluginAssemblyId", Id),
        new XAttribute("CustomizationLevel", 1),
        new XElement("IsolationMode", 2), // sandbox
        new XElement("SourceType", 0),    // in the database
        new XElement("IntroducedVersion", introducedVersion),
        new XElement("FileName", "/" + DllFile),
        new XElement("PluginTypes", Types.Select(ToXml)));

    /// <summary>The assembly in the list of root components: by id and by name.</summary>
    public static XElement RootComponent(XElement assembly) => new(
        "RootComponent",
        new XAttribute("type", 91),
        new XAttribute("id", $"{{{assembly.Attribute("PluginAssemblyId")!.Value}}}"),
        new XAttribute("schemaName", assembly.Attribute("FullName")!.Value),
        new XAttribute("behavior", 0));

    private XElement ToXml(Type type) => new(
        "PluginType",
        new XAttribute("AssemblyQualifiedName", QualifiedNameOf(type)),
        new XAttribute("PluginTypeId", IdOf(type)),
        new XAttribute("Name", type.FullName!),
        new XElement("FriendlyName", StableId.Of($"plugin type friendly name {type.FullName}")));

    private static bool IsPlugin(Type type) =>
        type is { IsPublic: true, IsAbstract: false }
        && type.GetInterfaces().Any(candidate => candidate.FullName == PluginInterface)
        && type.GetConstructor([]) is not null;

    private static bool IsDeclared(Type type) =>
        type.IsDefined(typeof(StepAttribute), inherit: false)
        || type.IsDefined(typeof(CustomApiAttribute), inherit: false)
        || type.IsDefined(typeof(ApiValueAttribute), inherit: false);
}
