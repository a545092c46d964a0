using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Upgrade;

/// <summary>
/// All rows of an organization as JSON: by table, each a set of values by column, in the order of creation. Values are
/// written plain, since the model that reads them knows their types; a lookup is <c>table/id</c>.
/// </summary>
internal static class RowsFile
{
    private const string Sequences = "sequences";
    private const string Tables = "tables";

    public static void Write(Stream stream, SolutionModel model, RowStore rows)
    {
        var options = new JsonWriterOptions { Indented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var json = new Utf8JsonWriter(stream, options);
        json.WriteStartObject();
        json.WriteStartObject(Sequences);
        foreach (var (place, last) in rows.Sequences.OrderBy(sequence => sequence.Key))
            json.WriteNumber($"{place.Table}/{place.Column}", last);
        json.WriteEndObject();

        json.WriteStartObject(Tables);
        foreach (var table in model.Tables.Keys.Order(StringComparer.Ordinal).Where(table => rows.All(table).Any()))
        {
            json.WriteStartArray(table);
            foreach (var row in rows.All(table)) Write(json, row);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">The file names a table, column or value that the model does not have.</exception>
    public static void Read(Stream stream, SolutionModel model, RowStore rows)
    {
        using var json = JsonDocument.Parse(stream);
        foreach (var sequence in json.RootElement.GetProperty(Sequences).EnumerateObject())
            if (sequence.Name.Split('/') is [var table, var column]) rows.ContinueFrom(table, column, sequence.Value.GetInt64());

        foreach (var listed in json.RootElement.GetProperty(Tables).EnumerateObject())
        {
            var table = model.Tables.GetValueOrDefault(listed.Name) ?? throw new InvalidDataException($"The rows are of a table '{listed.Name}', which the solution does not have.");
            foreach (var row in listed.Value.EnumerateArray())
            {
                var values = row.EnumerateObject().ToDictionary(value => value.Name, value => ValueOf(table, value));
                rows.Write(table.LogicalName, (Guid)values[table.PrimaryKey], values);
            }
        }
        rows.Commit();
    }

    private static void Write(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        foreach (var (column, value) in row.Values.OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(column);
            switch (value)
            {
                case string text: json.WriteStringValue(text); break;
                case bool yes: json.WriteBooleanValue(yes); break;
                case int number: json.WriteNumberValue(number); break;
                case long number: json.WriteNumberValue(number); break;
                case double number: json.WriteNumberValue(number); break;
                case decimal number: json.WriteNumberValue(number); break;
                case DateTime time: json.WriteStringValue(time.ToString("O", CultureInfo.InvariantCulture)); break;
                case Guid id: json.WriteStringValue(id); break;
                case Reference(var table, var id): json.WriteStringValue($"{table}/{id}"); break;
                case int[] options: JsonSerializer.Serialize(json, options); break;
                default: throw new InvalidOperationException($"{row.Table}.{column} holds a {value.GetType().Name}, which no column can hold.");
            }
        }
        json.WriteEndObject();
    }

    private static object ValueOf(Table table, JsonProperty property)
    {
        var column = table.Find(property.Name) ?? throw new InvalidDataException($"The rows have a value for '{table.LogicalName}.{property.Name}', a column that the solution does not have.");
        var value = property.Value;
        return column.Type switch
        {
            ColumnType.Text or ColumnType.Memo => value.GetString()!,
            ColumnType.YesNo => value.GetBoolean(),
            ColumnType.WholeNumber or ColumnType.Choice or ColumnType.State or ColumnType.Status => value.GetInt32(),
            ColumnType.BigInteger => value.GetInt64(),
            ColumnType.Double => value.GetDouble(),
            ColumnType.Decimal or ColumnType.Money => value.GetDecimal(),
            ColumnType.DateTime => DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => value.GetGuid(),
            ColumnType.Choices => value.EnumerateArray().Select(option => option.GetInt32()).ToArray(),
            ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner => ReferenceIn(value.GetString()!, column),
            _ => throw new InvalidDataException($"{table.LogicalName}.{column.LogicalName} is of type {column.Type}, which a file of rows cannot hold."),
        };
    }

    private static Reference ReferenceIn(string text, Column column) =>
        text.Split('/') is [var table, var id] && Guid.TryParse(id, out var guid)
            ? new Reference(table, guid)
            : throw new InvalidDataException($"'{text}' is no reference, as {column.LogicalName} needs it: table/id.");
}
