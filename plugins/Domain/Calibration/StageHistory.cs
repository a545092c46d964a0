using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Calibration;

/// <summary>A visit of a closed deal.</summary>
/// <param name="StageKey">Key of the stage, which all versions of a process have in common.</param>
/// <param name="Band">The mutual score's band during it; where it changed, the last.</param>
/// <param name="Days">How long it lasted.</param>
public sealed record PastVisit(string StageKey, ScoreBand Band, double Days)
{
    /// <summary>The band of the score that was known last before a visit ended. What is known at its very end comes of the move.</summary>
    public static ScoreBand BandAt(IEnumerable<ScoreSnapshot> snapshots, DateTime ended) => ScoreBands.Of((double?)snapshots
        .Where(snapshot => snapshot.TakenOn < ended)
        .OrderBy(snapshot => snapshot.TakenOn)
        .LastOrDefault()?.MutualPercent / 100);
}

/// <summary>A closed deal.</summary>
/// <param name="SegmentId">Its segment; null for none.</param>
/// <param name="Outcome">How it ended; null when nobody knows, which counts as not Go.</param>
/// <param name="Visits">Its visits, in any order.</param>
public sealed record PastDeal(Guid? SegmentId, Outcome? Outcome, IReadOnlyCollection<PastVisit> Visits);

/// <summary>How many deals there were, and how they ended.</summary>
/// <param name="Deals">All.</param>
/// <param name="Go">Ended Go.</param>
/// <param name="NoDecision">Ended without a decision.</param>
public sealed record Tally(int Deals, int Go, int NoDecision);

/// <summary>What is known of a stage in one score band, or in all.</summary>
/// <param name="Ended">The deals that visited it, each once.</param>
/// <param name="Visits">How many visits there were.</param>
/// <param name="MedianDays">Whole days that half of the visits did not exceed; null without any.</param>
/// <param name="Days85">Whole days that 85 % of them did not exceed; null without any.</param>
public sealed record StageFigures(Tally Ended, int Visits, int? MedianDays, int? Days85);

/// <summary>
/// How closed deals of one process ended, by stage and score band, and how long they stayed. Counts only: it adds up over pages, and
/// can be put away and taken up again. The visits of closed deals are all complete, so none is censored.
/// </summary>
public sealed class StageHistory
{
    /// <summary>Longer visits count as so long: ten years.</summary>
    private const int MostDays = 3_652;

    private const string Dwell = ";days;";
    private const string All = "all";
    private const string AnySegment = "segment";

    private readonly Dictionary<string, int> _counts;

    private StageHistory(Dictionary<string, int> counts) => _counts = counts;

    /// <summary>Nothing counted yet.</summary>
    public StageHistory() : this(new Dictionary<string, int>(StringComparer.Ordinal))
    {
    }

    /// <summary>Takes up what <see cref="Write"/> put away.</summary>
    /// <exception cref="FormatException">The text is not such.</exception>
    public static StageHistory Read(string text) => new(CountText.ByKey(text));

    /// <summary>The counts as text.</summary>
    public string Write() => CountText.Keyed(_counts);

    /// <summary>The same without dwell: all that win chances need, and short enough to be read at every save.</summary>
    public string WriteEndings() => CountText.Keyed(_counts.Where(each => !each.Key.Contains(Dwell)).ToDictionary(each => each.Key, each => each.Value));

    /// <summary>Counts a closed deal.</summary>
    public void Add(PastDeal deal)
    {
        foreach (var place in new[] { All, Segment(deal.SegmentId) }
            .Concat(deal.Visits.Select(visit => Place(visit.StageKey, visit.Band)))
            .Concat(deal.Visits.Select(visit => Place(visit.StageKey, null)))
            .Distinct())
        {
            _counts.Increase($"{place};deals");
            if (deal.Outcome == Outcome.Go) _counts.Increase($"{place};go");
            if (deal.Outcome == Outcome.NoDecision) _counts.Increase($"{place};no decision");
        }
        foreach (var visit in deal.Visits)
        {
            var days = Math.Min(MostDays, Math.Max(0, (int)visit.Days));
            _counts.Increase(FormattableString.Invariant($"{Place(visit.StageKey, visit.Band)}{Dwell}{days}"));
            _counts.Increase(FormattableString.Invariant($"{Place(visit.StageKey, null)}{Dwell}{days}"));
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Merge(StageHistory other)
    {
        foreach (var each in other._counts) _counts.Increase(each.Key, each.Value);
    }

    /// <summary>All deals.</summary>
    public Tally Deals() => Ended(All);

    /// <summary>The deals of a segment; null for those of none.</summary>
    public Tally DealsOf(Guid? segmentId) => Ended(Segment(segmentId));

    /// <summary>The deals that visited a stage in this score band.</summary>
    public Tally DealsAt(string stageKey, ScoreBand band) => Ended(Place(stageKey, band));

    /// <summary>The figures of a stage.</summary>
    /// <param name="stageKey">The stage.</param>
    /// <param name="band">The score band; null for all.</param>
    public StageFigures FiguresOf(string stageKey, ScoreBand? band)
    {
        var place = Place(stageKey, band);
        var days = Enumerable.Range(0, MostDays + 1).Select(day => _counts.Of(FormattableString.Invariant($"{place}{Dwell}{day}"))).ToList();
        return new StageFigures(Ended(place), days.Sum(), DaysUntil(days, 0.5), DaysUntil(days, 0.85));
    }

    private static int? DaysUntil(IReadOnlyList<int> visitsByDays, double share)
    {
        double all = visitsByDays.Sum();
        if (all == 0) return null;

        var day = 0;
        for (var ended = visitsByDays[0]; ended < share * all; ended += visitsByDays[day]) day++;
        return day;
    }

    private Tally Ended(string place) => new(_counts.Of($"{place};deals"), _counts.Of($"{place};go"), _counts.Of($"{place};no decision"));

    private static string Segment(Guid? id) => $"{AnySegment};{id:N}";

    private static string Place(string stageKey, ScoreBand? band) => $"stage;{Uri.EscapeDataString(stageKey)};{band}";
}
