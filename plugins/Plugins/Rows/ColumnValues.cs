using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Rows;

/// <summary>Columns that an administrator named, as rules read them: numbers, text, yes or no, days, the number of a choice.</summary>
internal static class ColumnValues
{
    /// <summary>The columns of a row by logical name. Those of a linked row bear its alias and a dot before their names.</summary>
    public static Dictionary<string, object?> ValuesOf(this Entity row) =>
        row.ValuesOf([.. row.Attributes.Select(column => column.Key)]);

    /// <summary>Those of these columns that the row has.</summary>
    public static Dictionary<string, object?> ValuesOf(this Entity row, IEnumerable<string> columns) =>
        columns.Where(row.Contains).ToDictionary(column => column, column => Plain(column, row[column]));

    /// <exception cref="Refusal">It is of a type that no rule can compare; the message names it.</exception>
    private static object? Plain(string column, object? value) => value switch
    {
        null or string or bool or int or long or decimal or double or DateTime or Guid => value,
        AliasedValue linked => Plain(column, linked.Value),
        OptionSetValue option => option.Value,
        Money money => money.Value,
        EntityReference reference => reference.Id,
        _ => throw new Refusal(
            $"The column {column} holds {value.GetType().Name}, which no rule can read: name a column with a number, text, choice, lookup, date or yes/no."),
    };
}
