using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>
/// Creates a row and the rows that come with it, at any depth, all or none: those that it points at before it, those that
/// point at it or are linked to it after it. Each is a Create of its own, with the steps of its table.
/// </summary>
internal static class CreateTogether
{
    public static Guid Run(Call call, Entity target) => Transaction.Run(call, inner => Create(inner, target));

    private static Guid Create(Call call, Entity target)
    {
        var related = target.RelatedEntities.Select(pair => RelatedOf(call.Kernel.Model, target, pair.Key, pair.Value)).ToList();
        target.RelatedEntities.Clear();

        foreach (var rows in related) rows.Before(call, target);
        var id = Messages.Create.Run(call, call.Kernel.RowValues.TableOf(target.LogicalName), [target])[0].Id;
        foreach (var rows in related) rows.After(call, new EntityReference(target.LogicalName, id));
        return id;
    }

    private static Related RelatedOf(SolutionModel model, Entity target, Relationship relationship, EntityCollection rows)
    {
        if (model.ManyToMany.ContainsKey(relationship.SchemaName)) return new Linked(relationship, rows);
        if (!model.OneToMany.TryGetValue(relationship.SchemaName, out var oneToMany)) throw Associate.NoSuchRelationship(relationship);

        var targetIsOne = Associate.TargetIsOne(oneToMany, relationship.PrimaryEntityRole, target.LogicalName);
        foreach (var row in rows.Entities)
        {
            Associate.RefuseOtherTables(oneToMany.SchemaName, (oneToMany.OneTable, oneToMany.ManyTable),
                targetIsOne ? (target.LogicalName, row.LogicalName) : (row.LogicalName, target.LogicalName));
        }
        if (targetIsOne) return new Many(oneToMany, rows);
        return rows.Entities is [var only]
            ? new One(oneToMany, only)
            : throw Fault.Of(ErrorCode.InvalidArgument, $"Along '{relationship.SchemaName}' a {target.LogicalName} points at one row; {rows.Entities.Count} were given.");
    }

    private abstract record Related
    {
        public virtual void Before(Call call, Entity target) { }

        public virtual void After(Call call, EntityReference target) { }
    }

    private sealed record One(OneToMany Relationship, Entity Row) : Related
    {
        public override void Before(Call call, Entity target) =>
            target[Relationship.Lookup] = new EntityReference(Row.LogicalName, Create(call, Row));
    }

    private sealed record Many(OneToMany Relationship, EntityCollection Rows) : Related
    {
        public override void After(Call call, EntityReference target)
        {
            foreach (var row in Rows.Entities)
            {
                row[Relationship.Lookup] = target;
                Create(call, row);
            }
        }
    }

    private sealed record Linked(Relationship Relationship, EntityCollection Rows) : Related
    {
        public override void After(Call call, EntityReference target) => Associate.Execute(call, new OrganizationRequest("Associate")
        {
            ["Target"] = target,
            ["Relationship"] = Relationship,
            ["RelatedEntities"] = new EntityReferenceCollection([.. Rows.Entities.Select(row => new EntityReference(row.LogicalName, Create(call, row)))]),
        });
    }
}
