using System.Text.Json;
using System.Text.Json.Nodes;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Store;

/// <summary>
/// All rows as JSON, and back: <c>{ "solution", "sequences": { "table.column": last }, "tables": { "table": [ { "column": value } ] } }</c>.
/// Row versions are not kept: the rows are written anew when they are read, in the order in which they were created.
/// </summary>
internal static class SnapshotFile
{
    private const string Version = "versionnumber";

    public static JsonObject Write(SolutionModel model, RowStore rows) => new()
    {
        ["solution"] = model.UniqueName,
        ["sequences"] = new JsonObject(rows.Sequences.Select(sequence => KeyValuePair.Create<string, JsonNode?>($"{sequence.Key.Table}.{sequence.Key.Column}", sequence.Value))),
        ["tables"] = new JsonObject(
            from table in model.Tables.Values
            let json = rows.All(table.LogicalName).Select(row => RowJson(table, row)).ToArray<JsonNode>()
            where json.Length > 0
            select KeyValuePair.Create<string, JsonNode?>(table.LogicalName, new JsonArray(json))),
    };

    /// <exception cref="InvalidDataException">It is not a snapshot of this solution; the sentence names the place.</exception>
    public static RowStore Read(SolutionModel model, JsonElement json)
    {
        var solution = Part(json, "solution", JsonValueKind.String).GetString();
        if (solution != model.UniqueName) throw new InvalidDataException($"This is a snapshot of the solution '{solution}', not of '{model.UniqueName}'.");

        var rows = new RowStore();
        foreach (var sequence in Part(json, "sequences", JsonValueKind.Object).EnumerateObject()) ReadSequence(model, rows, sequence);
        foreach (var table in Part(json, "tables", JsonValueKind.Object).EnumerateObject())
        {
            if (table.Value.ValueKind != JsonValueKind.Array) throw new InvalidDataException($"The rows of '{table.Name}' must be a list.");
            var definition = TableOf(model, table.Name);
            foreach (var row in table.Value.EnumerateArray()) ReadRow(model, rows, definition, row);
        }
        rows.Commit();
        return rows;
    }

    private static JsonObject RowJson(Table table, Row row) => new(
        from value in row.Values
        where value.Key != Version
        select KeyValuePair.Create(value.Key, ValueJson(table.Columns[value.Key], value.Value)));

    private static JsonNode? ValueJson(Column column, object value) => value switch
    {
        Reference(var table, var id) => new JsonObject { ["table"] = table, ["id"] = id },
        DateTime time => time.ToString("O"),
        int[] options => new JsonArray([.. options.Select(option => (JsonNode)option)]),
        string or int or long or decimal or double or bool or Guid => JsonSerializer.SerializeToNode(value),
        _ => throw new InvalidOperationException($"'{column.LogicalName}' holds a {value.GetType().Name}, which no column can hold."),
    };

    private static void ReadSequence(SolutionModel model, RowStore rows, JsonProperty sequence)
    {
        var name = sequence.Name.Split('.');
        if (name.Length != 2 || TableOf(model, name[0]).Find(name[1]) is null) throw new InvalidDataException($"There is no column '{sequence.Name}' to number.");
        if (sequence.Value.ValueKind != JsonValueKind.Number || !sequence.Value.TryGetInt64(out var last)) throw new InvalidDataException($"The last number of '{sequence.Name}' must be a whole number.");
        rows.ContinueFrom(name[0], name[1], last);
    }

    private static void ReadRow(SolutionModel model, RowStore rows, Table table, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new InvalidDataException($"A row of '{table.LogicalName}' must be an object.");
        var values = new Dictionary<string, object>();
        foreach (var property in json.EnumerateObject())
        {
            var column = table.Find(property.Name) ?? throw new InvalidDataException($"The table '{table.LogicalName}' has no column '{property.Name}'.");
            values[property.Name] = ValueOf(model, column, property.Value)
                ?? throw new InvalidDataException($"{property.Value.GetRawText()} is no value for '{property.Name}' of '{table.LogicalName}', which is a {column.Type}.");
        }
        if (values.GetValueOrDefault(table.PrimaryKey) is not Guid id) throw new InvalidDataException($"A row of '{table.LogicalName}' has no '{table.PrimaryKey}'.");
        if (rows.Find(table.LogicalName, id) is not null) throw new InvalidDataException($"The row {id} of '{table.LogicalName}' is there twice.");
        rows.Write(table.LogicalName, id, values);
    }

    private static object? ValueOf(SolutionModel model, Column column, JsonElement json) => (column.Type, json.ValueKind) switch
    {
        (ColumnType.Text or ColumnType.Memo, JsonValueKind.String) => json.GetString(),
        (ColumnType.YesNo, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
        (ColumnType.WholeNumber or ColumnType.Choice or ColumnType.State or ColumnType.Status, JsonValueKind.Number) => json.TryGetInt32(out var number) ? number : null,
        (ColumnType.BigInteger, JsonValueKind.Number) => json.TryGetInt64(out var number) ? number : null,
        (ColumnType.Decimal or ColumnType.Money, JsonValueKind.Number) => json.TryGetDecimal(out var number) ? number : null,
        (ColumnType.Double, JsonValueKind.Number) => json.TryGetDouble(out var number) ? number : null,
        (ColumnType.DateTime, JsonValueKind.String) => json.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Utc ? time : null,
        (ColumnType.PrimaryKey or ColumnType.UniqueIdentifier, JsonValueKind.String) => json.TryGetGuid(out var id) ? id : null,
        (ColumnType.Choices, JsonValueKind.Array) => OptionsOf(json),
        (ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner, JsonValueKind.Object) => ReferenceOf(model, json),
        _ => null,
    };

    private static int[]? OptionsOf(JsonElement json)
    {
        var options = json.EnumerateArray().Select(option => option.ValueKind == JsonValueKind.Number && option.TryGetInt32(out var value) ? value : (int?)null).ToList();
        return options.Contains(null) ? null : [.. options.Select(option => option!.Value)];
    }

    private static Reference? ReferenceOf(SolutionModel model, JsonElement json)
    {
        var table = TableOf(model, Part(json, "table", JsonValueKind.String).GetString()!);
        return Part(json, "id", JsonValueKind.String).TryGetGuid(out var id) ? new Reference(table.LogicalName, id) : null;
    }

    private static Table TableOf(SolutionModel model, string name) =>
        model.Tables.GetValueOrDefault(name) ?? throw new InvalidDataException($"There is no table '{name}'.");

    private static JsonElement Part(JsonElement json, string name, JsonValueKind kind) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) && part.ValueKind == kind
            ? part
            : throw new InvalidDataException($"A snapshot needs '{name}' as {kind}.");
}
