using System.Security.Cryptography;
using BuyerPath.Toolbox;

namespace BuyerPath.Solution.Tests;

public sealed class ReproducibleBuildTests : IDisposable
{
    /// <summary>All that the plugin is built from.</summary>
    private static readonly string[] Sources =
    [
        "BuyerPath.slnx", "global.json", ".editorconfig", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        "plugins", "tests/Sandbox/Sdk", "solution/src/Other",
    ];

    private readonly string _elsewhere = Directory.CreateTempSubdirectory("buyerpath-elsewhere-").FullName;

    public void Dispose() => Directory.Delete(_elsewhere, recursive: true);

    [Fact] // the first build is the one that this test project depends on
    public void Two_builds_in_two_folders_give_the_same_DLL()
    {
        foreach (var path in Sources)
            Copy(Repository.PathOf(path), Path.Combine(_elsewhere, path));

        Run.In(_elsewhere, "dotnet", "build", "plugins/Plugins", "--framework", "net462", "--configuration", ShippedAssembly.Configuration,
            "--verbosity", "quiet", "--nologo", $"-p:DataverseSdk={ShippedAssembly.DataverseSdk}", "-nodeReuse:false");

        var file = Path.Combine(_elsewhere, Path.GetRelativePath(Repository.Root, ShippedAssembly.File));
        Assert.Equal(Sha256(ShippedAssembly.File), Sha256(file));
    }

    private static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            return;
        }
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
