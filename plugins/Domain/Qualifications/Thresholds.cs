using System.Globalization;

namespace BuyerPath.Domain.Qualifications;

/// <summary>
/// Which level a value has. Written as four ascending lower bounds of the levels 1 to 4, such as <c>1000;5000;20000;50000</c>;
/// or as values with their levels, such as <c>0=4;1=2;2=0</c>.
/// </summary>
public sealed class Thresholds
{
    /// <summary>Percent at which what is derived reaches the levels 1 to 4, unless the criterion says otherwise.</summary>
    public static readonly Thresholds OfPercent = new([20m, 40m, 60m, 80m], null);

    private readonly IReadOnlyList<decimal>? _bounds;
    private readonly IReadOnlyDictionary<string, RatingLevel>? _levels;

    private Thresholds(IReadOnlyList<decimal>? bounds, IReadOnlyDictionary<string, RatingLevel>? levels)
    {
        _bounds = bounds;
        _levels = levels;
    }

    /// <summary>Reads what an administrator wrote in the field Thresholds (buy_thresholds).</summary>
    public static Parsed<Thresholds> Read(string text)
    {
        var parts = text.Split(';').Select(part => part.Trim()).ToList();
        return text.Contains("=") ? ReadPairs(parts) : ReadBounds(parts);
    }

    /// <summary>
    /// The level of a value; unknown when there is none, when bounds are asked about something that is no number, or when the
    /// value is not among those listed: nobody has said what it means.
    /// </summary>
    public RatingLevel LevelOf(object? value)
    {
        if (value == null) return RatingLevel.Unknown;
        var text = TextOf(value);
        if (_levels != null) return _levels.TryGetValue(text, out var level) ? level : RatingLevel.Unknown;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (RatingLevel)_bounds!.Count(bound => bound <= number)
            : RatingLevel.Unknown;
    }

    private static string TextOf(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Parsed<Thresholds> ReadBounds(IReadOnlyList<string> parts)
    {
        var bounds = new List<decimal>();
        foreach (var part in parts)
        {
            if (!decimal.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
                return Refuse($"Thresholds (buy_thresholds): \"{part}\" is no number: give four ascending numbers such as 10;20;30;40, or values with levels such as 0=4;1=2.");
            bounds.Add(bound);
        }
        if (bounds.Count != (int)RatingLevel.Proven)
            return Refuse($"Thresholds (buy_thresholds) has {bounds.Count} bounds: give four, from which the levels 1, 2, 3 and 4 are reached.");
        return bounds.Zip(bounds.Skip(1), (lower, upper) => lower < upper).All(ascends => ascends)
            ? new Parsed<Thresholds>(new Thresholds(bounds, null), [])
            : Refuse($"Thresholds (buy_thresholds): {string.Join(";", parts)} does not ascend: give each bound above the one before.");
    }

    private static Parsed<Thresholds> ReadPairs(IReadOnlyList<string> parts)
    {
        var levels = new Dictionary<string, RatingLevel>(StringComparer.OrdinalIgnoreCase);
        var faults = new List<FormattableString>();
        foreach (var part in parts)
        {
            var at = part.LastIndexOf('=');
            var value = at < 0 ? "" : part.Substring(0, at).Trim();
            if (value.Length == 0 || !TryLevel(part.Substring(at + 1), out var level))
                faults.Add($"Thresholds (buy_thresholds): \"{part}\" must be a value, an equals sign and a level from 0 to 4, such as 1=3.");
            else if (levels.ContainsKey(value))
                faults.Add($"Thresholds (buy_thresholds): {value} has two levels: give it one.");
            else
                levels.Add(value, level);
        }
        return new Parsed<Thresholds>(new Thresholds(null, levels), faults);
    }

    private static bool TryLevel(string text, out RatingLevel level)
    {
        var isNumber = int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        level = (RatingLevel)number;
        return isNumber && level.IsKnown();
    }

    private static Parsed<Thresholds> Refuse(FormattableString fault) => new(null, [fault]);
}
