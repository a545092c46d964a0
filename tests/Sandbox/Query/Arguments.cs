using System.Globalization;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Query.Operators;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>
/// Turns the values of a condition into stored values. Text is read as the column's type, because that is how FetchXML
/// carries every value; SDK wrappers such as OptionSetValue and EntityReference are refused, as the platform refuses them.
/// </summary>
internal static class Arguments
{
    public static IReadOnlyList<object> Read(ConditionExpression condition, Operator known, Table table, Column column)
    {
        var given = condition.Values;
        var fits = known.Takes switch
        {
            Takes.Nothing => given.Count == 0,
            Takes.OneValue or Takes.ACount => given.Count == 1,
            Takes.TwoValues => given.Count == 2,
            _ => given.Count >= 1,
        };
        var where = $"the condition {condition.Operator} on {table.LogicalName}.{column.LogicalName}";
        if (!fits) throw QueryFault.Condition($"{given.Count} values were given to {where}; {Wanted(known.Takes)}.");

        return known.Takes == Takes.ACount
            ? [Count(given[0], where)]
            : [.. given.Select(value => Read(column, value, where))];
    }

    private static string Wanted(Takes takes) => takes switch
    {
        Takes.Nothing => "it takes none",
        Takes.OneValue or Takes.ACount => "it takes one",
        Takes.TwoValues => "it takes two",
        _ => "it takes at least one",
    };

    private static int Count(object? given, string where) => WholeNumber(given) switch
    {
        >= 1 and <= int.MaxValue and { } count => (int)count,
        _ => throw QueryFault.Value($"'{given}' was given to {where}; it takes a whole number of at least 1."),
    };

    private static object Read(Column column, object? given, string where)
    {
        if (given is null) throw QueryFault.Value($"null was given to {where}; use Null or NotNull instead.");

        var type = PlainValues.TypeOf(column);
        var value = type == typeof(string) ? given as string
            : type == typeof(int) || type == typeof(int[]) ? Int32(given)
            : type == typeof(long) ? WholeNumber(given)
            : type == typeof(decimal) ? Number(given)
            : type == typeof(double) ? Double(given)
            : type == typeof(bool) ? Boolean(given)
            : type == typeof(DateTime) ? Date(column, given)
            : Id(given);
        return value ?? throw QueryFault.Value(given is string text && type != typeof(string)
            ? $"'{text}' was given to {where}; it cannot be read as {type.Name}."
            : $"A value of type {given.GetType().Name} was given to {where}; it takes {type.Name}.");
    }

    private static object? Int32(object given) =>
        WholeNumber(given) is >= int.MinValue and <= int.MaxValue and { } number ? (int)number : null;

    private static long? WholeNumber(object? given) => given switch
    {
        int number => number,
        long number => number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static decimal? Number(object given) => given switch
    {
        decimal number => number,
        int or long => Convert.ToDecimal(given, CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < (double)decimal.MaxValue => (decimal)number,
        string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object? Double(object given) => given switch
    {
        double number when double.IsFinite(number) => number,
        int or long or decimal => Convert.ToDouble(given, CultureInfo.InvariantCulture),
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    private static object? Boolean(object given) => given switch
    {
        bool or null => given,
        0 or "0" => false,
        1 or "1" => true,
        string text when bool.TryParse(text, out var value) => value,
        _ => null,
    };

    private static object? Date(Column column, object given)
    {
        const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        DateTime? moment = given switch
        {
            DateTime { Kind: DateTimeKind.Local } local => local.ToUniversalTime(),
            DateTime other => DateTime.SpecifyKind(other, DateTimeKind.Utc),
            string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, AsUtc, out var read) => read,
            _ => null,
        };
        return column.Behavior == DateBehavior.DateOnly ? moment?.Date : moment;
    }

    private static object? Id(object given) => given switch
    {
        Guid id => id,
        string text when Guid.TryParse(text, out var id) => id,
        _ => null,
    };
}
