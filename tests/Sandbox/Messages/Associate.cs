using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Sets or empties a lookup by the name of its relationship. The lookup is written by an update.</summary>
internal static class Associate
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request) => Run(call, request, link: true);

    public static OrganizationResponse Undo(Call call, OrganizationRequest request) => Run(call, request, link: false);

    private static OrganizationResponse Run(Call call, OrganizationRequest request, bool link)
    {
        request.Only("Target", "Relationship", "RelatedEntities");
        var target = request.Required<EntityReference>("Target");
        var related = request.Required<EntityReferenceCollection>("RelatedEntities");
        var relationship = RelationshipOf(call, request.Required<Relationship>("Relationship"));
        var role = request.Required<Relationship>("Relationship").PrimaryEntityRole;

        var targetIsOne = relationship.OneTable == target.LogicalName && (role != EntityRole.Referencing || relationship.ManyTable != target.LogicalName);
        var pairs = related.Select(other => targetIsOne ? (One: target, Many: other) : (One: other, Many: target)).ToList();
        foreach (var (one, many) in pairs) RefuseOtherTables(relationship, one, many);

        SingleEvent.Run(call, request, request.RequestName, table: null, Guid.Empty, (inner, _) =>
        {
            foreach (var (one, many) in pairs) Write(inner, relationship, one, many, link);
        });
        return new OrganizationResponse();
    }

    private static void Write(Call call, OneToMany relationship, EntityReference one, EntityReference many, bool link)
    {
        var row = call.Kernel.RowValues.Existing(call.Kernel.Model.Tables[many.LogicalName], many.Id, many.KeyAttributes);
        var isLinked = row[relationship.Lookup] is Reference(_, var id) && id == one.Id;
        if (!link && !isLinked) return; // nothing to undo
        Update.Run(call, [new Entity(row.Table, row.Id) { [relationship.Lookup] = link ? one : null }]);
    }

    private static OneToMany RelationshipOf(Call call, Relationship relationship)
    {
        if (call.Kernel.Model.OneToMany.TryGetValue(relationship.SchemaName, out var found)) return found;
        if (call.Kernel.Model.ManyToMany.ContainsKey(relationship.SchemaName))
            throw Unsupported.Feature("associating rows of a many-to-many relationship", relationship.SchemaName);
        throw Fault.Of(ErrorCode.InvalidArgument, $"There is no relationship '{relationship.SchemaName}'.");
    }

    private static void RefuseOtherTables(OneToMany relationship, EntityReference one, EntityReference many)
    {
        if (one.LogicalName == relationship.OneTable && many.LogicalName == relationship.ManyTable) return;
        throw Fault.Of(ErrorCode.InvalidArgument,
            $"The relationship '{relationship.SchemaName}' is between {relationship.OneTable} and {relationship.ManyTable}, not {one.LogicalName} and {many.LogicalName}.");
    }
}
