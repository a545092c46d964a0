using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Security;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Messages;

/// <summary>
/// Deletes a row, and does to the rows that point at it what their relationships say: refuse, delete them too (through
/// the pipeline), or empty their lookups (without steps: no update of theirs takes place).
/// </summary>
internal static class Delete
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only("Target", "ConcurrencyBehavior");
        var target = request.Required<EntityReference>("Target");
        var row = call.Kernel.RowValues.Existing(call.Kernel.RowValues.TableOf(target.LogicalName), target.Id, target.KeyAttributes);
        RowRules.RefuseDirect(call.Kernel.Model.Tables[row.Table], "Delete");
        if (RowVersions.AreChecked(request)) RowVersions.Check(row, target.RowVersion);

        SingleEvent.Run(call, request, "Delete", row.Table, row.Id, (inner, _) =>
        {
            RefuseRestricted(inner.Kernel, row);
            DeleteChildren(inner, row);
            EmptyLookups(inner, row);
            IntersectRows.RemoveAll(inner.Kernel, row);
            Shares.RemoveAll(inner.Kernel, row);
            inner.Kernel.Rows.Remove(row.Table, row.Id);
        }, [row], authorize: inner => Rights.Of(inner).Require(AccessRights.DeleteAccess, row));
        return new DeleteResponse();
    }

    private static void RefuseRestricted(Kernel kernel, Row row)
    {
        if (Pointing(kernel, row, Cascade.Restrict).FirstOrDefault() is not { Row: { } child } found) return;
        throw Fault.Of(ErrorCode.DeleteRestricted,
            $"{row.Table} {row.Id} cannot be deleted: {child.Table} {child.Id} points at it ({found.Relationship.SchemaName}).");
    }

    private static void DeleteChildren(Call call, Row row)
    {
        foreach (var (_, child) in Pointing(call.Kernel, row, Cascade.Cascade).ToList())
        {
            if (call.Kernel.Rows.Find(child.Table, child.Id) is null) continue; // an earlier child has taken it along
            Execute(call, new OrganizationRequest("Delete") { ["Target"] = new EntityReference(child.Table, child.Id) });
        }
    }

    private static void EmptyLookups(Call call, Row row)
    {
        foreach (var (relationship, child) in Pointing(call.Kernel, row, Cascade.RemoveLink).ToList())
        {
            var table = call.Kernel.Model.Tables[child.Table];
            var values = new Dictionary<string, object>(call.Kernel.Rows.Find(child.Table, child.Id)!.Values);
            values.Remove(relationship.Lookup);
            PlatformColumns.Update(call, table, values);
            call.Kernel.Rows.Write(child.Table, child.Id, values);
        }
    }

    private static IEnumerable<(OneToMany Relationship, Row Row)> Pointing(Kernel kernel, Row row, Cascade onDelete) =>
        from relationship in kernel.Model.OneToMany.Values
        where relationship.OneTable == row.Table && relationship.OnDelete == onDelete
        from child in kernel.Rows.Referring(relationship.ManyTable, relationship.Lookup, row.Id)
        where child.Id != row.Id
        select (relationship, child);
}
