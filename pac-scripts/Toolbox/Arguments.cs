using System.Globalization;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox;

/// <summary>What was typed after the verb: first the names in their order, then <c>--options</c> with their values. Every complaint names the argument.</summary>
public sealed class Arguments
{
    private readonly List<string> names = [];
    private readonly List<(string Option, string? Value)> options = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>Reads them; whether an option takes a value is known only when it is asked for.</summary>
    public Arguments(IReadOnlyList<string> typed)
    {
        for (var at = 0; at < typed.Count; at++)
        {
            if (!IsOption(typed[at]))
            {
                names.Add(typed[at]);
                continue;
            }
            var hasValue = at + 1 < typed.Count && !IsOption(typed[at + 1]);
            options.Add((typed[at], hasValue ? typed[at + 1] : null));
            if (hasValue) at++;
        }
    }

    /// <summary>The name at this place, from 0; <paramref name="what"/> says what it is, for the complaint that it is missing.</summary>
    /// <exception cref="SourceException">There are fewer.</exception>
    public string Name(int place, string what) =>
        place < names.Count ? names[place] : throw new SourceException($"The {what} is missing.");

    /// <summary>The names from this place on; at least one.</summary>
    /// <exception cref="SourceException">There is none.</exception>
    public IReadOnlyList<string> NamesFrom(int place, string what) => [Name(place, what), .. names.Skip(place + 1)];

    /// <summary>The value of an option that must be there once.</summary>
    /// <exception cref="SourceException">It is missing.</exception>
    public string Text(string option, string example) =>
        Find(option) ?? throw new SourceException($"{option} is missing, as {option} {Quoted(example)}.");

    /// <summary>The value of an option, or null when it is not there.</summary>
    /// <exception cref="SourceException">It is there without a value, or twice.</exception>
    public string? Find(string option)
    {
        var values = All(option);
        return values.Count <= 1 ? values.FirstOrDefault() : throw new SourceException($"{option} is given {values.Count} times; once will do.");
    }

    /// <summary>All values of an option that may be repeated.</summary>
    /// <exception cref="SourceException">One is without a value.</exception>
    public IReadOnlyList<string> All(string option)
    {
        asked.Add(option);
        var values = options.Where(typed => typed.Option == option).ToList();
        return values.All(typed => typed.Value is not null)
            ? [.. values.Select(typed => typed.Value!)]
            : throw new SourceException($"{option} needs a value after it.");
    }

    /// <summary>True when an option that takes no value is there.</summary>
    /// <exception cref="SourceException">It has a value.</exception>
    public bool Flag(string option)
    {
        asked.Add(option);
        var typed = options.Where(typed => typed.Option == option).ToList();
        return typed.All(one => one.Value is null) ? typed.Count > 0 : throw new SourceException($"{option} takes no value; '{typed.First(one => one.Value is not null).Value}' stands after it.");
    }

    /// <summary>A number within limits, or the default when the option is not there and there is a default.</summary>
    /// <exception cref="SourceException">It is missing, no number, or outside the limits.</exception>
    public decimal Number(string option, decimal least, decimal most, decimal? byDefault = null)
    {
        var text = Find(option);
        if (text is null) return byDefault ?? throw new SourceException($"{option} is missing: a number from {least} to {most}.");

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SourceException($"{option} {text} is not a number from {least} to {most}, with a point before decimals.");
    }

    /// <summary>A whole number within limits.</summary>
    /// <exception cref="SourceException">It is missing, not whole, or outside the limits.</exception>
    public int WholeNumber(string option, int least, int most, int? byDefault = null)
    {
        var number = Number(option, least, most, byDefault);
        return number == decimal.Truncate(number) ? (int)number : throw new SourceException($"{option} {number} is not a whole number.");
    }

    /// <summary>What one of these words stands for.</summary>
    /// <exception cref="SourceException">It is missing or another word.</exception>
    public T OneOf<T>(string option, IReadOnlyDictionary<string, T> choices)
    {
        var words = string.Join(", ", choices.Keys);
        var text = Find(option) ?? throw new SourceException($"{option} is missing: one of {words}.");
        return choices.TryGetValue(text, out var choice) ? choice : throw new SourceException($"{option} {text} is unknown; it is one of {words}.");
    }

    /// <summary>A text in both languages: <c>--en</c> and <c>--fi</c>, or with a first part such as <c>--describe-en</c>.</summary>
    /// <exception cref="SourceException">A language is missing.</exception>
    public Wording Wording(string first = "") => new(Text($"--{first}en", "..."), Text($"--{first}fi", "..."));

    /// <summary>Call when all was asked for: what nobody asked for was a mistake.</summary>
    /// <exception cref="SourceException">An option is unknown here, or there are more names than <paramref name="nameCount"/>.</exception>
    public void RefuseOthers(int nameCount)
    {
        if (options.FirstOrDefault(typed => !asked.Contains(typed.Option)) is { Option: { } unknown })
            throw new SourceException($"{unknown} is unknown here; {string.Join(", ", asked.Order(StringComparer.Ordinal))} are known.");
        if (names.Count > nameCount)
            throw new SourceException($"'{names[nameCount]}' is one name too many. Does a text with spaces lack its quotes?");
    }

    private static bool IsOption(string text) => text.StartsWith("--", StringComparison.Ordinal);

    private static string Quoted(string text) => text.Contains(' ', StringComparison.Ordinal) || text == "..." ? $"\"{text}\"" : text;
}
