namespace BuyerPath.Domain.Turns;

/// <summary>How many promised dates a party kept.</summary>
/// <param name="Kept">Steps done by the promised moment.</param>
/// <param name="Decided">Steps of which it is known whether the promise was kept: done, or due by now.</param>
public sealed record PromiseKeeping(int Kept, int Decided)
{
    /// <summary>Share kept, 0 to 1; null while nothing is decided.</summary>
    public double? Share => Decided == 0 ? null : (double)Kept / Decided;

    /// <summary>Share kept in percent with one digit, as it is stored; null while nothing is decided.</summary>
    public decimal? KeptPercent => Percent.Of(Share);

    /// <summary>Counts the promises of one party, customer or us; a promise of both counts for either.</summary>
    /// <param name="steps">The steps; those without a promised date count nowhere.</param>
    /// <param name="party">The party.</param>
    /// <param name="now">The time (UTC).</param>
    public static PromiseKeeping Of(IEnumerable<PlanStep> steps, Party party, DateTime now)
    {
        var decided = steps.Where(step => step.IsBy(party) && step.DueOn != null && (step.IsDone(now) || step.IsOverdue(now))).ToList();
        return new PromiseKeeping(decided.Count(step => step.DoneOn <= step.DueOn), decided.Count);
    }
}
