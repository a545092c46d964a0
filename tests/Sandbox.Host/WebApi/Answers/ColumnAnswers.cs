using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi.Answers;

/// <summary>Answers for one column of a row: reading, setting and emptying it.</summary>
internal static class ColumnAnswers
{
    private const string Value = "value";

    public static async Task AnswerAsync(Exchange exchange, ColumnOfRow address)
    {
        QueryOptions.Require(exchange.Request);
        switch (exchange.Request.Method)
        {
            case "GET": await ReadAsync(exchange, address); break;
            case var _ when address.IsPlain: throw exchange.WrongMethod("$value");
            case "PUT": await SetAsync(exchange, address); break;
            case "DELETE": await SetAsync(exchange, address, value: null); break;
            default: throw exchange.WrongMethod($"the column {address.Column.LogicalName}");
        }
    }

    private static Task ReadAsync(Exchange exchange, ColumnOfRow address)
    {
        var (row, column) = (address.Row, address.Column);
        var read = exchange.Reader.Retrieve(row.Key, new Selection(row.Table, [column], [], IsAll: false)).Entity;
        if (!read.Contains(column.LogicalName)) return exchange.DoneAsync();

        if (address.IsPlain) return exchange.WriteTextAsync(ColumnValues.PlainText(column, read[column.LogicalName]));
        return exchange.WriteAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", exchange.Context($"{row.Table.EntitySetName}({read.Id})/{Metadata.PropertyName(column)}"));
            json.WritePropertyName(Value);
            ColumnValues.Write(json, column, read[column.LogicalName]);
            json.WriteEndObject();
        });
    }

    private static async Task SetAsync(Exchange exchange, ColumnOfRow address)
    {
        var body = await JsonBody.ReadObjectAsync(exchange.Request);
        if (!body.TryGetProperty(Value, out var value)) throw Refusal.Payload($"The body must be {{\"{Value}\": …}}.");
        await SetAsync(exchange, address, ColumnValues.FromJson(address.Column, value));
    }

    private static Task SetAsync(Exchange exchange, ColumnOfRow address, object? value)
    {
        if (address.Column.Targets.Count > 0)
            throw Refusal.Payload($"The lookup {address.Column.LogicalName} is set and emptied through its navigation property and $ref.");
        exchange.Organization.Update(RowWith(address.Row, address.Column.LogicalName, value));
        return exchange.DoneAsync();
    }

    /// <summary>A row with one column, ready for an update.</summary>
    public static Entity RowWith(SingleRow row, string column, object? value) =>
        new(row.Table.LogicalName, row.Key.Id) { KeyAttributes = row.Key.KeyAttributes, [column] = value };
}
