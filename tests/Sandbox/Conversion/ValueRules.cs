using System.Globalization;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Conversion;

/// <summary>What a column's definition demands of a value: lengths, ranges, options. A fault names table, column and what would be right.</summary>
internal static class ValueRules
{
    private static readonly DateTime EarliestTime = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The value as it will be stored: numbers are rounded to the precision of the column.</summary>
    public static object? Apply(Table table, Column column, object? plain) => plain switch
    {
        string text => Length(table, column, text),
        int option when column.Choice is not null => Option(table, column, option),
        int[] options => options.Select(option => Option(table, column, option)).ToArray(),
        int number => Range(table, column, number, number, ErrorCode.WholeNumberOutOfRange),
        decimal number => Range(table, column, Round(column, number), number, ErrorCode.NumberOutOfRange),
        double number => Range(table, column, Math.Round(number, column.Precision ?? 5, MidpointRounding.AwayFromZero), Clamped(number), ErrorCode.NumberOutOfRange),
        DateTime time => Time(table, column, time),
        _ => plain,
    };

    private static string Length(Table table, Column column, string text) =>
        column.MaxLength is not { } most || text.Length <= most
            ? text
            : throw Fault.Of(ErrorCode.TextTooLong,
                $"The text of '{table.LogicalName}.{column.LogicalName}' has {text.Length} characters; at most {most} are allowed.");

    private static int Option(Table table, Column column, int option) =>
        column.Choice!.Find(option) is not null
            ? option
            : throw Fault.Of(ErrorCode.WholeNumberOutOfRange,
                $"{option} is no option of '{table.LogicalName}.{column.LogicalName}'; its options are {string.Join(", ", column.Choice.Options.Select(known => known.Value))}.");

    private static T Range<T>(Table table, Column column, T stored, decimal number, int code)
    {
        if (number >= (column.Minimum ?? decimal.MinValue) && number <= (column.Maximum ?? decimal.MaxValue)) return stored;
        var (least, most) = (Text(column.Minimum), Text(column.Maximum));
        throw Fault.Of(code, $"{Text(number)} is out of the range of '{table.LogicalName}.{column.LogicalName}', which is {least} to {most}.");
    }

    private static DateTime Time(Table table, Column column, DateTime time) =>
        time >= EarliestTime
            ? time
            : throw Fault.Of(ErrorCode.InvalidArgument,
                $"{time:yyyy-MM-dd} in '{table.LogicalName}.{column.LogicalName}' is before 1753-01-01, the earliest day of the database.");

    private static decimal Round(Column column, decimal number) =>
        Math.Round(number, column.Precision ?? 2, MidpointRounding.AwayFromZero);

    /// <summary>What a decimal cannot hold is out of every range.</summary>
    private static decimal Clamped(double number) =>
        Math.Abs(number) < 1e28 ? (decimal)number : double.IsNegative(number) ? decimal.MinValue : decimal.MaxValue;

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";
}
