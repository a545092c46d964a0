using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Focus;

/// <summary>An open deal of a seller, as their week is planned by it.</summary>
/// <param name="Candidate">What focus sees of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="ChanceAfter">Win chance when our open steps have done what they are for: <see cref="RemainingWork.ChanceAfter"/>; null while unknown.</param>
/// <param name="Steps">The steps of its mutual plan.</param>
public sealed record PlannedDeal(FocusCandidate Candidate, string Name, double? ChanceAfter, IReadOnlyCollection<PlanStep> Steps);

/// <summary>What could be done on a deal: a promised step, or its next steps up to one of them.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Steps">The steps, in their order.</param>
/// <param name="Option">The same as the plan sees it.</param>
public sealed record WeekWork(PlannedDeal Deal, IReadOnlyList<PlanStep> Steps, StepOption Option);

/// <summary>Work with what became of it.</summary>
/// <param name="Work">The work.</param>
/// <param name="Reason">Why it is in the plan or not.</param>
/// <param name="IsIn">It is in the plan.</param>
public sealed record WeekLine(WeekWork Work, PlanReason Reason, bool IsIn);

/// <summary>A step of ours that cannot be planned, for nobody has said what it takes.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Step">The step.</param>
public sealed record StepWithoutHours(PlannedDeal Deal, PlanStep Step);

/// <summary>
/// A seller's week: of our open steps those that are promised within it, and of the others what brings the most that fits.
/// </summary>
/// <remarks>
/// Our open steps on a deal together take the customer to the next stage; so many of them as are done bring that part of the rise of
/// the win chance which their hours are of the hours of all. Steps are done in the order of their dates, one after what it waits for;
/// a step that waits for somebody else is no work of this week.
/// </remarks>
public sealed class SellerWeek
{
    /// <summary>A promise within so many days is one for this week.</summary>
    public const int Days = 7;

    private SellerWeek(WeekPlan plan, IReadOnlyList<WeekLine> lines, IReadOnlyList<FocusLine> deals, IReadOnlyList<StepWithoutHours> withoutHours)
    {
        Plan = plan;
        Lines = lines;
        Deals = deals;
        WithoutHours = withoutHours;
    }

    /// <summary>The plan.</summary>
    public WeekPlan Plan { get; }

    /// <summary>All work that was weighed: that of the plan first.</summary>
    public IReadOnlyList<WeekLine> Lines { get; }

    /// <summary>The seller's open deals with their tiers, by what an hour is worth.</summary>
    public IReadOnlyList<FocusLine> Deals { get; }

    /// <summary>What could not be planned.</summary>
    public IReadOnlyList<StepWithoutHours> WithoutHours { get; }

    /// <summary>Plans a week.</summary>
    /// <param name="deals">The seller's open deals.</param>
    /// <param name="hours">Hours that the seller has.</param>
    /// <param name="settings">What an admin has decided.</param>
    /// <param name="now">The time (UTC): the beginning of the week.</param>
    /// <exception cref="ArgumentException">There is no such week.</exception>
    public static SellerWeek Of(IReadOnlyCollection<PlannedDeal> deals, double hours, FocusSettings settings, DateTime now)
    {
        var ours = deals.Select(deal => new { Deal = deal, Steps = Doable(deal.Steps, now) }).ToList();
        var work = ours.SelectMany(each => WorkOn(each.Deal, each.Steps.Where(step => step.EffortHours != null).ToList(), now)).ToDictionary(each => each.Option);
        var plan = WeekPlan.Of(work.Keys, hours, settings.Reserve);
        return new SellerWeek(
            plan,
            plan.Lines.Select(line => new WeekLine(work[line.Option], line.Reason, line.IsIn)).ToList(),
            FocusList.Of(deals.Select(deal => deal.Candidate), plan, settings.CostOfAnHour),
            ours.SelectMany(each => each.Steps.Where(step => step.EffortHours == null).Select(step => new StepWithoutHours(each.Deal, step))).ToList());
    }

    private static IEnumerable<WeekWork> WorkOn(PlannedDeal deal, IReadOnlyList<PlanStep> steps, DateTime now)
    {
        var all = steps.Sum(Hours);
        var promised = steps.Where(step => step.DueOn <= now.AddDays(Days)).ToList();
        foreach (var step in promised) yield return Work(deal, [step], all, isPromised: true);

        var others = steps.Except(promised).ToList();
        for (var count = 1; count <= others.Count; count++) yield return Work(deal, others.Take(count).ToList(), all, isPromised: false);
    }

    private static WeekWork Work(PlannedDeal deal, IReadOnlyList<PlanStep> steps, double allHours, bool isPromised)
    {
        var hours = steps.Sum(Hours);
        return new WeekWork(deal, steps, new StepOption(
            steps[steps.Count - 1].Id, deal.Candidate.OpportunityId, StepOption.QuartersFor(hours), UpliftOf(deal, allHours > 0 ? hours / allHours : 0), isPromised));
    }

    private static double UpliftOf(PlannedDeal deal, double share) =>
        deal.Candidate is { Value: { } value, WinChance: { } chance } candidate && deal.ChanceAfter is { } after
            ? Uplift.Of(value, chance, chance + (after - chance) * share, candidate.CustomerHoldsTheBall)
            : 0;

    /// <summary>Our open steps that wait for nothing but each other, in the order in which they can be done.</summary>
    private static IReadOnlyList<PlanStep> Doable(IReadOnlyCollection<PlanStep> steps, DateTime now)
    {
        var waiting = steps.Where(step => !step.IsDone(now)).OrderBy(step => step.DueOn ?? DateTime.MaxValue).ThenBy(step => step.Id).ToList();
        var doable = new List<PlanStep>();
        while (waiting.Find(step => step.IsBy(Party.Us) && !step.DependsOn.Any(before => waiting.Exists(other => other.Id == before))) is { } next)
        {
            waiting.Remove(next);
            doable.Add(next);
        }
        return doable;
    }

    private static double Hours(PlanStep step) => step.EffortHours ?? 0;
}
