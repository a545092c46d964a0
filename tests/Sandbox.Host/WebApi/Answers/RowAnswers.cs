using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Model;
using Microsoft.Net.Http.Headers;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Host.WebApi.Answers;

/// <summary>Answers for one row: reading, updating or creating it under its key, deleting it.</summary>
internal static class RowAnswers
{
    public const string EntityIdHeader = "OData-EntityId";

    public static Task AnswerAsync(Exchange exchange, SingleRow row) => exchange.Request.Method switch
    {
        "GET" => ReadAsync(exchange, row),
        "PATCH" => WriteAsync(exchange, row),
        "DELETE" => DeleteAsync(exchange, row),
        "PUT" => throw Unsupported.Feature("replacing a row with PUT", "Web API"),
        _ => throw exchange.WrongMethod("a row"),
    };

    private static async Task ReadAsync(Exchange exchange, SingleRow row)
    {
        QueryOptions.Require(exchange.Request, QueryOptions.Select, QueryOptions.Expand);
        var selection = exchange.SelectionOf(row.Table);
        var read = exchange.Reader.Retrieve(row.Key, selection);

        if (exchange.Request.Headers[HeaderNames.IfNoneMatch] == RowWriter.EntityTag(read.Entity))
            exchange.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await ShowAsync(exchange, read, selection, StatusCodes.Status200OK);
    }

    /// <summary>The row that a lookup points at; nothing when it is empty.</summary>
    public static async Task ReadRelatedAsync(Exchange exchange, RelatedRow related)
    {
        if (exchange.Request.Method != "GET") throw exchange.WrongMethod($"'{related.Navigation.Name}'");
        QueryOptions.Require(exchange.Request, QueryOptions.Select, QueryOptions.Expand);
        var selection = exchange.SelectionOf(related.Navigation.Target);
        var expansion = new Expansion(related.Navigation, selection, Filter: null, Order: null, Top: null);
        var read = exchange.Reader.Retrieve(related.Row.Key, new Selection(related.Row.Table, [], [expansion], IsAll: false));

        if (read.Related[related.Navigation.Name] is [var only]) await ShowAsync(exchange, only, selection, StatusCodes.Status200OK);
        else await exchange.DoneAsync();
    }

    private static Task ShowAsync(Exchange exchange, ReadRow row, Selection selection, int status)
    {
        exchange.Response.Headers[HeaderNames.ETag] = RowWriter.EntityTag(row.Entity);
        exchange.Preferences.Confirm(exchange.Response, representation: status == StatusCodes.Status201Created || exchange.Request.Method == "PATCH");
        var context = exchange.Context($"{selection.Table.EntitySetName}{selection.ContextSuffix()}/$entity");
        return exchange.WriteAsync(status, json => exchange.Rows.Write(json, row, selection, context));
    }

    private static async Task WriteAsync(Exchange exchange, SingleRow row)
    {
        QueryOptions.Require(exchange.Request, QueryOptions.Select, QueryOptions.Expand);
        var selection = exchange.SelectionOf(row.Table);
        var entity = exchange.Payload.ReadRow(await JsonBody.ReadObjectAsync(exchange.Request), row.Table);
        entity.Id = row.Key.Id;
        entity.KeyAttributes = row.Key.KeyAttributes;

        var isNew = Save(exchange, entity);
        await WrittenAsync(exchange, row.Key, selection, isNew);
    }

    // PATCH alone is upsert; If-Match forbids creating, If-None-Match: * forbids updating.
    private static bool Save(Exchange exchange, Entity entity)
    {
        if (exchange.Request.Headers[HeaderNames.IfNoneMatch] == "*")
        {
            // A row that is made under its alternate key has that key.
            foreach (var (column, value) in entity.KeyAttributes.Where(part => !entity.Contains(part.Key))) entity[column] = value;
            exchange.Organization.Execute(new CreateRequest { Target = entity });
            return true;
        }
        if (exchange.Request.Headers.ContainsKey(HeaderNames.IfMatch))
        {
            entity.RowVersion = VersionIn(exchange.Request);
            exchange.Organization.Execute(new UpdateRequest { Target = entity, ConcurrencyBehavior = BehaviorFor(entity.RowVersion) });
            return false;
        }
        return ((UpsertResponse)exchange.Organization.Execute(new UpsertRequest { Target = entity })).RecordCreated;
    }

    private static ConcurrencyBehavior BehaviorFor(string? version) => version is null ? ConcurrencyBehavior.Default : ConcurrencyBehavior.IfRowVersionMatches;

    /// <summary>The row version in <c>If-Match</c>; null when there is none, or a star.</summary>
    /// <exception cref="Refusal">It is not an entity tag of the Web API.</exception>
    private static string? VersionIn(HttpRequest request)
    {
        var tag = request.Headers[HeaderNames.IfMatch].ToString();
        if (tag is "" or "*") return null;
        return tag.StartsWith("W/\"", StringComparison.Ordinal) && tag.EndsWith('"') && tag.Length > 4 && tag[3..^1].All(char.IsAsciiDigit)
            ? tag[3..^1]
            : throw Refusal.Address($"If-Match must be * or the @odata.etag of the row, not '{tag}'.");
    }

    /// <summary>Answers a write: with the row when the caller prefers that, else with its address alone.</summary>
    public static Task WrittenAsync(Exchange exchange, EntityReference key, Selection selection, bool isNew)
    {
        if (!exchange.Preferences.Representation)
        {
            exchange.Response.Headers[EntityIdHeader] = AddressOf(exchange, selection.Table, key);
            return exchange.DoneAsync();
        }
        var row = exchange.Reader.Retrieve(key, selection);
        exchange.Response.Headers[EntityIdHeader] = exchange.AddressOf(selection.Table, row.Entity.Id);
        return ShowAsync(exchange, row, selection, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static string AddressOf(Exchange exchange, Table table, EntityReference key) =>
        exchange.AddressOf(table, key.Id != Guid.Empty ? key.Id : IdOf(exchange, new SingleRow(table, key)));

    /// <summary>The id of a row, which must exist.</summary>
    public static Guid IdOf(Exchange exchange, SingleRow row) =>
        exchange.Reader.Retrieve(row.Key, new Selection(row.Table, [row.Table.Columns[row.Table.PrimaryKey]], [], IsAll: false)).Entity.Id;

    private static Task DeleteAsync(Exchange exchange, SingleRow row)
    {
        QueryOptions.Require(exchange.Request);
        var version = VersionIn(exchange.Request);
        row.Key.RowVersion = version;
        exchange.Organization.Execute(new DeleteRequest { Target = row.Key, ConcurrencyBehavior = BehaviorFor(version) });
        return exchange.DoneAsync();
    }
}
