using System.ServiceModel;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Security;

/// <summary>The refusals of the security checks, as the platform words them, without the numbers that only it has.</summary>
internal static class SecurityFaults
{
    private const int English = 1033;

    public static FaultException<OrganizationServiceFault> NoRoles(Principal principal) => Fault.Of(ErrorCode.NoRoles,
        $"RetrievePrivilegeForUser: The {Kind(principal)} with id {principal.Id} has not been assigned any roles. They need a role with the prvReadUser privilege.");

    public static FaultException<OrganizationServiceFault> PrivilegeMissing(Principal principal, string privilege, Table? table, Guid caller) =>
        Fault.Of(ErrorCode.PrivilegeMissing,
            $"Principal {Kind(principal)} (Id={principal.Id}, type={(principal.IsUser ? 8 : 9)}, roleCount={principal.Roles.Count}, businessUnitId={principal.Unit}), "
            + $"is missing {privilege} privilege{Place(table)}. context.Caller={caller}. "
            + "Consider adding missed privilege to one of the principal (user/team) roles.");

    public static FaultException<OrganizationServiceFault> AccessDenied(Principal principal, AccessRights right, Table table, Guid row) =>
        Fault.Of(ErrorCode.AccessDenied,
            $"{Kind(principal)} with id {principal.Id} does not have {right} right(s) for record with id {row} of entity {table.DisplayName.In(English)}. "
            + "Consider assigning a role with the required access level to the user or team.");

    private static string Place(Table? table) =>
        table is null ? "" : $" for entity '{table.LogicalName}' (LocalizedName='{table.DisplayName.In(English)}')";

    private static string Kind(Principal principal) => principal.IsUser ? "user" : "team";
}
