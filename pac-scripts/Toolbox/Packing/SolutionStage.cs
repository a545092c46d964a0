using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Packing;

/// <summary>
/// The source as a packer wants it: the unpacked solution with the built plugin, the built code components, the icons and
/// the built form scripts in their places and the solution's version on them. Our packer and Microsoft's pack the same stage.
/// </summary>
public static class SolutionStage
{
    private const string WebResourceData = ".data.xml";
    private const string ControlData = ControlManifest.FileName + ".data.xml";

    /// <summary>Puts the built files into the source, in memory.</summary>
    /// <param name="source">The unpacked solution, which is changed.</param>
    /// <param name="pluginFile">The DLL of the plugins, built for net462 in Release.</param>
    /// <param name="webResources">The folder with the code components' projects, the icons and the form scripts.</param>
    /// <exception cref="InvalidDataException">Something has not been built, or the version cannot be put on a code component.</exception>
    public static void AddBuilt(SolutionSource source, string pluginFile, string webResources)
    {
        foreach (var assembly in source.Files("PluginAssemblies/", ".dll.data.xml").ToList())
            source.Replace(assembly.Path[..^".data.xml".Length], Built(pluginFile, "dotnet build plugins/Plugins -c Release"));

        foreach (var control in source.Files("Controls/", ControlData).ToList())
            AddControl(source, control.Path[..^ControlData.Length], webResources);

        foreach (var resource in source.Files("WebResources/", WebResourceData).ToList())
            AddWebResource(source, resource.Path[..^WebResourceData.Length], webResources);
    }

    /// <summary>Writes the whole stage into the folder, which then holds nothing else.</summary>
    public static void WriteTo(string folder, SolutionSource source)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var path in source.Paths)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, source.Bytes(path));
        }
    }

    /// <summary>Takes what the manifest names and nothing else that the build leaves there.</summary>
    private static void AddControl(SolutionSource source, string folder, string webResources)
    {
        var constructor = folder.TrimEnd('/').Split('.')[^1];
        var built = Path.Combine(webResources, constructor.ToLowerInvariant(), "out", "controls", constructor);
        const string remedy = "npm run build --prefix webresources";

        var manifest = new ControlManifest(folder + ControlManifest.FileName, Built(Path.Combine(built, ControlManifest.FileName), remedy));
        source.Replace(folder + ControlManifest.FileName, manifest.WithVersion(ControlVersion(source.Manifest)));
        foreach (var resource in manifest.Resources)
            source.Replace(folder + resource, Built(Path.Combine(built, resource), remedy));
    }

    /// <summary>Icons are as they were drawn, scripts as they were built. A web resource that lies in the source with its content stays.</summary>
    private static void AddWebResource(SolutionSource source, string path, string webResources)
    {
        if (source.Has(path)) return;
        source.Replace(path, Path.GetExtension(path) switch
        {
            ".svg" => Drawn(Path.Combine(webResources, "images", Path.GetFileName(path))),
            ".js" => Built(Path.Combine(webResources, "forms", "out", Path.GetFileName(path)), "npm run build --prefix webresources"),
            _ => throw new InvalidDataException($"{path} is missing, and only icons (.svg) and form scripts (.js) are built."),
        });
    }

    /// <summary>An update keeps the old code of a component whose version stays, and a component's version has three numbers.</summary>
    private static string ControlVersion(Manifest manifest) =>
        Version.TryParse(manifest.Version, out var version) && version.Revision == 0
            ? version.ToString(fieldCount: 3)
            : throw new InvalidDataException($"{Manifest.Path}: the version {manifest.Version} must have four numbers and end with 0, because a code component's version has only three.");

    private static byte[] Drawn(string file) =>
        File.Exists(file) ? File.ReadAllBytes(file) : throw new InvalidDataException($"{file} is missing: draw it, or take the web resource of that name out of the solution.");

    private static byte[] Built(string file, string remedy) =>
        File.Exists(file) ? File.ReadAllBytes(file) : throw new InvalidDataException($"{file} is missing. Build it with '{remedy}'.");
}
