using BuyerPath.Domain.Outcomes;

namespace BuyerPath.Domain.Flow;

/// <summary>How one stage flows.</summary>
public sealed class StageFlow
{
    /// <summary>Fewer completed visits than these are no history to compare an age with.</summary>
    public const int LeastHistory = 20;

    private StageFlow(int stage, Survival visitDwell, Survival totalDwell, double? firstPassYield, double? noDecisionRate)
    {
        Stage = stage;
        VisitDwell = visitDwell;
        TotalDwell = totalDwell;
        FirstPassYield = firstPassYield;
        NoDecisionRate = noDecisionRate;
    }

    /// <summary>Order of the stage.</summary>
    public int Stage { get; }

    /// <summary>Days of one visit. A visit that lasts at the end of the window is censored there.</summary>
    public Survival VisitDwell { get; }

    /// <summary>Days of all visits of a spell together. Censored while the spell is open, for it may come back.</summary>
    public Survival TotalDwell { get; }

    /// <summary>
    /// Of the spells closed in the window that entered the stage, the share that left it forward and never returned to it or an
    /// earlier one. To close as Go is to leave forward. Null when there is none.
    /// </summary>
    public double? FirstPassYield { get; }

    /// <summary>Of the spells closed in the window while at this stage, the share that ended without a decision. Null when there is none.</summary>
    public double? NoDecisionRate { get; }

    /// <summary>
    /// The share of visits that had ended by this age, 0 to 1; null below <see cref="LeastHistory"/> completed visits, when only an
    /// administrator's limit can tell what is long.
    /// </summary>
    public double? AgePercentile(double days) => VisitDwell.Completed < LeastHistory ? null : VisitDwell.EndedBy(days);

    /// <summary>Measures the stage of this order.</summary>
    internal static StageFlow Of(int stage, IReadOnlyCollection<Spell> spells, Window window)
    {
        var visiting = spells.Where(spell => VisitsTo(stage, spell, window).Any()).ToList();
        var closed = visiting.Where(spell => window.Has(spell.ClosedOn)).ToList();
        var closedHere = closed.Where(spell => spell.Visits[spell.Visits.Count - 1].Stage == stage).ToList();

        return new StageFlow(
            stage,
            Survival.Of(visiting.SelectMany(spell => VisitsTo(stage, spell, window)).Select(visit => Dwell(visit, window))),
            Survival.Of(visiting.Select(spell => TotalDwellOf(stage, spell, window))),
            Share.Of(closed, spell => PassedAtFirst(stage, spell)),
            Share.Of(closedHere, spell => spell.Outcome == Outcome.NoDecision));
    }

    private static IEnumerable<SpellVisit> VisitsTo(int stage, Spell spell, Window window) =>
        spell.Visits.Where(visit => visit.Stage == stage && visit.EnteredOn < window.To);

    private static Duration Dwell(SpellVisit visit, Window window) => visit.LeftOn <= window.To
        ? new Duration((visit.LeftOn.Value - visit.EnteredOn).TotalDays, IsComplete: true)
        : new Duration((window.To - visit.EnteredOn).TotalDays, IsComplete: false);

    private static Duration TotalDwellOf(int stage, Spell spell, Window window) => new(
        VisitsTo(stage, spell, window).Sum(visit => Dwell(visit, window).Days),
        IsComplete: spell.ClosedOn <= window.To);

    private static bool PassedAtFirst(int stage, Spell spell)
    {
        var later = spell.Visits.SkipWhile(visit => visit.Stage != stage).Skip(1).ToList();
        return later.Count == 0 ? spell.Outcome == Outcome.Go : later.All(visit => visit.Stage > stage);
    }
}
