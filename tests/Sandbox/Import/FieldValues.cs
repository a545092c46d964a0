using System.Globalization;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Import;

/// <summary>From the texts of configuration data to values of the SDK.</summary>
internal static class FieldValues
{
    /// <exception cref="InvalidDataException">The text is no value of the column; <paramref name="where"/> begins the sentence.</exception>
    public static object Read(Column column, ConfigurationField field, string where)
    {
        var text = field.Value;
        object? value = column.Type switch
        {
            ColumnType.Text or ColumnType.Memo => text,
            ColumnType.WholeNumber => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ColumnType.BigInteger => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ColumnType.Decimal => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            ColumnType.Money => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new Money(number) : null,
            ColumnType.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            ColumnType.YesNo => text switch { "1" => true, "0" => false, _ => bool.TryParse(text, out var yes) ? yes : null },
            ColumnType.DateTime => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : null,
            ColumnType.Choice or ColumnType.State or ColumnType.Status => Option(text),
            ColumnType.Choices => Options(text),
            ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner => Lookup(column, field),
            ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => Guid.TryParse(text, out var id) ? id : null,
            _ => null,
        };
        return value ?? throw new InvalidDataException($"{where}: '{text}' is no value of type {column.Type}.");
    }

    private static OptionSetValue? Option(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var option) ? new OptionSetValue(option) : null;

    /// <summary>Several options as the tool writes them: <c>[-1,1,2,-1]</c>, with the -1 as brackets.</summary>
    private static OptionSetValueCollection? Options(string text)
    {
        var options = text.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries).Where(part => part != "-1").Select(Option).ToList();
        return options.Contains(null) ? null : new OptionSetValueCollection([.. options.OfType<OptionSetValue>()]);
    }

    private static EntityReference? Lookup(Column column, ConfigurationField field)
    {
        var table = field.LookupTable ?? (column.Targets is [var only] ? only : null);
        return table is not null && Guid.TryParse(field.Value, out var id) ? new EntityReference(table, id) : null;
    }
}
