#!/usr/bin/env dotnet
// Builds the plugin and the control and packs both zips of the solution.
//
//   dotnet pac-scripts/build.cs [--with pac] [--skip-control]
//
//   --with pac       packs with Microsoft's packer instead of ours; ours checks the source either way
//   --skip-control   takes the control as it was built last
#:project Toolbox/BuyerPath.Toolbox.csproj
#:property PublishAot=false

using System.Security.Cryptography;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Packing;
using BuyerPath.Toolbox.Source;

return Script.Run(() =>
{
    var options = BuildOptions.Of(args);
    var webResources = Repository.PathOf("webresources");
    var pluginFile = Repository.PathOf("artifacts/contract/bin/BuyerPath.Plugins/release_net462/BuyerPath.Plugins.dll");
    var stage = Repository.PathOf("artifacts/solution/source");

    Run.In(Repository.Root, "dotnet", "build", "plugins/Plugins", "--framework", "net462", "--configuration", "Release", "--verbosity", "quiet", "--nologo", "-p:DataverseSdk=contract");
    if (options.BuildControl) BuildControl(webResources);

    var source = SolutionSource.Load(Repository.PathOf("solution/src"));
    SolutionStage.AddBuilt(source, pluginFile, webResources);
    SolutionStage.WriteTo(stage, source);

    var unmanaged = Zip(source, PackageType.Unmanaged, "");
    var managed = Zip(source, PackageType.Managed, "_managed");
    if (options.WithPac)
        Run.In(Repository.Root, "pac", "solution", "pack", "--folder", stage, "--packagetype", "Both", "--zipfile", unmanaged);

    Console.WriteLine($"Plugin SHA-256 {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(pluginFile)))}");
    Console.WriteLine($"Packed {source.Manifest.UniqueName} {source.Manifest.Version} with {(options.WithPac ? "pac" : "our packer")}: {Described(unmanaged)}, {Described(managed)}");
});

static void BuildControl(string webResources)
{
    var installed = Path.Combine(webResources, "node_modules", ".package-lock.json");
    if (!File.Exists(installed) || File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(Path.Combine(webResources, "package-lock.json")))
        Run.In(webResources, "npm", "ci", "--no-audit", "--no-fund");
    Run.In(webResources, "npm", "run", "build");
}

static string Zip(SolutionSource source, PackageType type, string suffix)
{
    var packed = SolutionPacker.Pack(source, type);
    var file = Repository.PathOf($"artifacts/solution/{source.Manifest.UniqueName}{suffix}.zip");
    File.WriteAllBytes(file, packed.Zip);
    if (type == PackageType.Unmanaged)
        Console.WriteLine(string.Join('\n', ComponentCounts.Lines(ComponentCounts.Of(source))));
    return file;
}

static string Described(string file) =>
    $"{Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')} ({new FileInfo(file).Length / 1024.0:0} kB)";

internal sealed record BuildOptions(bool WithPac, bool BuildControl)
{
    public static BuildOptions Of(string[] arguments)
    {
        var options = new BuildOptions(WithPac: false, BuildControl: true);
        for (var at = 0; at < arguments.Length; at++)
            options = arguments[at] switch
            {
                "--skip-control" => options with { BuildControl = false },
                "--with" when arguments.ElementAtOrDefault(++at) == "pac" => options with { WithPac = true },
                "--with" => throw new ArgumentException("--with is followed by 'pac'."),
                var other => throw new ArgumentException($"'{other}' is not an option of build. There are: --with pac, --skip-control."),
            };
        return options;
    }
}
