using System.Globalization;
using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.Edm;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi.Bodies;

/// <summary>Values of columns between JSON, addresses and the organization service.</summary>
internal static class ColumnValues
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A JSON value as the organization service takes it; null empties the column.</summary>
    /// <exception cref="Refusal">It has another type than the column; the sentence names both.</exception>
    public static object? FromJson(Column column, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        object? value = column.Type switch
        {
            ColumnType.Text or ColumnType.Memo when json.ValueKind == JsonValueKind.String => json.GetString(),
            ColumnType.YesNo when json.ValueKind is JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            ColumnType.WholeNumber when IsNumber(json) && json.TryGetInt32(out var number) => number,
            ColumnType.BigInteger when IsNumber(json) && json.TryGetInt64(out var number) => number,
            ColumnType.Decimal when IsNumber(json) && json.TryGetDecimal(out var number) => number,
            ColumnType.Double when IsNumber(json) && json.TryGetDouble(out var number) => number,
            ColumnType.Money when IsNumber(json) && json.TryGetDecimal(out var number) => new Money(number),
            ColumnType.Choice or ColumnType.State or ColumnType.Status when IsNumber(json) && json.TryGetInt32(out var option) => new OptionSetValue(option),
            ColumnType.Choices when json.ValueKind == JsonValueKind.String => Options(json.GetString()!),
            ColumnType.PrimaryKey or ColumnType.UniqueIdentifier when json.ValueKind == JsonValueKind.String && json.TryGetGuid(out var id) => id,
            ColumnType.DateTime when json.ValueKind == JsonValueKind.String => Date(column, json.GetString()!),
            _ => null,
        };
        return value ?? throw Refusal.Payload($"'{column.LogicalName}' must be {Expected(column)}, not {Shortened(json)}.");
    }

    private static bool IsNumber(JsonElement json) => json.ValueKind == JsonValueKind.Number;

    private static OptionSetValueCollection? Options(string text)
    {
        var options = new OptionSetValueCollection();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var option)) return null;
            options.Add(new OptionSetValue(option));
        }
        return options;
    }

    private static object? Date(Column column, string text)
    {
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && text.Contains('T', StringComparison.Ordinal);
        return isTime && column.Behavior != DateBehavior.DateOnly ? time.UtcDateTime : null;
    }

    private static string Expected(Column column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => "a text",
        ColumnType.YesNo => "true or false",
        ColumnType.WholeNumber or ColumnType.BigInteger => "a whole number",
        ColumnType.Decimal or ColumnType.Double or ColumnType.Money => "a number",
        ColumnType.Choice or ColumnType.State or ColumnType.Status => "the number of an option",
        ColumnType.Choices => "a text with numbers of options, as in '1,2'",
        ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => "an id, as in '00000000-0000-0000-0000-000000000001'",
        ColumnType.DateTime when column.Behavior == DateBehavior.DateOnly => "a day, as in '2026-12-31'",
        ColumnType.DateTime => "a time, as in '2026-12-31T10:00:00Z'",
        _ => throw new NotSupportedException($"The Web API does not read {column.Type} columns ({column.LogicalName})."),
    };

    private static string Shortened(JsonElement json)
    {
        const int Most = 60;
        var text = json.GetRawText();
        return text.Length <= Most ? text : text[..Most] + "…";
    }

    /// <summary>A constant of a key in an address as the organization service takes it.</summary>
    public static object OfKey(Column column, object constant) => column.Type switch
    {
        ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner => new EntityReference(column.Targets[0], (Guid)constant),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue((int)constant),
        _ => OfCondition(column, constant),
    };

    /// <summary>A constant of a filter as conditions take it: plain, options as numbers, lookups as ids.</summary>
    /// <exception cref="Refusal">It cannot be compared with that column.</exception>
    public static object OfCondition(Column column, object constant)
    {
        try
        {
            return (constant, column.Type) switch
            {
                (string text, ColumnType.Text or ColumnType.Memo) => text,
                (string text, _) => OfText(column, text),
                (bool or Guid, _) => constant,
                (DateTimeOffset time, ColumnType.DateTime) => time.UtcDateTime,
#pragma warning disable CS0618 // until ODL 9 the parser makes days of this type
                (Date day, ColumnType.DateTime) => new DateTime(day.Year, day.Month, day.Day, 0, 0, 0, DateTimeKind.Utc),
#pragma warning restore CS0618
                (int or long or decimal or double or float or short or byte, _) => OfNumber(column, constant),
                _ => throw NotComparable(column, constant),
            };
        }
        catch (Exception unfit) when (unfit is OverflowException or InvalidCastException or FormatException)
        {
            throw NotComparable(column, constant);
        }
    }

    /// <summary>The number of hours, days, months ... in a query function.</summary>
    /// <exception cref="Refusal">It is not a number that fits.</exception>
    public static object OfCount(string function, object? constant) => constant switch
    {
        int count => count,
        long count and >= 0 and <= int.MaxValue => (int)count,
        _ => throw Refusal.Address($"{function} needs a whole number, not '{constant}'."),
    };

    private static object OfNumber(Column column, object number) => column.Type switch
    {
        ColumnType.Decimal or ColumnType.Money => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
        ColumnType.Double => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        ColumnType.BigInteger => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        ColumnType.WholeNumber or ColumnType.Choice or ColumnType.Choices or ColumnType.State or ColumnType.Status => Convert.ToInt32(number, CultureInfo.InvariantCulture),
        _ => throw NotComparable(column, number),
    };

    // The Dataverse functions hand over every value as text.
    private static object OfText(Column column, string text) => column.Type switch
    {
        ColumnType.YesNo => text is "1" or "true" || (text is "0" or "false" ? false : throw NotComparable(column, text)),
        ColumnType.DateTime => Date(column, text) ?? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner or ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => Guid.Parse(text),
        _ => OfNumber(column, decimal.Parse(text, CultureInfo.InvariantCulture)),
    };

    private static Refusal NotComparable(Column column, object constant) =>
        Refusal.Address(string.Create(CultureInfo.InvariantCulture, $"'{Metadata.PropertyName(column)}' cannot be compared with {constant}."));

    /// <summary>A value of the organization service as <c>$value</c> shows it: as JSON does, but a text without quotes.</summary>
    public static string PlainText(Column column, object value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) Write(json, column, value);
        using var written = JsonDocument.Parse(buffer.ToArray());
        return written.RootElement.ValueKind == JsonValueKind.String ? written.RootElement.GetString()! : written.RootElement.GetRawText();
    }

    /// <summary>Writes a value of the organization service as JSON; a lookup as the id it holds.</summary>
    public static void Write(Utf8JsonWriter json, Column? column, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case Guid id: json.WriteStringValue(id); break;
            case Money money: json.WriteNumberValue(money.Value); break;
            case OptionSetValue option: json.WriteNumberValue(option.Value); break;
            case OptionSetValueCollection options: json.WriteStringValue(string.Join(',', options.Select(option => option.Value))); break;
            case EntityReference reference: json.WriteStringValue(reference.Id); break;
            case DateTime day when column?.Behavior == DateBehavior.DateOnly: json.WriteStringValue(day.ToString(DayFormat, CultureInfo.InvariantCulture)); break;
            case DateTime time: json.WriteStringValue(time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)); break;
            default: throw new NotSupportedException($"The Web API does not write values of type {value.GetType().Name}.");
        }
    }
}
