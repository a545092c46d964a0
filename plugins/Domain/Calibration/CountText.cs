using System.Globalization;

namespace BuyerPath.Domain.Calibration;

/// <summary>Numbers as text, so that a count that takes longer than one call can rest in a column and go on.</summary>
internal static class CountText
{
    /// <summary>Counts in a row: those that are not zero, each with its place.</summary>
    public static string Sparse(IReadOnlyList<int> counts) => string.Join(",", counts
        .Select((count, place) => count == 0 ? "" : FormattableString.Invariant($"{place}:{count}"))
        .Where(text => text.Length > 0));

    /// <summary>Reads what <see cref="Sparse"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no such row.</exception>
    public static int[] Dense(string text, int length)
    {
        var counts = new int[length];
        foreach (var entry in Split(text, ','))
        {
            var pair = entry.Split(':');
            var place = pair.Length == 2 ? Number(pair[0]) : -1;
            if (place < 0 || place >= length) throw Unreadable(text);
            counts[place] = Number(pair[1]);
        }
        return counts;
    }

    /// <summary>Counts by key, the keys in order.</summary>
    public static string Keyed(IReadOnlyDictionary<string, int> counts) =>
        string.Join("\n", counts.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => FormattableString.Invariant($"{each.Key}={each.Value}")));

    /// <summary>Reads what <see cref="Keyed"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no such list.</exception>
    public static Dictionary<string, int> ByKey(string text) => Split(text, '\n').Select(line => line.Split('=')).ToDictionary(
        pair => pair.Length == 2 ? pair[0] : throw Unreadable(text),
        pair => Number(pair[1]),
        StringComparer.Ordinal);

    /// <summary>Adds to the count of a key.</summary>
    public static void Increase(this Dictionary<string, int> counts, string key, int count = 1) => counts[key] = counts.Of(key) + count;

    /// <summary>The count of a key; none is zero.</summary>
    public static int Of(this Dictionary<string, int> counts, string key) => counts.TryGetValue(key, out var count) ? count : 0;

    private static IEnumerable<string> Split(string text, char separator) => text.Length == 0 ? [] : text.Split(separator);

    private static int Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Unreadable(text);

    private static FormatException Unreadable(string text) =>
        new($"\"{(text.Length > 40 ? text.Substring(0, 40) : text)}\" is no count that was written here: begin the calibration anew.");
}
