using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi.Bodies;

/// <summary>Writes rows as Dataverse's OData JSON, with the annotations that were asked for.</summary>
internal sealed class RowWriter(Metadata metadata, Preferences preferences)
{
    private const string Formatted = "OData.Community.Display.V1.FormattedValue";
    private const string LookupTable = "Microsoft.Dynamics.CRM.lookuplogicalname";
    private const string LookupNavigation = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    /// <summary>The entity tag of a row.</summary>
    public static string EntityTag(Entity row) => $"W/\"{row.RowVersion}\"";

    /// <summary>Writes a row with its selected columns, empty ones as null, and its related rows.</summary>
    public void Write(Utf8JsonWriter json, ReadRow row, Selection selection, string? context = null)
    {
        json.WriteStartObject();
        if (context is not null) json.WriteString("@odata.context", context);
        json.WriteString("@odata.etag", EntityTag(row.Entity));
        foreach (var column in selection.Columns) WriteColumn(json, row.Entity, selection.Table, column);
        foreach (var expansion in selection.Expansions) WriteRelated(json, expansion, row.Related[expansion.Navigation.Name]);
        json.WriteEndObject();
    }

    private void WriteColumn(Utf8JsonWriter json, Entity row, Table table, Column column)
    {
        var name = Metadata.PropertyName(column);
        var value = row.GetAttributeValue<object>(column.LogicalName);
        WriteAnnotations(json, name, FormattedValue(row, column.LogicalName, value), value as EntityReference, table, column);
        json.WritePropertyName(name);
        ColumnValues.Write(json, column, value);
    }

    private static string? FormattedValue(Entity row, string attribute, object? value) =>
        row.FormattedValues.TryGetValue(attribute, out var formatted) ? formatted : (value as EntityReference)?.Name;

    private void WriteAnnotations(Utf8JsonWriter json, string name, string? formatted, EntityReference? reference, Table table, Column column)
    {
        if (formatted is not null && preferences.Wants(Formatted)) json.WriteString($"{name}@{Formatted}", formatted);
        if (reference is null) return;
        if (preferences.Wants(LookupTable)) json.WriteString($"{name}@{LookupTable}", reference.LogicalName);
        if (preferences.Wants(LookupNavigation) && metadata.FindNavigation(table, column, reference.LogicalName) is { } navigation)
            json.WriteString($"{name}@{LookupNavigation}", navigation.Name);
    }

    private void WriteRelated(Utf8JsonWriter json, Expansion expansion, IReadOnlyList<ReadRow> related)
    {
        json.WritePropertyName(expansion.Navigation.Name);
        if (expansion.Navigation.IsCollection)
        {
            json.WriteStartArray();
            foreach (var row in related) Write(json, row, expansion.Selection);
            json.WriteEndArray();
        }
        else if (related is [var only]) Write(json, only, expansion.Selection);
        else json.WriteNullValue();
    }

    /// <summary>Writes a row of a FetchXML answer: what it holds, columns of linked tables and aggregates under their alias.</summary>
    public void WriteFetched(Utf8JsonWriter json, Entity row, Table table)
    {
        json.WriteStartObject();
        if (row.RowVersion is not null) json.WriteString("@odata.etag", EntityTag(row));
        foreach (var (name, value) in row.Attributes) WriteFetched(json, row, table, name, value);
        json.WriteEndObject();
    }

    /// <summary>Writes a group of an aggregation with all of its properties, empty ones as null.</summary>
    public void WriteGroup(Utf8JsonWriter json, Entity group, Table table, IReadOnlyList<string> names)
    {
        json.WriteStartObject();
        foreach (var name in names)
        {
            if (group.Attributes.TryGetValue(name, out var value)) WriteFetched(json, group, table, name, value);
            else json.WriteNull(name);
        }
        json.WriteEndObject();
    }

    private void WriteFetched(Utf8JsonWriter json, Entity row, Table table, string name, object? value)
    {
        var aliased = value as AliasedValue;
        var source = aliased is null ? table : metadata.Solution.TableOf(aliased.EntityLogicalName);
        var column = source.Find(aliased?.AttributeLogicalName ?? name);
        var plain = aliased is null ? value : aliased.Value;
        var property = aliased is null && column is not null ? Metadata.PropertyName(column) : name;

        if (column is not null) WriteAnnotations(json, property, FormattedValue(row, name, plain), plain as EntityReference, source, column);
        json.WritePropertyName(property);
        ColumnValues.Write(json, column, plain);
    }
}
