using System.Globalization;
using System.Text.RegularExpressions;

namespace BuyerPath.Domain.Segments;

/// <summary>One line of a segment's rules: a column of the account, an operator and a value.</summary>
public sealed class Condition
{
    private static readonly FormattableString Shape = $"write a column, an operator (= != < <= > >= in contains) and a value, such as numberofemployees >= 250";

    private static readonly Regex Line = new(@"^(?<column>[A-Za-z_]\w*)\s*(?<operator><=|>=|!=|=|<|>|\s(?:in|contains)\s)\s*(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private readonly Func<string?, bool> _holds;

    private Condition(string column, Func<string?, bool> holds)
    {
        Column = column;
        _holds = holds;
    }

    /// <summary>Logical name of the column.</summary>
    public string Column { get; }

    /// <summary>Whether it holds for these columns of an account. An empty column meets nothing but <c>!=</c>.</summary>
    public bool HoldsFor(IReadOnlyDictionary<string, object?> columns) =>
        _holds(columns.TryGetValue(Column, out var value) ? TextOf(value) : null);

    /// <summary>Reads a line; its fault when it cannot be read.</summary>
    /// <param name="text">The line.</param>
    /// <param name="number">Its number, for the fault.</param>
    internal static Parsed<Condition> Read(string text, int number)
    {
        var match = Line.Match(text.Trim());
        if (!match.Success) return Refuse(number, $"\"{text.Trim()}\" is no condition: {Shape}.");

        var sign = match.Groups["operator"].Value.Trim().ToLowerInvariant();
        var value = Unquoted(match.Groups["value"].Value.Trim());
        if (value.Length == 0) return Refuse(number, $"there is no value after {sign}: {Shape}.");
        if (sign[0] is '<' or '>' && Order(value, value) == null)
            return Refuse(number, $"{sign} compares numbers or days, and \"{value}\" is neither: write a number such as 250, or a day such as 2026-01-31.");

        return new Parsed<Condition>(new Condition(match.Groups["column"].Value.ToLowerInvariant(), Holds(sign, value)), []);
    }

    private static Func<string?, bool> Holds(string sign, string value) => sign switch
    {
        "=" => found => IsSame(found, value),
        "!=" => found => !IsSame(found, value),
        "<" => found => Order(found, value) < 0,
        "<=" => found => Order(found, value) <= 0,
        ">" => found => Order(found, value) > 0,
        ">=" => found => Order(found, value) >= 0,
        "in" => found => value.Split(',').Any(one => IsSame(found, Unquoted(one.Trim()))),
        "contains" => found => found != null && found.IndexOf(value, StringComparison.OrdinalIgnoreCase) >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "There is no such operator."),
    };

    private static bool IsSame(string? found, string value) =>
        found != null && (string.Equals(found, value, StringComparison.OrdinalIgnoreCase) || Order(found, value) == 0);

    /// <summary>How two numbers or two days lie; null when they are neither.</summary>
    private static int? Order(string? found, string value)
    {
        if (Number(found) is { } number && Number(value) is { } than) return number.CompareTo(than);
        return Day(found) is { } day && Day(value) is { } thanDay ? day.CompareTo(thanDay) : null;
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTime? Day(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? TextOf(object? value) => value switch
    {
        null or "" => null,
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] == '"' && text[text.Length - 1] == '"' && text.IndexOf('"', 1) == text.Length - 1
            ? text.Substring(1, text.Length - 2)
            : text;

    private static Parsed<Condition> Refuse(int number, FormattableString fault) => new(null, [$"Rules (buy_rules), line {number}: {fault}"]);
}
