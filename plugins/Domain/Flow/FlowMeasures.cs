using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Flow;

/// <summary>How long closed spells took, by how they ended. Never a mean alone.</summary>
/// <param name="Outcome">How they ended; null for those of which nobody knows.</param>
/// <param name="Closed">How many.</param>
/// <param name="PerWeek">How many per week of the window: an early No-Go is throughput too.</param>
/// <param name="MedianDays">Lead time that half of them did not exceed.</param>
/// <param name="Days85">Lead time that 85 % of them did not exceed.</param>
public sealed record Throughput(Outcome? Outcome, int Closed, double PerWeek, double MedianDays, double Days85);

/// <summary>No-Go and No-Decision that came later than half of the wins.</summary>
/// <param name="Count">How many.</param>
/// <param name="Hours">Our hours on them: times a rate, their cost.</param>
public sealed record LateNo(int Count, double Hours);

/// <summary>
/// The flow measures; their definitions are contractual, reports give the same numbers. Times are UTC, intervals half-open,
/// elapsed calendar time, nothing rounded.
/// </summary>
public sealed class FlowMeasures
{
    private FlowMeasures(IReadOnlyCollection<Spell> spells, Window window)
    {
        var closed = spells.Where(spell => window.Has(spell.ClosedOn)).ToList();

        Wip = spells.Count(spell => spell.OpenedOn <= window.To && !(spell.ClosedOn <= window.To));
        Throughput = closed.GroupBy(spell => spell.Outcome).OrderBy(same => same.Key)
            .Select(same => ThroughputOf(same.Key, same.Select(spell => spell.LeadTimeDays!.Value).ToList(), window))
            .ToList();
        Stages = spells.SelectMany(spell => spell.Visits)
            .Where(visit => visit.EnteredOn < window.To)
            .Select(visit => visit.Stage).Distinct().OrderBy(stage => stage)
            .Select(stage => StageFlow.Of(stage, spells, window))
            .ToList();
        WaitingShares = WaitingShares.Of(spells, window);
        FlowEfficiency = EfficiencyOf(spells, window);
        Moves = Moves.Of(spells, window);
        NoDecisionRate = Share.Of(closed, spell => spell.Outcome == Outcome.NoDecision);
        LateNo = LateNoOf(closed);
        CustomerPromises = PromiseKeeping.Of(spells.SelectMany(spell => spell.Steps), Party.Customer, window.To);
        OurPromises = PromiseKeeping.Of(spells.SelectMany(spell => spell.Steps), Party.Us, window.To);
        LittlesLaw = LittlesLaw.Of(spells, window);
    }

    /// <summary>Open at the end of the window.</summary>
    public int Wip { get; }

    /// <summary>Closings in the window by outcome, with their lead times.</summary>
    public IReadOnlyList<Throughput> Throughput { get; }

    /// <summary>Every stage that was ever visited, by its order.</summary>
    public IReadOnlyList<StageFlow> Stages { get; }

    /// <summary>Whose turn it was in the window; null when no turn lies in it.</summary>
    public WaitingShares? WaitingShares { get; }

    /// <summary>
    /// UTC days with an evidenced customer step or an activity of both sides / all days of the spells, in the window; null without
    /// days. The customer's inner work is invisible to us: watch the trend, not the level.
    /// </summary>
    public double? FlowEfficiency { get; }

    /// <summary>Moves made in the window, and those back by cause.</summary>
    public Moves Moves { get; }

    /// <summary>First-pass yields of all stages that have one, multiplied: the share that would go straight through. Null without any.</summary>
    public double? RolledYield => Stages
        .Select(stage => stage.FirstPassYield)
        .OfType<double>()
        .Aggregate((double?)null, (product, yield) => (product ?? 1) * yield);

    /// <summary>Of all closed in the window, the share that ended without a decision; null without any.</summary>
    public double? NoDecisionRate { get; }

    /// <summary>Noes that came late; null when no win in the window says what late is.</summary>
    public LateNo? LateNo { get; }

    /// <summary>Promised dates that the customer kept.</summary>
    public PromiseKeeping CustomerPromises { get; }

    /// <summary>Promised dates that we kept.</summary>
    public PromiseKeeping OurPromises { get; }

    /// <summary>Whether work in progress, throughput and lead time agree.</summary>
    public LittlesLaw LittlesLaw { get; }

    /// <summary>Measures the flow of these spells in the window.</summary>
    /// <exception cref="ArgumentException">The window has no length.</exception>
    public static FlowMeasures Of(IReadOnlyCollection<Spell> spells, Window window) => window.Days > 0
        ? new FlowMeasures(spells, window)
        : throw new ArgumentException("The window must end after it begins.", nameof(window));

    private static Throughput ThroughputOf(Outcome? outcome, IReadOnlyCollection<double> leadTimes, Window window) => new(
        outcome,
        leadTimes.Count,
        leadTimes.Count / window.Days * 7,
        Percentile.Of(leadTimes, 0.5)!.Value,
        Percentile.Of(leadTimes, 0.85)!.Value);

    private static LateNo? LateNoOf(IReadOnlyCollection<Spell> closed)
    {
        var usualWin = Percentile.Of(
            closed.Where(spell => spell.Outcome == Outcome.Go).Select(spell => spell.LeadTimeDays!.Value), 0.5);
        if (usualWin == null) return null;

        var late = closed
            .Where(spell => spell.Outcome is Outcome.NoGo or Outcome.NoDecision && spell.LeadTimeDays > usualWin)
            .ToList();
        return new LateNo(late.Count, late.Sum(spell => spell.OurHours));
    }

    private static double? EfficiencyOf(IReadOnlyCollection<Spell> spells, Window window)
    {
        var days = spells.SelectMany(spell => DaysOf(spell, window).Select(spell.ActiveDays.Contains)).ToList();
        return Share.Of(days, isActive => isActive);
    }

    /// <summary>The UTC days that a spell touches in the window.</summary>
    private static IEnumerable<DateTime> DaysOf(Spell spell, Window window)
    {
        var day = (spell.OpenedOn > window.From ? spell.OpenedOn : window.From).Date;
        var end = spell.ClosedOn < window.To ? spell.ClosedOn.Value : window.To;
        for (; day < end; day = day.AddDays(1)) yield return day;
    }
}
