using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Gives a row to another owner: an update of its owner, which rows that follow their parent share.</summary>
internal static class Assign
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only("Target", "Assignee");
        var target = request.Required<EntityReference>("Target");
        Update.Run(call, [new Entity(target.LogicalName, target.Id) { ["ownerid"] = request.Required<EntityReference>("Assignee") }]);
        return new OrganizationResponse();
    }

    /// <summary>After an update: rows whose relationship cascades assignment get the new owner too, through the pipeline.</summary>
    public static void Cascade(Call call, Row before, Row after)
    {
        if (after["ownerid"] is not Reference owner || owner.Equals(before["ownerid"])) return;

        var children = from relationship in call.Kernel.Model.OneToMany.Values
                       where relationship.OneTable == after.Table && relationship.OnAssign == Model.Cascade.Cascade
                       from child in call.Kernel.Rows.Referring(relationship.ManyTable, relationship.Lookup, after.Id)
                       where !owner.Equals(child["ownerid"])
                       select child;
        foreach (var child in children.ToList())
            Update.Run(call, [new Entity(child.Table, child.Id) { ["ownerid"] = new EntityReference(owner.Table, owner.Id) }]);
    }
}
