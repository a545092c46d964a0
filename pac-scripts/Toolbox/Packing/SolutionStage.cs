using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Packing;

/// <summary>
/// The source as a packer wants it: the unpacked solution with the built plugin and the built code components in their
/// places and the solution's version on them. Our packer and Microsoft's pack the same stage.
/// </summary>
public static class SolutionStage
{
    private const string ControlData = ControlManifest.FileName + ".data.xml";

    /// <summary>Puts the built files into the source, in memory.</summary>
    /// <param name="source">The unpacked solution, which is changed.</param>
    /// <param name="pluginFile">The DLL of the plugins, built for net462 in Release.</param>
    /// <param name="webResources">The folder with the code components' projects.</param>
    /// <exception cref="InvalidDataException">Something has not been built, or the version cannot be put on a code component.</exception>
    public static void AddBuilt(SolutionSource source, string pluginFile, string webResources)
    {
        foreach (var assembly in source.Files("PluginAssemblies/", ".dll.data.xml").ToList())
            source.Replace(assembly.Path[..^".data.xml".Length], Built(pluginFile, "dotnet build plugins/Plugins -c Release"));

        foreach (var control in source.Files("Controls/", ControlData).ToList())
            AddControl(source, control.Path[..^ControlData.Length], webResources);
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

    /// <summary>An update keeps the old code of a component whose version stays, and a component's version has three numbers.</summary>
    private static string ControlVersion(Manifest manifest) =>
        Version.TryParse(manifest.Version, out var version) && version.Revision == 0
            ? version.ToString(fieldCount: 3)
            : throw new InvalidDataException($"{Manifest.Path}: the version {manifest.Version} must have four numbers and end with 0, because a code component's version has only three.");

    private static byte[] Built(string file, string remedy) =>
        File.Exists(file) ? File.ReadAllBytes(file) : throw new InvalidDataException($"{file} is missing. Build it with '{remedy}'.");
}
