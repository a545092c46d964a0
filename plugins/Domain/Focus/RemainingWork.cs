using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Focus;

/// <summary>What a deal still takes of us.</summary>
public static class RemainingWork
{
    /// <summary>
    /// Hours of ours until it is decided: the share of the segment's budget that falls to the stages before the customer, and never
    /// less than what our open steps take. Null while neither is known.
    /// </summary>
    /// <param name="budgetHours">Hours that a deal of the segment may take in all; null where nobody has said.</param>
    /// <param name="position">Where the customer stands.</param>
    /// <param name="steps">The steps of the mutual plan.</param>
    public static double? HoursOf(double? budgetHours, Position position, IEnumerable<PlanStep> steps)
    {
        var planned = steps.Where(step => !step.IsDone(position.On) && step.IsBy(Party.Us)).Select(step => step.EffortHours).OfType<double>().ToList();
        var budgeted = budgetHours * position.StagesLeft / position.Process.Stages.Count;
        return planned.Count == 0 ? budgeted : Math.Max(budgeted ?? 0, planned.Sum());
    }

    /// <summary>
    /// Win chance when our open steps have done what they are for: that of the next stage, and 1 after the last. Jobs have no next one:
    /// what is missing to 1 is spread evenly over them. Null while unknown.
    /// </summary>
    /// <param name="process">The process.</param>
    /// <param name="stage">Where the customer stands.</param>
    /// <param name="chanceAt">Win chance of a deal like this at a stage; null while unknown.</param>
    public static double? ChanceAfter(BuyingProcess process, BuyingStage stage, Func<BuyingStage, double?> chanceAt)
    {
        if (process.Mode == ProcessMode.Jobs) return chanceAt(stage) is { } chance ? chance + (1 - chance) / process.Stages.Count : null;
        return process.Stages.FirstOrDefault(each => each.Order > stage.Order) is { } next ? chanceAt(next) : 1;
    }
}
