using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi.Bodies;

/// <summary>Reads rows and parameters from JSON bodies.</summary>
internal sealed class PayloadReader(Metadata metadata, AddressReader addresses, Uri root)
{
    private const string Bind = "@odata.bind";
    private const string TypeAnnotation = "@odata.type";
    private const string IdAnnotation = "@odata.id";

    /// <summary>A row of that table. Annotations that mean nothing for a write are passed over, as OData demands.</summary>
    /// <exception cref="Refusal">A property is unknown or has a wrong value; the sentence names it.</exception>
    public Entity ReadRow(JsonElement json, Table table)
    {
        var row = new Entity(table.LogicalName);
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.EndsWith(Bind, StringComparison.Ordinal)) ReadBinding(row, table, property);
            else if (property.Name == IdAnnotation) Identify(row, table, property);
            else if (property.Name == TypeAnnotation) RequireType(table, property);
            else if (!property.Name.Contains('@', StringComparison.Ordinal)) ReadColumn(row, table, property);
        }
        return row;
    }

    private void ReadColumn(Entity row, Table table, JsonProperty property)
    {
        if (table.Find(property.Name) is { Targets.Count: 0 } column)
        {
            var value = ColumnValues.FromJson(column, property.Value);
            row[column.LogicalName] = value;
            if (column.LogicalName == table.PrimaryKey && value is Guid id) row.Id = id;
        }
        else if (metadata.FindNavigation(table, property.Name) is { } navigation) ReadRelated(row, navigation, property.Value);
        else throw Unknown(table, property.Name);
    }

    private Refusal Unknown(Table table, string property)
    {
        var lookup = table.Columns.Values.FirstOrDefault(column => column.Targets.Count > 0 && property is not "" &&
            (Metadata.PropertyName(column) == property || column.LogicalName == property));
        return lookup is null
            ? Refusal.Payload($"There is no property '{property}' in the table {table.LogicalName}.")
            : Refusal.Payload($"The lookup {lookup.LogicalName} cannot be written as '{property}'; write '{string.Join("' or '", BindingsOf(table, lookup))}'.");
    }

    private IEnumerable<string> BindingsOf(Table table, Column lookup) =>
        from target in lookup.Targets
        let navigation = metadata.FindNavigation(table, lookup, target)
        where navigation is not null
        select navigation.Name + Bind;

    /// <summary>Null empties a lookup; rows are made together with the row that they are in.</summary>
    private void ReadRelated(Entity row, Navigation navigation, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null && !navigation.IsCollection)
        {
            row[navigation.Lookup.LogicalName] = null;
            return;
        }
        if (navigation.Relationship is not { } name) throw Unsupported.Feature($"creating a row along '{navigation.Name}', which is of no relationship", "Web API body");

        var role = navigation.IsCollection ? EntityRole.Referenced : EntityRole.Referencing;
        row.RelatedEntities[new Relationship(name) { PrimaryEntityRole = role }] =
            new EntityCollection([.. RelatedIn(navigation, value).Select(related => ReadRow(related, navigation.Target))]) { EntityName = navigation.Target.LogicalName };
    }

    private static IEnumerable<JsonElement> RelatedIn(Navigation navigation, JsonElement value) => (navigation.IsCollection, value.ValueKind) switch
    {
        (false, JsonValueKind.Object) => [value],
        (true, JsonValueKind.Array) when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object) => value.EnumerateArray(),
        (false, _) => throw Refusal.Payload($"'{navigation.Name}' must be null or a JSON object."),
        (true, _) => throw Refusal.Payload($"'{navigation.Name}' must be a JSON array of objects."),
    };

    private void ReadBinding(Entity row, Table table, JsonProperty property)
    {
        var name = property.Name[..^Bind.Length];
        var navigation = metadata.FindNavigation(table, name) ?? throw Unknown(table, name);
        if (navigation.IsCollection) throw Unsupported.Feature($"binding rows to the collection '{name}'", "Web API body");

        row[navigation.Lookup.LogicalName] = property.Value.ValueKind == JsonValueKind.Null ? null : ReadReference(navigation, property.Name, property.Value);
    }

    /// <summary>The row that a text such as <c>/accounts(id)</c> names, which must be of a table that the navigation property leads to.</summary>
    public EntityReference ReadReference(Navigation navigation, string property, JsonElement value)
    {
        var named = addresses.ReadReference(root, Text(property, value), property);
        // An owner is a user or a team; both are bound under the one name.
        var fits = named.Table == navigation.Target || navigation.Lookup.Type == ColumnType.Owner && navigation.Lookup.Targets.Contains(named.Table.LogicalName);
        return fits ? named.Key : throw Refusal.Payload($"'{property}' must name a row of {navigation.Target.EntitySetName}, not of {named.Table.EntitySetName}.");
    }

    /// <summary>The text in <c>@odata.id</c> of a body that connects two rows.</summary>
    public static JsonElement IdIn(JsonElement body) =>
        body.TryGetProperty(IdAnnotation, out var id) ? id : throw Refusal.Payload($"The body must name a row in '{IdAnnotation}'.");

    private static string Text(string property, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Refusal.Payload($"'{property}' must be a text that names a row.");

    private void Identify(Entity row, Table table, JsonProperty property)
    {
        var named = addresses.ReadReference(root, Text(property.Name, property.Value), property.Name);
        if (named.Table != table) throw Refusal.Payload($"'{IdAnnotation}' must name a row of {table.EntitySetName}, not of {named.Table.EntitySetName}.");
        row.Id = named.Key.Id;
        row.KeyAttributes = named.Key.KeyAttributes;
    }

    private static void RequireType(Table table, JsonProperty property)
    {
        if (TypeName(property.Value) != table.LogicalName)
            throw Refusal.Payload($"'{TypeAnnotation}' must be '{Metadata.Namespace}.{table.LogicalName}', not '{property.Value}'.");
    }

    private static string? TypeName(JsonElement value)
    {
        var name = value.ValueKind == JsonValueKind.String ? value.GetString()!.TrimStart('#') : "";
        return name.StartsWith(Metadata.Namespace + ".", StringComparison.Ordinal) ? name[(Metadata.Namespace.Length + 1)..] : null;
    }

    /// <summary>A parameter of an operation.</summary>
    /// <exception cref="Refusal">It has another type; the sentence names it.</exception>
    public object? ReadParameter(ApiParameter parameter, JsonElement json) => (parameter.Type, json.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (ParameterType.Entity, JsonValueKind.Object) => ReadRow(json, TableOf(parameter, json)),
        (ParameterType.EntityCollection, JsonValueKind.Array) => ReadRows(parameter, json),
        (ParameterType.EntityReference, JsonValueKind.Object) => ReferenceTo(ReadRow(json, TableOf(parameter, json)), parameter),
        (ParameterType.Entity or ParameterType.EntityReference, _) => throw Refusal.Payload($"The parameter '{parameter.Name}' must be a JSON object."),
        (ParameterType.EntityCollection, _) => throw Refusal.Payload($"The parameter '{parameter.Name}' must be a JSON array."),
        _ => PlainParameters.FromJson(parameter, json),
    };

    private EntityCollection ReadRows(ApiParameter parameter, JsonElement json)
    {
        var rows = json.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object
            ? ReadRow(item, TableOf(parameter, item))
            : throw Refusal.Payload($"The parameter '{parameter.Name}' must hold JSON objects only."));
        return new EntityCollection([.. rows]) { EntityName = parameter.Table };
    }

    private Table TableOf(ApiParameter parameter, JsonElement json)
    {
        if (!json.TryGetProperty(TypeAnnotation, out var type))
            return parameter.Table is { } declared ? metadata.Solution.TableOf(declared) : throw Refusal.Payload($"A row in '{parameter.Name}' needs '{TypeAnnotation}'.");

        var table = TypeName(type) is { } name && metadata.Solution.Tables.TryGetValue(name, out var known)
            ? known
            : throw Refusal.Payload($"'{type}' in '{parameter.Name}' is not a type, as '{Metadata.Namespace}.account' is.");
        return parameter.Table is null || parameter.Table == table.LogicalName
            ? table
            : throw Refusal.Payload($"'{parameter.Name}' takes rows of {parameter.Table}, not of {table.LogicalName}.");
    }

    private static EntityReference ReferenceTo(Entity row, ApiParameter parameter) =>
        row.Id != Guid.Empty || row.KeyAttributes.Count > 0
            ? new EntityReference(row.LogicalName, row.Id) { KeyAttributes = row.KeyAttributes }
            : throw Refusal.Payload($"'{parameter.Name}' must name a row by its primary key or by '{IdAnnotation}'.");
}
