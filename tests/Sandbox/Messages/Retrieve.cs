using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Query;
using BuyerPath.Sandbox.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Reads a row by its id or an alternate key.</summary>
internal static class Retrieve
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only("Target", "ColumnSet");
        var target = request.Required<EntityReference>("Target");
        var table = call.Kernel.RowValues.TableOf(target.LogicalName);
        var columns = request.Required<ColumnSet>("ColumnSet");

        var outputs = SingleEvent.Run(call, request, "Retrieve", table.LogicalName, target.Id, (inner, e) =>
        {
            var row = inner.Kernel.RowValues.Existing(table, target.Id, target.KeyAttributes);
            e.Outputs["BusinessEntity"] = QueryExecutor.EntityOf(inner.Kernel.AsRead(inner.Kernel.Rows).Complete(row), table, columns, inner.Kernel.ValuesIn(inner.Language));
        }, authorize: inner => Authorize(inner, table, target));
        return new RetrieveResponse { ["Entity"] = outputs["BusinessEntity"] };
    }

    /// <summary>Whoever may read no such rows at all is told so, and not whether this one exists.</summary>
    private static void Authorize(Call call, Table table, EntityReference target)
    {
        var rights = Rights.Of(call);
        rights.Require(AccessRights.ReadAccess, table);
        if (call.Kernel.RowValues.Find(table, target.Id, target.KeyAttributes) is { } row) rights.Require(AccessRights.ReadAccess, row);
    }
}
