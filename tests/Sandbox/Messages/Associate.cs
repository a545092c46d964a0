using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Security;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>
/// Links rows by the name of their relationship, or parts them. A lookup is written by an update; rows of a many-to-many
/// relationship are joined by a row of its intersect table.
/// </summary>
internal static class Associate
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request) => Run(call, request, link: true);

    public static OrganizationResponse Undo(Call call, OrganizationRequest request) => Run(call, request, link: false);

    private static OrganizationResponse Run(Call call, OrganizationRequest request, bool link)
    {
        request.Only("Target", "Relationship", "RelatedEntities");
        var target = request.Required<EntityReference>("Target");
        var related = request.Required<EntityReferenceCollection>("RelatedEntities");
        var relationship = request.Required<Relationship>("Relationship");
        var model = call.Kernel.Model;

        if (model.OneToMany.TryGetValue(relationship.SchemaName, out var oneToMany))
        {
            var pairs = PairsOf(oneToMany, relationship.PrimaryEntityRole, target, related);
            SingleEvent.Run(call, request, request.RequestName, table: null, Guid.Empty, (inner, _) =>
            {
                foreach (var (one, many) in pairs) Write(inner, oneToMany, one, many, link);
            });
        }
        else if (model.ManyToMany.TryGetValue(relationship.SchemaName, out var manyToMany))
        {
            var pairs = PairsOf(call, manyToMany, target, related);
            SingleEvent.Run(call, request, request.RequestName, table: null, Guid.Empty, (inner, _) =>
            {
                foreach (var (first, second) in pairs) Write(inner, manyToMany, first, second, link);
            }, authorize: inner => Authorize(inner, manyToMany, pairs));
        }
        else
        {
            throw NoSuchRelationship(relationship);
        }
        return new OrganizationResponse();
    }

    /// <summary>Which end a row has: that of its table. Between rows of one table the role says it, and without a role it is the one side.</summary>
    public static bool TargetIsOne(OneToMany relationship, EntityRole? role, string table) =>
        relationship.OneTable == table && (role != EntityRole.Referencing || relationship.ManyTable != table);

    public static Exception NoSuchRelationship(Relationship relationship) =>
        Fault.Of(ErrorCode.InvalidArgument, $"There is no relationship '{relationship.SchemaName}'.");

    /// <summary>Refuses rows that are not of the tables of the relationship.</summary>
    public static void RefuseOtherTables(string relationship, (string, string) tables, (string, string) given)
    {
        if (tables == given) return;
        throw Fault.Of(ErrorCode.InvalidArgument, $"The relationship '{relationship}' is between {tables.Item1} and {tables.Item2}, not {given.Item1} and {given.Item2}.");
    }

    private static List<(EntityReference One, EntityReference Many)> PairsOf(
        OneToMany relationship, EntityRole? role, EntityReference target, EntityReferenceCollection related)
    {
        var targetIsOne = TargetIsOne(relationship, role, target.LogicalName);
        var pairs = related.Select(other => targetIsOne ? (One: target, Many: other) : (One: other, Many: target)).ToList();
        foreach (var (one, many) in pairs)
            RefuseOtherTables(relationship.SchemaName, (relationship.OneTable, relationship.ManyTable), (one.LogicalName, many.LogicalName));
        return pairs;
    }

    private static List<(Row First, Row Second)> PairsOf(Call call, ManyToMany relationship, EntityReference target, EntityReferenceCollection related)
    {
        var targetIsFirst = relationship.FirstTable == target.LogicalName;
        var pairs = related.Select(other => targetIsFirst ? (First: target, Second: other) : (First: other, Second: target)).ToList();
        foreach (var (first, second) in pairs)
            RefuseOtherTables(relationship.SchemaName, (relationship.FirstTable, relationship.SecondTable), (first.LogicalName, second.LogicalName));
        return [.. pairs.Select(pair => (RowOf(call, pair.First), RowOf(call, pair.Second)))];
    }

    private static Row RowOf(Call call, EntityReference reference) =>
        call.Kernel.RowValues.Existing(call.Kernel.Model.Tables[reference.LogicalName], reference.Id, reference.KeyAttributes);

    private static void Write(Call call, OneToMany relationship, EntityReference one, EntityReference many, bool link)
    {
        var row = RowOf(call, many);
        var isLinked = row[relationship.Lookup] is Reference(_, var id) && id == one.Id;
        if (!link && !isLinked) return; // nothing to undo
        Update.Run(call, [new Entity(row.Table, row.Id) { [relationship.Lookup] = link ? one : null }]);
    }

    private static void Write(Call call, ManyToMany relationship, Row first, Row second, bool link)
    {
        if (link) IntersectRows.Add(call.Kernel, relationship, first.Id, second.Id);
        else IntersectRows.Remove(call.Kernel, relationship, first.Id, second.Id);
    }

    /// <summary>Append on both rows, or the one privilege that the platform asks for in its own relationships.</summary>
    private static void Authorize(Call call, ManyToMany relationship, List<(Row First, Row Second)> pairs)
    {
        var rights = Rights.Of(call);
        if (relationship.Privilege is { } privilege)
        {
            rights.Require(privilege);
            return;
        }
        foreach (var (first, second) in pairs)
        {
            rights.Require(AccessRights.AppendAccess, first);
            rights.Require(AccessRights.AppendAccess, second);
        }
    }
}
