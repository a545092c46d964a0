using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Security;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Shares a row with a user or team, changes or ends that, and tells who may do what. Nobody can share what they may not do themselves.</summary>
internal static class Sharing
{
    public static OrganizationResponse Grant(Call call, OrganizationRequest request) => Share(call, request, replaces: false);

    public static OrganizationResponse Modify(Call call, OrganizationRequest request) => Share(call, request, replaces: true);

    public static OrganizationResponse Revoke(Call call, OrganizationRequest request)
    {
        request.Only("Target", "Revokee");
        var row = RowOf(call, request);
        var revokee = PrincipalOf(call, request.Required<EntityReference>("Revokee"));
        SingleEvent.Run(call, request, request.RequestName, row.Table, row.Id,
            (inner, _) => Shares.Set(inner.Kernel, row, revokee, AccessRights.None),
            authorize: inner => Rights.Of(inner).Require(AccessRights.ShareAccess, row));
        return new OrganizationResponse();
    }

    /// <summary>What a user or team may do with a row, in every way together.</summary>
    public static OrganizationResponse RetrievePrincipalAccess(Call call, OrganizationRequest request)
    {
        request.Only("Target", "Principal");
        var row = RowOf(call, request);
        var principal = PrincipalOf(call, request.Required<EntityReference>("Principal"));
        var outputs = SingleEvent.Run(call, request, request.RequestName, row.Table, row.Id,
            (inner, e) => e.Outputs["AccessRights"] = Rights.Of(inner, principal).On(row), authorize: inner => Rights.Of(inner).Require(AccessRights.ReadAccess, row));
        return new OrganizationResponse { ["AccessRights"] = outputs["AccessRights"] };
    }

    /// <summary>With whom a row is shared.</summary>
    public static OrganizationResponse RetrieveSharedPrincipalsAndAccess(Call call, OrganizationRequest request)
    {
        request.Only("Target");
        var row = RowOf(call, request);
        var outputs = SingleEvent.Run(call, request, request.RequestName, row.Table, row.Id,
            (inner, e) => e.Outputs["PrincipalAccesses"] = Shares.On(inner.Kernel, row)
                .Select(share => new PrincipalAccess(new EntityReference(share.Principal.Table, share.Principal.Id), share.Rights)).ToArray(),
            authorize: inner => Rights.Of(inner).Require(AccessRights.ReadAccess, row));
        return new OrganizationResponse { ["PrincipalAccesses"] = outputs["PrincipalAccesses"] };
    }

    private static OrganizationResponse Share(Call call, OrganizationRequest request, bool replaces)
    {
        request.Only("Target", "PrincipalAccess");
        var row = RowOf(call, request);
        var (reference, mask) = request.Required<PrincipalAccess>("PrincipalAccess");
        if (mask == AccessRights.None || mask.HasFlag(AccessRights.CreateAccess))
            throw Fault.Of(ErrorCode.InvalidArgument, $"{request.RequestName} cannot share '{mask}'; a row that exists can be shared to read, write, append, append to, delete, share and assign.");
        var principal = PrincipalOf(call, reference);

        SingleEvent.Run(call, request, request.RequestName, row.Table, row.Id, (inner, _) =>
        {
            var known = replaces ? AccessRights.None : Shares.On(inner.Kernel, row).FirstOrDefault(share => share.Principal == principal).Rights;
            Shares.Set(inner.Kernel, row, principal, known | mask);
        }, authorize: inner =>
        {
            var rights = Rights.Of(inner);
            foreach (var right in Each(AccessRights.ShareAccess | mask)) rights.Require(right, row);
        });
        return new OrganizationResponse();
    }

    private static IEnumerable<AccessRights> Each(AccessRights mask) =>
        Enum.GetValues<AccessRights>().Where(right => right != AccessRights.None && mask.HasFlag(right));

    /// <summary>The row that is shared: only rows with an owner can be.</summary>
    private static Row RowOf(Call call, OrganizationRequest request)
    {
        var target = request.Required<EntityReference>("Target");
        var table = call.Kernel.RowValues.TableOf(target.LogicalName);
        if (table.Ownership != Ownership.User)
            throw Fault.Of(ErrorCode.NotSupportedByTable, $"The '{request.RequestName}' method does not support entities of type '{table.LogicalName}'.");
        return call.Kernel.RowValues.Existing(table, target.Id, target.KeyAttributes);
    }

    private static Reference PrincipalOf(Call call, EntityReference reference)
    {
        if (reference.LogicalName is not ("systemuser" or "team"))
            throw Fault.Of(ErrorCode.InvalidArgument, $"Rows are shared with users and teams, not with '{reference.LogicalName}'.");
        var row = call.Kernel.RowValues.Existing(call.Kernel.Model.Tables[reference.LogicalName], reference.Id, reference.KeyAttributes);
        return new Reference(row.Table, row.Id);
    }
}
