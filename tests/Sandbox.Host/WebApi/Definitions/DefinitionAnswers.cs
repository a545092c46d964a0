using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.WebApi.Definitions;

/// <summary>Answers for definitions of tables, columns and choices. They are read; a solution is how they change.</summary>
internal static class DefinitionAnswers
{
    private const int English = 1033;

    public static Task ListAsync(Exchange exchange, DefinitionList list)
    {
        RequireGet(exchange);
        QueryOptions.Require(exchange.Request, QueryOptions.Select, QueryOptions.Expand, QueryOptions.Filter);
        var selection = DefinitionSelection.Of(list.Type, exchange.Parser.ParseSelectAndExpand());
        var filter = exchange.Parser.ParseFilter();
        var found = list.Definitions.Where(definition => filter is null || DefinitionFilter.Accepts(filter.Expression, definition)).ToList();
        return exchange.WriteAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", exchange.Context(list.Path + selection.ContextSuffix()));
            json.WriteStartArray("value");
            foreach (var definition in found) Write(json, definition, selection);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public static Task OneAsync(Exchange exchange, SingleDefinition single)
    {
        RequireGet(exchange);
        QueryOptions.Require(exchange.Request, QueryOptions.Select, QueryOptions.Expand);
        var selection = DefinitionSelection.Of(single.Definition.Type, exchange.Parser.ParseSelectAndExpand());
        return exchange.WriteAsync(StatusCodes.Status200OK, json => Write(json, single.Definition, selection, exchange.Context($"{single.Path}{selection.ContextSuffix()}/$entity")));
    }

    private static void RequireGet(Exchange exchange)
    {
        if (exchange.Request.Method != "GET") throw Unsupported.Feature($"changing definitions with {exchange.Request.Method}", "Web API");
    }

    private static void Write(Utf8JsonWriter json, Definition definition, DefinitionSelection selection, string? context = null)
    {
        json.WriteStartObject();
        if (context is not null) json.WriteString("@odata.context", context);
        foreach (var property in selection.Properties)
        {
            json.WritePropertyName(property.Name);
            if (definition.Values[property.Name] is Labels labels) WriteLabel(json, labels);
            else ColumnValues.Write(json, column: null, definition.Values[property.Name]);
        }
        if (selection.ShowsOptions) WriteOptions(json, definition.Options);
        if (selection.Columns is { } columns)
        {
            json.WriteStartArray(DefinitionType.Attributes);
            foreach (var column in definition.Columns) Write(json, column, columns);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, IReadOnlyList<Option> options)
    {
        json.WriteStartArray(DefinitionType.Options);
        foreach (var option in options)
        {
            json.WriteStartObject();
            json.WriteNumber("Value", option.Value);
            json.WritePropertyName("Label");
            WriteLabel(json, option.Label);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLabel(Utf8JsonWriter json, Labels labels)
    {
        json.WriteStartObject();
        json.WriteStartArray("LocalizedLabels");
        foreach (var (language, text) in labels.ByLanguage.OrderBy(label => label.Key)) WriteLocalized(json, language, text);
        json.WriteEndArray();
        json.WritePropertyName("UserLocalizedLabel");
        if (labels.ByLanguage.Count == 0) json.WriteNullValue();
        else WriteLocalized(json, English, labels.In(English));
        json.WriteEndObject();
    }

    private static void WriteLocalized(Utf8JsonWriter json, int language, string text)
    {
        json.WriteStartObject();
        json.WriteString("Label", text);
        json.WriteNumber("LanguageCode", language);
        json.WriteEndObject();
    }
}
