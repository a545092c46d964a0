using BuyerPath.Sandbox;
using BuyerPath.Toolbox.Packing;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

/// <summary>The solution as an admin imports it. Loaded once; each scene gets an organization of its own.</summary>
internal static class PackedSolution
{
    private static readonly Lazy<Organization> Loaded = new(Load);

    public static Organization Organization(TimeProvider clock, Action<OrganizationRequest> beforePluginCall) =>
        Loaded.Value.Copy(new OrganizationOptions { Clock = clock, BeforePluginCall = beforePluginCall });

    private static Organization Load()
    {
        using var zip = BuiltSolution.Open();
        return Sandbox.Organization.Load(zip);
    }
}
