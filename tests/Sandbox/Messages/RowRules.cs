using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>What must hold for a row as a whole before it is stored. What only the business requires, forms ask for; the API does not.</summary>
internal static class RowRules
{
    /// <summary>Refuses a message on rows that only the platform writes.</summary>
    public static void RefuseDirect(Table table, string message)
    {
        if (table.Ownership == Ownership.None)
            throw Fault.Of(ErrorCode.NotSupportedByTable, $"The '{message}' method does not support entities of type '{table.LogicalName}'.");
        if (table.LogicalName == PersonalSettings.Table && message is not "Update")
            throw Fault.Of(ErrorCode.NotSupportedByTable, $"The '{message}' method does not support entities of type '{table.LogicalName}'.");
        if (table.LogicalName == "role")
            throw Unsupported.Feature("roles that are not in the solution", $"{message} of a role");
    }

    /// <summary>Rows come with another in a Create from outside; no other save, and no step of it, may bring some.</summary>
    public static void RefuseRelated(Entity target, string message)
    {
        if (target.RelatedEntities.Count > 0) throw Unsupported.Feature("related rows together with their row", $"{message} of a {target.LogicalName}");
    }

    /// <summary>Users and teams stay in their business unit: the platform would take their roles from them and move their rows.</summary>
    public static void RefuseMove(Table table, Row before, Dictionary<string, object> after)
    {
        if (table.LogicalName is "systemuser" or "team" && !Equals(before["businessunitid"], after.GetValueOrDefault("businessunitid")))
            throw Unsupported.Feature("moving users and teams to another business unit", $"{table.LogicalName}.businessunitid");
    }

    public static void Check(Kernel kernel, Table table, Guid id, Dictionary<string, object> values)
    {
        if (table.Columns.Values.FirstOrDefault(column => column.IsSystemRequired && !values.ContainsKey(column.LogicalName)) is { } missing)
            throw Fault.Of(ErrorCode.InvalidArgument, $"'{table.LogicalName}.{missing.LogicalName}' is required by the platform and cannot be empty.");

        foreach (var key in table.Keys)
        {
            if (KeyIndex.TextOf(key, values.GetValueOrDefault) is { } text
                && kernel.Rows.FindByKey(table.LogicalName, key, text) is { } other && other.Id != id)
            {
                throw Fault.Of(ErrorCode.DuplicateKey,
                    $"A {table.LogicalName} with the same {string.Join(" and ", key.Columns)} exists already ({other.Id}); the key '{key.LogicalName}' allows one.");
            }
        }
    }
}
