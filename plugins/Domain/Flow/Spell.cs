using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Flow;

/// <summary>A visit to a stage, as flow is measured by it.</summary>
/// <param name="Stage">Order of the stage.</param>
/// <param name="EnteredOn">Beginning (UTC).</param>
/// <param name="LeftOn">End (UTC); null while it lasts.</param>
/// <param name="Cause">Why it began.</param>
public sealed record SpellVisit(int Stage, DateTime EnteredOn, DateTime? LeftOn, MoveCause Cause);

/// <summary>One run of an opportunity through its process, from opening to closing. Reopening begins another one.</summary>
/// <param name="OpenedOn">Beginning (UTC).</param>
/// <param name="ClosedOn">End (UTC); null while open.</param>
/// <param name="Outcome">How it ended; null while open, or when nobody knows.</param>
/// <param name="Visits">Its stage visits, oldest first.</param>
public sealed record Spell(DateTime OpenedOn, DateTime? ClosedOn, Outcome? Outcome, IReadOnlyList<SpellVisit> Visits)
{
    /// <summary>Its turns, in any order.</summary>
    public IReadOnlyCollection<Turn> Turns { get; init; } = [];

    /// <summary>The steps of its mutual plan.</summary>
    public IReadOnlyCollection<PlanStep> Steps { get; init; } = [];

    /// <summary>UTC days with an evidenced customer step or an activity of both sides.</summary>
    public IReadOnlyCollection<DateTime> ActiveDays { get; init; } = [];

    /// <summary>Hours that we have put in.</summary>
    public double OurHours { get; init; }

    /// <summary>Days from opening to closing, unrounded; null while open.</summary>
    public double? LeadTimeDays => (ClosedOn - OpenedOn)?.TotalDays;
}

/// <summary>A span of time, its beginning included and its end not (UTC).</summary>
/// <param name="From">Beginning.</param>
/// <param name="To">End: nothing later is known to a measure.</param>
public sealed record Window(DateTime From, DateTime To)
{
    /// <summary>Length in days.</summary>
    public double Days => (To - From).TotalDays;

    /// <summary>The moment lies in the window; one that has not come does not.</summary>
    public bool Has(DateTime? moment) => From <= moment && moment < To;

    /// <summary>Days of an interval that lie in the window; an open end reaches to its end.</summary>
    public double DaysOf(DateTime began, DateTime? ended)
    {
        var from = began > From ? began : From;
        var to = ended < To ? ended.Value : To;
        return to > from ? (to - from).TotalDays : 0;
    }
}
