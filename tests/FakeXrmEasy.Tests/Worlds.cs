using BuyerPath.Sandbox;
using BuyerPath.Toolbox.Packing;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.FakeXrmEasy.Tests;

/// <summary>Somewhere that the plugins run.</summary>
internal static class Worlds
{
    /// <summary>When everything happens.</summary>
    public static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Lazy<Organization> Packed = new(Load);

    /// <summary>Our sandbox with the packed solution: the DLL that ships, registered as it ships.</summary>
    public static IOrganizationService Sandbox()
    {
        var organization = Packed.Value.Copy(new OrganizationOptions { Clock = new AdjustableClock(new DateTimeOffset(Now)) });
        return organization.ServiceFor(organization.SystemUserId);
    }

    /// <summary>FakeXrmEasy with the plugins by their attributes.</summary>
    public static IOrganizationService Faked() => new FakedOrganization().Service;

    private static Organization Load()
    {
        using var zip = BuiltSolution.Open();
        return Organization.Load(zip);
    }
}
