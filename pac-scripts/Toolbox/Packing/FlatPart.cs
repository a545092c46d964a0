using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Packing;

/// <summary>Components of one XML file each, which becomes an element of customizations.xml; some come with other files.</summary>
/// <param name="Kind">What to call it when counting.</param>
/// <param name="Files">Which paths hold one.</param>
/// <param name="Placeholder">Where they go in customizations.xml.</param>
/// <param name="RootType">Their type among the root components.</param>
/// <param name="Key">What identifies one.</param>
internal sealed partial record FlatPart(string Kind, Regex Files, string Placeholder, int RootType, Func<XElement, string?> Key) : IPart
{
    /// <summary>All kinds of this sort.</summary>
    public static IReadOnlyList<IPart> All { get; } =
    [
        new FlatPart("choice", Choices(), "optionsets", 9, root => (string?)root.Attribute("Name")),
        new FlatPart("role", Roles(), "Roles", 20, root => (string?)root.Attribute("id")),
        new FlatPart("dashboard", Dashboards(), "Dashboards", 60, root => (string?)root.Element("FormId")),
        new FlatPart("web resource", WebResources(), "WebResources", 61, root => (string?)root.Element("Name")) { Companions = WebResourceContent },
        new FlatPart("site map", SiteMaps(), "AppModuleSiteMaps", 62, root => (string?)root.Element("SiteMapUniqueName")),
        new FlatPart("code component", CodeComponents(), "CustomControls", 66, root => (string?)root.Element("Name")) { Companions = ControlFiles },
        new FlatPart("app", Apps(), "AppModules", 80, root => (string?)root.Element("UniqueName")),
        new FlatPart("plugin assembly", Assemblies(), "SolutionPluginAssemblies", 91, root => $"{{{(string?)root.Attribute("PluginAssemblyId")}}}") { Companions = AssemblyFile },
        new FlatPart("plugin step", Steps(), "SdkMessageProcessingSteps", 92, root => (string?)root.Attribute("SdkMessageProcessingStepId")),
    ];

    /// <summary>Takes the other files of a component.</summary>
    private Action<Package, SourceFile> Companions { get; init; } = (_, _) => { };

    /// <inheritdoc />
    public void PackInto(Package package)
    {
        foreach (var file in package.Take(Files.IsMatch))
        {
            package.Count(Kind);
            package.AddRoot(RootType, Key(file.Root), file.Path);
            Companions(package, file);
            package.Place(Placeholder, file.Root, file.Path);
        }
    }

    private static void WebResourceContent(Package package, SourceFile file)
    {
        var name = (string?)file.Root.Element("Name");
        var content = $"WebResources/{name}";
        if (file.Path != content + ".data.xml") package.Find($"{file.Path} describes the web resource {name}, which belongs beside {content}.");
        else if (!package.Source.Has(content)) package.Find($"{content} is missing: the web resource would have no content.");
        else package.PutFile(content, file.Root.Element("FileName")?.Value.TrimStart('/'));
    }

    /// <summary>The DLL, which decides on the identity: Microsoft's packer would rewrite ours to fit it.</summary>
    private static void AssemblyFile(Package package, SourceFile file)
    {
        var dll = file.Path[..^".data.xml".Length];
        var fullName = (string?)file.Root.Attribute("FullName");
        if (file.Root.Element("FileName")?.Value != "/" + dll) package.Find($"{file.Path}: its <FileName> must be /{dll}.");
        if (!package.Source.Has(dll))
        {
            package.Find($"{dll} is missing. The script 'build' puts the built plugin there.");
            return;
        }
        package.PutFile(dll);
        var built = FullNameOf(package.Source.Bytes(dll), dll);
        if (built != fullName) package.Find($"{file.Path} says {fullName}, but the DLL is {built}. Run 'dotnet pac-scripts/steps.cs'.");

        var root = package.Source.Manifest.RootComponents.FirstOrDefault(root => (int)root.Attribute("type")! == 91);
        if (root is not null && (string?)root.Attribute("schemaName") != fullName)
            package.Find($"{Manifest.Path} calls the plugin assembly {(string?)root.Attribute("schemaName")}, but it is {fullName}. Run 'dotnet pac-scripts/steps.cs'.");
    }

    private static string FullNameOf(byte[] dll, string path)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(dll, writable: false));
            return file.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName().FullName;
        }
        catch (Exception fault) when (fault is BadImageFormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is no .NET assembly.", fault);
        }
    }

    private static void ControlFiles(Package package, SourceFile file)
    {
        var folder = file.Path[..^"ControlManifest.xml.data.xml".Length];
        var path = folder + ControlManifest.FileName;
        if (file.Root.Element("FileName")?.Value != "/" + path) package.Find($"{file.Path}: its <FileName> must be /{path}.");
        if (!package.Source.Has(path))
        {
            package.Find($"{path} is missing. The script 'build' puts the built control there.");
            return;
        }

        var manifest = new ControlManifest(path, package.Source.Bytes(path));
        var name = (string?)file.Root.Element("Name");
        if (name != $"{package.Source.Manifest.Prefix}_{manifest.Name}" || folder != $"Controls/{name}/")
            package.Find($"{file.Path} describes the code component {name}, but its manifest is of {manifest.Name} and lies in {folder}.");

        package.PutFile(path);
        foreach (var resource in manifest.Resources.Select(resource => folder + resource))
            if (package.Source.Has(resource)) package.PutFile(resource);
            else package.Find($"{resource} is missing, though its ControlManifest.xml names it.");
    }

    [GeneratedRegex("^OptionSets/[^/]+[.]xml$")]
    private static partial Regex Choices();

    [GeneratedRegex("^Roles/[^/]+[.]xml$")]
    private static partial Regex Roles();

    [GeneratedRegex("^Dashboards/[^/]+[.]xml$")]
    private static partial Regex Dashboards();

    [GeneratedRegex("^WebResources/.+[.]data[.]xml$")]
    private static partial Regex WebResources();

    [GeneratedRegex("^AppModuleSiteMaps/[^/]+/AppModuleSiteMap[.]xml$")]
    private static partial Regex SiteMaps();

    [GeneratedRegex("^Controls/[^/]+/ControlManifest[.]xml[.]data[.]xml$")]
    private static partial Regex CodeComponents();

    [GeneratedRegex("^AppModules/[^/]+/AppModule[.]xml$")]
    private static partial Regex Apps();

    [GeneratedRegex("^PluginAssemblies/[^/]+/[^/]+[.]dll[.]data[.]xml$")]
    private static partial Regex Assemblies();

    [GeneratedRegex("^SdkMessageProcessingSteps/[^/]+[.]xml$")]
    private static partial Regex Steps();
}
