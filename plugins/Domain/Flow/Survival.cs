namespace BuyerPath.Domain.Flow;

/// <summary>How long something took, or has taken so far.</summary>
/// <param name="Days">Days.</param>
/// <param name="IsComplete">It has ended; otherwise it lasts, and will take longer.</param>
public sealed record Duration(double Days, bool IsComplete);

/// <summary>
/// How durations are distributed when some have not ended: the Kaplan-Meier estimate. To drop those that last, or to count them
/// as ended, would make every stage look faster than it is.
/// </summary>
public sealed class Survival
{
    /// <summary>A share reached by arithmetic is reached, whatever binary fractions make of it.</summary>
    private const double Tolerance = 1e-9;

    private readonly IReadOnlyList<Fall> _falls;

    private Survival(IReadOnlyList<Fall> falls, int completed)
    {
        _falls = falls;
        Completed = completed;
    }

    /// <summary>How many have ended.</summary>
    public int Completed { get; }

    /// <summary>
    /// The estimate: at each duration at which some ended, the share that lasts falls by that part of those that had lasted so
    /// long. One that was last seen at just that duration had lasted so long.
    /// </summary>
    public static Survival Of(IEnumerable<Duration> durations)
    {
        var all = durations.OrderBy(duration => duration.Days).ToList();
        var falls = new List<Fall>();
        var lasting = 1.0;
        var atRisk = all.Count;
        foreach (var same in all.GroupBy(duration => duration.Days, duration => duration.IsComplete))
        {
            var ended = same.Count(isComplete => isComplete);
            lasting *= 1 - (double)ended / atRisk;
            if (ended > 0) falls.Add(new Fall(same.Key, lasting));
            atRisk -= same.Count();
        }
        return new Survival(falls, all.Count(duration => duration.IsComplete));
    }

    /// <summary>Days by which this share has ended; null when too few have ended to tell.</summary>
    public double? DaysUntil(double share) => _falls.FirstOrDefault(fall => 1 - fall.Lasting >= share - Tolerance)?.Days;

    /// <summary>The share that has ended by then, 0 to 1.</summary>
    public double EndedBy(double days) => 1 - (_falls.LastOrDefault(fall => fall.Days <= days)?.Lasting ?? 1);

    private sealed record Fall(double Days, double Lasting);
}
