using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Messages;

/// <summary>The columns that the platform fills: who and when, owner, defaults, numbers, and what follows from other columns.</summary>
internal static class PlatformColumns
{
    private static readonly Reference Currency = new("transactioncurrency", Seed.CurrencyId);

    public static void Create(Call call, Table table, Dictionary<string, object> values)
    {
        var now = call.Kernel.Now();
        values["createdon"] = values.GetValueOrDefault("overriddencreatedon") ?? now;
        if (values.ContainsKey("overriddencreatedon")) values["overriddencreatedon"] = now; // the platform swaps the two
        values["createdby"] = new Reference("systemuser", call.UserId);

        if (table.Ownership == Ownership.User) values.TryAdd("ownerid", new Reference("systemuser", call.UserId));
        if (table.Ownership == Ownership.Organization) values["organizationid"] = new Reference("organization", Seed.OrganizationId);
        foreach (var column in table.Columns.Values)
        {
            if (column is { DefaultValue: { } chosen, Type: ColumnType.YesNo }) values.TryAdd(column.LogicalName, chosen == 1);
            else if (column.DefaultValue is { } option) values.TryAdd(column.LogicalName, option);
            else if (column.AutoNumberFormat is { } format && !values.ContainsKey(column.LogicalName))
                values[column.LogicalName] = AutoNumber.Next(format, now, () => call.Kernel.Rows.NextNumber(table.LogicalName, column.LogicalName));
        }
        if (table.Find("transactioncurrencyid") is not null)
        {
            values.TryAdd("transactioncurrencyid", Currency);
            values["exchangerate"] = 1m;
        }
        Update(call, table, values);
    }

    public static void Update(Call call, Table table, Dictionary<string, object> values)
    {
        values["modifiedon"] = call.Kernel.Now();
        values["modifiedby"] = new Reference("systemuser", call.UserId);

        if (values.GetValueOrDefault("ownerid") is Reference owner) SetOwner(call, values, owner);
        RefuseOtherCurrencies(table, values);
        foreach (var column in table.Columns.Values)
        {
            if (column.BaseOf is { } money) Set(values, column.LogicalName, values.GetValueOrDefault(money));
            if (column.JoinedFrom.Count > 0) Set(values, column.LogicalName, Joined(column, values));
        }
    }

    private static void SetOwner(Call call, Dictionary<string, object> values, Reference owner)
    {
        Set(values, "owninguser", owner.Table == "systemuser" ? owner : null);
        Set(values, "owningteam", owner.Table == "team" ? owner : null);
        Set(values, "owningbusinessunit", call.Kernel.Rows.Find(owner.Table, owner.Id)?["businessunitid"]);
    }

    private static void RefuseOtherCurrencies(Table table, Dictionary<string, object> values)
    {
        if (values.GetValueOrDefault("transactioncurrencyid") is Reference currency && currency != Currency)
            throw Unsupported.Feature("currencies other than the base currency", $"{table.LogicalName}.transactioncurrencyid");
    }

    private static string? Joined(Column column, Dictionary<string, object> values)
    {
        var text = string.Join(' ', column.JoinedFrom.Select(name => values.GetValueOrDefault(name)).OfType<string>());
        return text.Length > 0 ? text : null;
    }

    private static void Set(Dictionary<string, object> values, string column, object? value)
    {
        if (value is null) values.Remove(column);
        else values[column] = value;
    }
}
