using BuyerPath.Sandbox;
using BuyerPath.Toolbox;

namespace BuyerPath.Plugins.Tests;

/// <summary>The solution as an admin imports it. Loaded once; each scene gets an organization of its own.</summary>
internal static class PackedSolution
{
    private const string Zip = "artifacts/solution/BuyerPath.zip";

    private static readonly Lazy<Organization> Loaded = new(Load);

    public static Organization Organization(TimeProvider clock) =>
        Loaded.Value.Copy(new OrganizationOptions { Clock = clock });

    private static Organization Load()
    {
        var path = Repository.PathOf(Zip);
        if (!File.Exists(path)) throw new FileNotFoundException($"{Zip} is missing: run 'dotnet pac-scripts/build.cs'.");
        using var zip = File.OpenRead(path);
        return Sandbox.Organization.Load(zip);
    }
}
