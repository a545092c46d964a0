namespace BuyerPath.Domain.Turns;

/// <summary>What a mutual plan must be like.</summary>
public static class PlanRules
{
    /// <summary>
    /// No step waits for itself, directly or through others: such a step could never begin, and its party would never get
    /// the ball. Every step is somebody's.
    /// </summary>
    public static Decision IsPossible(IReadOnlyCollection<PlanStep> steps) => Decision.From(Obstacles(steps));

    private static IEnumerable<FormattableString> Obstacles(IReadOnlyCollection<PlanStep> steps)
    {
        if (steps.Any(step => step.Party == Party.Nobody))
            yield return $"A step is nobody's: say who does it, the customer, we, a third party or both.";

        var waiting = WaitingForever(steps);
        if (waiting.Count > 0)
            yield return $"{waiting.Count} steps wait for each other in a circle: take out one of their dependencies.";
    }

    /// <summary>What is left when every step that can begin is taken to be done, over and over.</summary>
    private static IReadOnlyCollection<PlanStep> WaitingForever(IReadOnlyCollection<PlanStep> steps)
    {
        while (true)
        {
            var undone = new HashSet<Guid>(steps.Select(step => step.Id));
            var left = steps.Where(step => step.DependsOn.Any(undone.Contains)).ToList();
            if (left.Count == steps.Count) return left;
            steps = left;
        }
    }
}
