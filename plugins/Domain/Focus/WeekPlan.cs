namespace BuyerPath.Domain.Focus;

/// <summary>Why an option is in the week's plan, or not.</summary>
public enum PlanReason
{
    /// <summary>In: it is promised.</summary>
    Promised = 0,

    /// <summary>In: with the others it brings the most that fits.</summary>
    BringsMost = 1,

    /// <summary>Out: another option of its group is in.</summary>
    OtherOfItsGroup = 2,

    /// <summary>Out: the time brings more elsewhere.</summary>
    MoreElsewhere = 3,

    /// <summary>Out: it brings nothing.</summary>
    BringsNothing = 4,

    /// <summary>Out: it alone takes more than the time there is.</summary>
    TooLong = 5,
}

/// <summary>One option with what became of it.</summary>
/// <param name="Option">The option.</param>
/// <param name="Reason">Why it is in or out.</param>
public sealed record PlanLine(StepOption Option, PlanReason Reason)
{
    /// <summary>It is in the plan.</summary>
    public bool IsIn => Reason is PlanReason.Promised or PlanReason.BringsMost;
}

/// <summary>What to do with the hours of a week: the promised first, then what brings the most.</summary>
public sealed class WeekPlan
{
    /// <summary>The share of the hours that is usually kept free: a week without surprises does not come.</summary>
    public const double Reserve = 0.15;

    /// <summary>The longest week that is planned.</summary>
    public const int MostHours = 168;

    private WeekPlan(IReadOnlyList<PlanLine> lines, int quarters, int promised, int free, double uplift, double priceOfAnHour)
    {
        Lines = lines;
        Quarters = quarters;
        PromisedQuarters = promised;
        FreeQuarters = free;
        Uplift = uplift;
        PriceOfAnHour = priceOfAnHour;
    }

    /// <summary>Every option: those in the plan first, by what an hour brings.</summary>
    public IReadOnlyList<PlanLine> Lines { get; }

    /// <summary>Quarter hours of the week, the reserve included.</summary>
    public int Quarters { get; }

    /// <summary>Quarter hours that promises take.</summary>
    public int PromisedQuarters { get; }

    /// <summary>Quarter hours that were left to choose for.</summary>
    public int FreeQuarters { get; }

    /// <summary>Promised more than the week has: a promise has to be moved, and the customer told now.</summary>
    public bool IsOvercommitted => PromisedQuarters > Quarters;

    /// <summary>What the chosen is expected to bring, in money; without the promised, which is done anyway.</summary>
    public double Uplift { get; }

    /// <summary>
    /// What one hour more would bring, in money. An hour given to anything that brings less costs the difference; zero when time
    /// is not what is short.
    /// </summary>
    public double PriceOfAnHour { get; }

    /// <summary>Whether a week of so many hours can be planned.</summary>
    public static Decision MayPlan(double hours) => Decision.From(hours is >= 0 and <= MostHours
        ? []
        : [$"Hours is outside the week: give 0 to {MostHours}."]);

    /// <summary>Plans a week.</summary>
    /// <param name="options">What could be done.</param>
    /// <param name="hours">Hours that the seller has.</param>
    /// <param name="reserve">The share of them that is kept free, 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no such week, or an option takes no time.</exception>
    public static WeekPlan Of(IReadOnlyCollection<StepOption> options, double hours, double reserve = Reserve)
    {
        if (!MayPlan(hours).IsAllowed) throw new ArgumentException(string.Join(" ", MayPlan(hours).Reasons), nameof(hours));
        if (options.Any(option => option.Quarters < 1)) throw new ArgumentException("An option takes a quarter of an hour at least.", nameof(options));

        var quarters = Whole(hours);
        var promised = options.Where(option => option.IsPromised).Sum(option => option.Quarters);
        var free = Math.Max(0, Whole(hours * (1 - reserve)) - promised);
        var knapsack = new Knapsack(options.Where(option => !option.IsPromised), free + StepOption.QuartersPerHour);
        var chosen = knapsack.Chosen(free);

        var lines = options
            .Select(option => new PlanLine(option, ReasonOf(option, chosen, free)))
            .OrderByDescending(line => line.IsIn)
            .ThenBy(line => line.Reason)
            .ThenByDescending(line => line.Option.UpliftPerHour)
            .ToList();
        var most = knapsack.Most(free);
        return new WeekPlan(lines, quarters, promised, free, most, knapsack.Most(free + StepOption.QuartersPerHour) - most);
    }

    private static int Whole(double hours) => (int)Math.Floor(Math.Round(hours * StepOption.QuartersPerHour, 6));

    private static PlanReason ReasonOf(StepOption option, IReadOnlyList<StepOption> chosen, int free)
    {
        if (option.IsPromised) return PlanReason.Promised;
        if (chosen.Contains(option)) return PlanReason.BringsMost;
        if (option.Uplift <= 0) return PlanReason.BringsNothing;
        if (chosen.Any(each => each.GroupId == option.GroupId)) return PlanReason.OtherOfItsGroup;
        return option.Quarters > free ? PlanReason.TooLong : PlanReason.MoreElsewhere;
    }
}
