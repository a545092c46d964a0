using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Messages;

/// <summary>What must hold for a row as a whole before it is stored. What only the business requires, forms ask for; the API does not.</summary>
internal static class RowRules
{
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
