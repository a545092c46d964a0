namespace BuyerPath.Domain.Turns;

/// <summary>What a step of a mutual plan must be like to be saved. A step without a due date is legal: nothing was promised yet.</summary>
public static class StepRules
{
    /// <summary>How far ahead of the server's clock a moment may lie: half a day, for people east of it.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(12);

    /// <summary>The step says what is to be done in which plan, and by whom.</summary>
    /// <param name="hasOpportunity">The opportunity is given.</param>
    /// <param name="name">What is to be done.</param>
    /// <param name="party">Who does it; null when missing.</param>
    /// <param name="due">The day promised; null when nothing is.</param>
    /// <param name="isDecisionDate">It is the day on which the customer agreed to decide.</param>
    /// <param name="doneOn">When it was done (UTC); null while it is not.</param>
    /// <param name="now">The time (UTC).</param>
    public static Decision IsComplete(
        bool hasOpportunity, string? name, Party? party, DateTime? due, bool isDecisionDate, DateTime? doneOn, DateTime now) =>
        Decision.From(Gaps(hasOpportunity, name, party, due, isDecisionDate, doneOn, now));

    /// <summary>A saved step stays in the plan of its opportunity.</summary>
    /// <param name="opportunityMoves">The save gives another opportunity.</param>
    public static Decision StaysInPlace(bool opportunityMoves) => Decision.From(opportunityMoves
        ? [$"Opportunity (buy_opportunityid) cannot change: add the step to the plan of the other opportunity and delete this one."]
        : []);

    /// <summary>A step waits only for a step of its own plan.</summary>
    /// <param name="afterId">The step that must be done first; null for none.</param>
    /// <param name="plan">The steps of the plan.</param>
    public static Decision WaitsInItsPlan(Guid? afterId, IEnumerable<PlanStep> plan) => Decision.From(
        afterId != null && plan.All(step => step.Id != afterId)
            ? [$"Done first (buy_afterstepid) is not an active step of the same opportunity: choose one of its own plan."]
            : []);

    /// <summary>How often a promise has been put off, when its day is now another one. An earlier day, or a first one, puts nothing off.</summary>
    /// <param name="moves">How often before.</param>
    /// <param name="before">The day that was promised; null when nothing was.</param>
    /// <param name="after">The day promised now; null when nothing is.</param>
    public static int MovesAfter(int moves, DateTime? before, DateTime? after) => after > before ? moves + 1 : moves;

    private static IEnumerable<FormattableString> Gaps(
        bool hasOpportunity, string? name, Party? party, DateTime? due, bool isDecisionDate, DateTime? doneOn, DateTime now)
    {
        if (!hasOpportunity)
            yield return $"Opportunity (buy_opportunityid) is missing: give the opportunity whose plan the step belongs to.";
        if (string.IsNullOrWhiteSpace(name))
            yield return $"Step (buy_name) is missing: say what is to be done.";
        if (party is null or Party.Nobody)
            yield return $"Party (buy_party) is missing: say who does it, the customer, we, a third party or both.";
        if (isDecisionDate && due == null)
            yield return $"Due on (buy_dueon) is missing: give the day on which the customer agreed to decide.";
        if (doneOn > now + ClockTolerance)
            yield return $"Done on (buy_doneon) lies in the future: give the moment at which it was done.";
    }
}
