using BuyerPath.Sandbox;
using BuyerPath.Toolbox;

namespace BuyerPath.Plugins.Tests;

/// <summary>The solution as an admin imports it. Loaded once; each scene gets an organization of its own.</summary>
internal static class PackedSolution
{
    private const string Zip = "artifacts/solution/BuyerPath.zip";

    private static readonly Lazy<byte[]> Bytes = new(Read);

    public static Organization Organization(TimeProvider clock) =>
        Sandbox.Organization.Load(new MemoryStream(Bytes.Value), new OrganizationOptions { Clock = clock });

    private static byte[] Read()
    {
        var path = Repository.PathOf(Zip);
        if (!File.Exists(path)) throw new FileNotFoundException($"{Zip} is missing: run 'dotnet pac-scripts/build.cs'.");
        return File.ReadAllBytes(path);
    }
}
