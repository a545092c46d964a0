using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi.Answers;

/// <summary>Answers for functions and actions.</summary>
internal static class CallAnswers
{
    private const string Target = "Target";

    public static async Task AnswerAsync(Exchange exchange, Call call)
    {
        var api = call.Operation.Api;
        if (exchange.Request.Method != (api.IsFunction ? "GET" : "POST"))
            throw exchange.WrongMethod($"the {(api.IsFunction ? "function" : "action")} {api.UniqueName}");
        QueryOptions.Require(exchange.Request);

        var request = new OrganizationRequest(api.UniqueName);
        if (call.BoundTo is SingleRow row) request[Target] = new EntityReference(row.Table.LogicalName, RowAnswers.IdOf(exchange, row));
        if (api.IsFunction) ReadArguments(exchange, request, call);
        else await ReadBodyAsync(exchange, request, api);

        await WriteAsync(exchange, call.Operation, exchange.Organization.Execute(request));
    }

    private static void ReadArguments(Exchange exchange, OrganizationRequest request, Call call)
    {
        foreach (var argument in call.Arguments)
        {
            var parameter = call.Operation.Api.Parameters.Single(parameter => parameter.Name == argument.Name);
            var node = Plain(exchange, argument.Value as SingleValueNode);
            if (node is not ConstantNode constant) throw Unsupported.Feature($"the argument '{argument.Name}'", "Web API function");
            if (constant.Value is { } value) request[parameter.Name] = PlainParameters.FromAddress(parameter, value);
        }
    }

    private static SingleValueNode? Plain(Exchange exchange, SingleValueNode? node) => node switch
    {
        ConvertNode convert => Plain(exchange, convert.Source),
        ParameterAliasNode alias => Plain(exchange, exchange.Parser.ParameterAliasNodes.TryGetValue(alias.Alias, out var value) ? value : null),
        _ => node,
    };

    private static async Task ReadBodyAsync(Exchange exchange, OrganizationRequest request, CustomApi api)
    {
        // An action without parameters may come without a body.
        if (api.Parameters.Count == 0 && exchange.Request.ContentLength is null or 0) return;

        foreach (var property in (await JsonBody.ReadObjectAsync(exchange.Request)).EnumerateObject())
        {
            var parameter = api.Parameters.FirstOrDefault(parameter => parameter.Name == property.Name)
                ?? throw Refusal.Payload($"{api.UniqueName} has no parameter '{property.Name}'. It has: {Names(api)}.");
            request[parameter.Name] = exchange.Payload.ReadParameter(parameter, property.Value);
        }
    }

    private static string Names(CustomApi api) => api.Parameters.Count == 0 ? "none" : string.Join(", ", api.Parameters.Select(parameter => parameter.Name));

    private static Task WriteAsync(Exchange exchange, Operation operation, OrganizationResponse response)
    {
        var names = operation.Api.Properties.Select(property => property.Name).Concat(operation.AnswersIds ? [Operation.Ids] : []).ToList();
        if (names.Count == 0) return exchange.DoneAsync();

        exchange.Preferences.Confirm(exchange.Response);
        return exchange.WriteAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", exchange.Context($"{Metadata.Namespace}.{Metadata.ResponseName(operation)}"));
            foreach (var name in names)
            {
                json.WritePropertyName(name);
                WriteValue(exchange, json, response.Results.TryGetValue(name, out var value) ? value : null);
            }
            json.WriteEndObject();
        });
    }

    private static void WriteValue(Exchange exchange, Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case Entity row: WriteRow(exchange, json, row); break;
            case EntityCollection rows: WriteList(json, rows.Entities, row => WriteRow(exchange, json, row)); break;
            case EntityReference reference: WriteReference(exchange, json, reference); break;
            case Guid[] ids: WriteList(json, ids, json.WriteStringValue); break;
            case string[] texts: WriteList(json, texts, json.WriteStringValue); break;
            default: ColumnValues.Write(json, column: null, value); break;
        }
    }

    private static void WriteRow(Exchange exchange, Utf8JsonWriter json, Entity row) =>
        exchange.Rows.WriteFetched(json, row, exchange.Metadata.Solution.TableOf(row.LogicalName));

    private static void WriteReference(Exchange exchange, Utf8JsonWriter json, EntityReference reference)
    {
        json.WriteStartObject();
        json.WriteString("@odata.type", $"#{Metadata.Namespace}.{reference.LogicalName}");
        json.WriteString(exchange.Metadata.Solution.TableOf(reference.LogicalName).PrimaryKey, reference.Id);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }
}
