namespace BuyerPath.Domain.Turns;

/// <summary>Whose turn it is at one moment, and by which step.</summary>
/// <param name="Holder">Customer, us, third party or nobody.</param>
/// <param name="IsOverdue">The step's promised moment has come.</param>
/// <param name="Step">The step that gives them the ball; null when it is nobody's turn.</param>
public sealed record Claim(Party Holder, bool IsOverdue, PlanStep? Step)
{
    /// <summary>Who goes first where several have an open step. Our own waiting is never hidden behind theirs.</summary>
    private static readonly IReadOnlyList<Party> Ranks = [Party.Us, Party.Customer, Party.ThirdParty];

    /// <summary>When the turn turns overdue, if nothing happens until then (UTC); null when it never does.</summary>
    public DateTime? DueOn => Step?.DueOn;

    /// <summary>
    /// Of the open steps whose dependencies are done, each party claims by its earliest due one; a step by both is claimed by
    /// either. Claims rank: us overdue, us, customer overdue, customer, third party; without any it is nobody's turn. A
    /// dependency on a step that is not in the plan any more counts as done.
    /// </summary>
    /// <param name="steps">All steps of the plan.</param>
    /// <param name="now">The moment (UTC).</param>
    public static Claim At(IReadOnlyCollection<PlanStep> steps, DateTime now)
    {
        var ready = Ready(steps, now);
        return Ranks
            .Select(party => ready.Find(step => step.IsBy(party)) is { } step ? new Claim(party, step.IsOverdue(now), step) : null)
            .OfType<Claim>()
            .FirstOrDefault() ?? new Claim(Party.Nobody, false, null);
    }

    /// <summary>The open steps whose dependencies are done, the earliest due first; those without a promise last.</summary>
    public static List<PlanStep> Ready(IReadOnlyCollection<PlanStep> steps, DateTime now)
    {
        var undone = new HashSet<Guid>(steps.Where(step => !step.IsDone(now)).Select(step => step.Id));
        return steps
            .Where(step => undone.Contains(step.Id) && !step.DependsOn.Any(undone.Contains))
            .OrderBy(step => step.DueOn ?? DateTime.MaxValue)
            .ThenBy(step => step.Id)
            .ToList();
    }
}
