using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Security;

/// <summary>
/// What saving a row takes: Create, or Write and for a new owner Assign; and for every lookup that is set, Append on the
/// row and AppendTo on the row that it points at. Whoever gets a row must be able to read such rows.
/// </summary>
internal sealed class SaveCheck(Call call, Table table)
{
    private readonly Rights _rights = Rights.Of(call);

    public void RequireCreate(Entity target)
    {
        if (call.UserId == Seed.SystemUserId) return;
        var lookups = LookupsIn(target);
        var row = Proposed(target, lookups);
        _rights.Require(AccessRights.CreateAccess, row);
        RequireLinks(row, lookups);
        if (row["ownerid"] is Reference owner && owner.Id != call.UserId) RequireReader(owner);
    }

    public void RequireUpdate(Row before, Entity target)
    {
        if (call.UserId == Seed.SystemUserId) return;
        var lookups = LookupsIn(target).Where(lookup => !lookup.Value.Equals(before[lookup.Key])).ToDictionary();
        var isAssigned = lookups.Remove("ownerid", out var owner);
        if (isAssigned) _rights.Require(AccessRights.AssignAccess, before);
        if (!isAssigned || target.Attributes.Keys.Any(name => name != "ownerid" && name != table.PrimaryKey)) _rights.Require(AccessRights.WriteAccess, before);
        RequireLinks(before, lookups);
        if (isAssigned) RequireReader(owner!);
    }

    /// <summary>The row as it would be, as far as access depends on it.</summary>
    private Row Proposed(Entity target, Dictionary<string, Reference> lookups)
    {
        var values = lookups.ToDictionary(lookup => lookup.Key, lookup => (object)lookup.Value);
        if (table.Ownership == Ownership.User)
        {
            values.TryAdd("ownerid", new Reference("systemuser", call.UserId));
            var owner = (Reference)values["ownerid"];
            values["owningbusinessunit"] = call.Kernel.Rows.Find(owner.Table, owner.Id)!["businessunitid"]!;
        }
        return new Row(table.LogicalName, target.Id, version: 0, values);
    }

    private void RequireLinks(Row row, Dictionary<string, Reference> lookups)
    {
        var links = lookups.Where(lookup => !table.Columns[lookup.Key].IsSystem).Select(lookup => lookup.Value).ToList();
        if (links.Count > 0) _rights.Require(AccessRights.AppendAccess, row);
        foreach (var link in links) _rights.Require(AccessRights.AppendToAccess, call.Kernel.Rows.Find(link.Table, link.Id)!);
    }

    private void RequireReader(Reference owner) => Rights.Of(call, owner).Require(AccessRights.ReadAccess, table);

    /// <summary>The lookups that the target sets; columns that do not exist are refused when the row is written.</summary>
    private Dictionary<string, Reference> LookupsIn(Entity target) =>
        (from attribute in target.Attributes
         where attribute.Value is EntityReference
         let column = table.Find(attribute.Key)
         where column is not null
         let reference = call.Kernel.RowValues.Stored(table, column, attribute.Value) as Reference
         where reference is not null
         select (attribute.Key, reference)).ToDictionary();
}
