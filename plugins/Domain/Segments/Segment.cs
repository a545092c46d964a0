namespace BuyerPath.Domain.Segments;

/// <summary>Who belongs to a segment: accounts for which every condition holds. Without a condition, all.</summary>
public sealed class SegmentRules
{
    private SegmentRules(IReadOnlyList<Condition> conditions) => Conditions = conditions;

    /// <summary>The conditions, one a line.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>The columns that have to be read of an account.</summary>
    public IEnumerable<string> Columns => Conditions.Select(condition => condition.Column).Distinct();

    /// <summary>Reads what an administrator wrote in the field Rules (buy_rules); empty lines say nothing.</summary>
    public static Parsed<SegmentRules> Read(string text)
    {
        var lines = text.Split('\n')
            .Select((line, index) => line.Trim().Length == 0 ? null : Condition.Read(line, index + 1))
            .OfType<Parsed<Condition>>()
            .ToList();
        var faults = lines.SelectMany(line => line.Decision.Sentences).ToList();
        return faults.Count > 0
            ? new Parsed<SegmentRules>(null, faults)
            : new Parsed<SegmentRules>(new SegmentRules(lines.Select(line => line.Value).ToList()), []);
    }

    /// <summary>Whether an account with these columns, by logical name, belongs to the segment.</summary>
    public bool HoldFor(IReadOnlyDictionary<string, object?> columns) => Conditions.All(condition => condition.HoldsFor(columns));
}

/// <summary>A group of accounts.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Order">Segments are tried in this order.</param>
/// <param name="Rules">Who belongs to it.</param>
public sealed record Segment(Guid Id, string Name, int Order, SegmentRules Rules)
{
    /// <summary>The first segment that an account belongs to; null when it belongs to none.</summary>
    public static Segment? For(IEnumerable<Segment> segments, IReadOnlyDictionary<string, object?> columns) => segments
        .OrderBy(segment => segment.Order)
        .ThenBy(segment => segment.Id)
        .FirstOrDefault(segment => segment.Rules.HoldFor(columns));
}
