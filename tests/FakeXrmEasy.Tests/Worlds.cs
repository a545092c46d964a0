using BuyerPath.Sandbox;
using BuyerPath.Toolbox.Packing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

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

    /// <summary>FakeXrmEasy with the plugins by their attributes, and with the settings that the solution brings.</summary>
    public static IOrganizationService Faked()
    {
        var faked = new FakedOrganization();
        var settings = new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet("schemaname", "defaultvalue") };
        foreach (var setting in Sandbox().RetrieveMultiple(settings).Entities) faked.Rows.Create(setting);
        return faked.Service;
    }

    private static Organization Load()
    {
        using var zip = BuiltSolution.Open();
        return Organization.Load(zip);
    }
}
