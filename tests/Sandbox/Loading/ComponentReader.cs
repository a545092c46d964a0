using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>
/// Lists every component of the zip by kind and name, and holds the list against the root components of the manifest:
/// what one names and the other does not have is an error, as it is for Microsoft's packer.
/// </summary>
internal static class ComponentReader
{
    /// <summary>Parts of customizations.xml: where the components of a kind are, and what names one.</summary>
    private static readonly (string Kind, string Path, Func<XElement, string?> Name)[] Parts =
    [
        ("Table", "Entities/Entity", element => element.Optional("Name")?.ToLowerInvariant()),
        ("Choice", "optionsets/optionset", Attribute("Name")),
        ("Relationship", "EntityRelationships/EntityRelationship", Attribute("Name")),
        ("Form", "Entities/Entity/FormXml/forms/systemform", Child("formid")),
        ("View", "Entities/Entity/SavedQueries/savedqueries/savedquery", Child("savedqueryid")),
        ("Chart", "Entities/Entity/Visualizations/visualization", Child("savedqueryvisualizationid")),
        ("Role", "Roles/Role", Attribute("id")),
        ("FieldSecurityProfile", "FieldSecurityProfiles/FieldSecurityProfile", Attribute("fieldsecurityprofileid")),
        ("Dashboard", "Dashboards/Dashboard", Child("FormId")),
        ("WebResource", "WebResources/WebResource", Child("Name")),
        ("CodeComponent", "CustomControls/CustomControl", Child("Name")),
        ("PluginAssembly", "SolutionPluginAssemblies/PluginAssembly", Attribute("PluginAssemblyId")),
        ("PluginType", "SolutionPluginAssemblies/PluginAssembly/PluginTypes/PluginType", Attribute("Name")),
        ("Step", "SdkMessageProcessingSteps/SdkMessageProcessingStep", Attribute("SdkMessageProcessingStepId")),
        ("SiteMap", "AppModuleSiteMaps/AppModuleSiteMap", Child("SiteMapUniqueName")),
        ("App", "AppModules/AppModule", Child("UniqueName")),
    ];

    /// <summary>Elements of customizations.xml that hold no component; the image configurations only describe columns.</summary>
    private static readonly IReadOnlySet<string> Ignorable = new HashSet<string> { "Languages", "EntityImageConfigs", "AttributeImageConfigs" };

    /// <summary>Kinds that the manifest lists, by their number there, and whether it names them by id.</summary>
    private static readonly IReadOnlyDictionary<string, (string Kind, bool ById)> Roots = new Dictionary<string, (string, bool)>
    {
        ["1"] = ("Table", false),
        ["9"] = ("Choice", false),
        ["20"] = ("Role", true),
        ["60"] = ("Dashboard", true),
        ["61"] = ("WebResource", false),
        ["62"] = ("SiteMap", false),
        ["66"] = ("CodeComponent", false),
        ["70"] = ("FieldSecurityProfile", true),
        ["80"] = ("App", false),
        ["91"] = ("PluginAssembly", true),
        ["92"] = ("Step", true),
    };

    /// <summary>Parts that lie in the zip as files of their own: folder, file and kind.</summary>
    private static readonly (string Folder, string File, string Kind)[] Files =
    [
        ("customapis/", "/customapi.xml", "CustomApi"),
        ("customapis/", "/customapirequestparameter.xml", "CustomApiParameter"),
        ("customapis/", "/customapiresponseproperty.xml", "CustomApiProperty"),
        ("environmentvariabledefinitions/", "/environmentvariabledefinition.xml", "EnvironmentVariable"),
    ];

    /// <summary>Folders of the zip whose files belong to components above.</summary>
    private static readonly IReadOnlySet<string> Folders = new HashSet<string>(
        ["", "WebResources", "Controls", "Formulas", "PluginAssemblies", "customapis", "environmentvariabledefinitions"], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Component> Read(XElement customizations, XElement manifest, Zip zip)
    {
        RefuseUnknownParts(customizations);
        RefuseUnknownFolders(zip);
        var components = (from part in Parts
                          from element in Follow(customizations, part.Path)
                          select new Component(part.Kind, Plain(part.Name(element)
                              ?? throw new InvalidDataException($"A {part.Kind} in customizations.xml has no name."))))
            .Concat(from path in zip.Paths
                    from file in Files
                    where path.StartsWith(file.Folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(file.File, StringComparison.OrdinalIgnoreCase)
                    select new Component(file.Kind, path[file.Folder.Length..^file.File.Length]))
            .ToList();
        _ = components.Unique(component => component, "component");
        CompareWithRoots(components, manifest);
        return components;
    }

    private static void CompareWithRoots(List<Component> components, XElement manifest)
    {
        var named = new HashSet<Component>();
        foreach (var root in manifest.Element("RootComponents")?.Elements("RootComponent") ?? [])
        {
            var type = root.RequiredAttribute("type", "solution.xml");
            if (!Roots.TryGetValue(type, out var known)) throw Unsupported.Feature($"root components of type {type}", "solution.xml");
            var name = root.RequiredAttribute(known.ById ? "id" : "schemaName", "solution.xml");
            if (!named.Add(new Component(known.Kind, Plain(name))))
                throw new InvalidDataException($"solution.xml lists the {known.Kind} '{name}' twice.");
        }

        var listed = Roots.Values.Select(root => root.Kind).ToHashSet();
        var native = components.Where(component => listed.Contains(component.Kind)).ToHashSet();
        if (named.Except(native).FirstOrDefault() is { } missing)
            throw new InvalidDataException($"solution.xml lists the {missing.Kind} '{missing.Name}', which the zip does not have.");
        if (native.Except(named).FirstOrDefault() is { } extra)
            throw new InvalidDataException($"The zip has the {extra.Kind} '{extra.Name}', which solution.xml does not list among its root components.");
    }

    private static void RefuseUnknownParts(XElement customizations)
    {
        var known = Parts.Select(part => part.Path.Split('/')[0]).Concat(Ignorable).ToHashSet();
        var unknown = customizations.Elements().FirstOrDefault(element => element.HasElements && !known.Contains(element.Name.LocalName));
        if (unknown is not null) throw Unsupported.Feature($"the part <{unknown.Name.LocalName}>", "customizations.xml");
    }

    private static void RefuseUnknownFolders(Zip zip)
    {
        var unknown = zip.Paths.FirstOrDefault(path => !Folders.Contains(path[..Math.Max(path.IndexOf('/'), 0)]));
        if (unknown is not null) throw Unsupported.Feature($"the part '{unknown}'", "the solution zip");
    }

    private static IEnumerable<XElement> Follow(XElement from, string path) =>
        path.Split('/').Aggregate<string, IEnumerable<XElement>>([from], (elements, name) => elements.Elements(name));

    /// <summary>Ids lose their braces and casing, so that the two files can be compared.</summary>
    private static string Plain(string name) => Guid.TryParse(name, out var id) ? id.ToString() : name;

    private static Func<XElement, string?> Attribute(string name) => element => element.Attribute(name)?.Value;

    private static Func<XElement, string?> Child(string name) => element => element.Optional(name);
}
