using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Conversion;

/// <summary>Turns what a caller sends into what is stored, and finds rows by what a caller calls them.</summary>
internal sealed class RowValues(SolutionModel model, RowStore rows)
{
    /// <summary>The table of that name.</summary>
    public Table TableOf(string? name) =>
        name is not null && model.Tables.TryGetValue(name, out var table)
            ? table
            : throw Fault.Of(ErrorCode.UnknownTable, $"There is no table '{name}' in the solution or among the stand-ins.");

    /// <summary>The column of that name.</summary>
    public static Column ColumnOf(Table table, string name) =>
        table.Find(name) ?? throw Fault.Of(ErrorCode.UnknownColumn, table.IsStandIn
            ? $"The stand-in of {table.LogicalName} has no column '{name}'. If the real table has it, add it to platform.json."
            : $"The table {table.LogicalName} has no column '{name}'.");

    /// <summary>The value as it is stored, with all rules of the column kept.</summary>
    public object? Stored(Table table, Column column, object? value)
    {
        if (!Values.TryFromSdk(column, value, out var plain))
        {
            throw Fault.Of(ErrorCode.InvalidArgument,
                $"'{table.LogicalName}.{column.LogicalName}' is of type {column.Type} and cannot hold a value of type {value!.GetType().Name}.");
        }
        return value is EntityReference reference ? Existing(table, column, reference) : ValueRules.Apply(table, column, plain);
    }

    /// <summary>The row that an entity or a reference means: by its id, else by its alternate key; null when there is none.</summary>
    public Row? Find(Table table, Guid id, KeyAttributeCollection keys) =>
        keys.Count > 0 ? FindByKey(table, keys) : rows.Find(table.LogicalName, id);

    /// <summary>The row that must be there; <paramref name="column"/> says, when it is not, which lookup means it.</summary>
    public Row Existing(Table table, Guid id, KeyAttributeCollection keys, string? column = null)
    {
        if (Find(table, id, keys) is { } row) return row;
        var where = column is null ? "" : $"'{column}': ";
        throw keys.Count > 0
            ? Fault.Of(ErrorCode.RowNotFoundByKey, $"{where}There is no {table.LogicalName} with {string.Join(", ", keys.Select(key => $"{key.Key} = {Shown(key.Value)}"))}.")
            : Fault.Of(ErrorCode.RowNotFound, $"{where}{table.LogicalName} With Id = {id} Does Not Exist");
    }

    private Reference Existing(Table table, Column column, EntityReference reference)
    {
        if (!column.Targets.Contains(reference.LogicalName))
        {
            throw Fault.Of(ErrorCode.InvalidArgument,
                $"'{table.LogicalName}.{column.LogicalName}' points at {string.Join(" or ", column.Targets)}, not at '{reference.LogicalName}'.");
        }
        var target = Existing(TableOf(reference.LogicalName), reference.Id, reference.KeyAttributes, $"{table.LogicalName}.{column.LogicalName}");
        return new Reference(target.Table, target.Id);
    }

    private Row? FindByKey(Table table, KeyAttributeCollection keys)
    {
        var key = table.Keys.FirstOrDefault(candidate => candidate.Columns.ToHashSet().SetEquals(keys.Keys))
            ?? throw Fault.Of(ErrorCode.InvalidArgument, $"({string.Join(", ", keys.Keys)}) is no alternate key of {table.LogicalName}.");
        var text = KeyIndex.TextOf(key, column => Stored(table, ColumnOf(table, column), keys[column]));
        return text is null ? null : rows.FindByKey(table.LogicalName, key, text);
    }

    private static string? Shown(object? value) => value is EntityReference reference ? reference.Id.ToString() : value?.ToString();
}
