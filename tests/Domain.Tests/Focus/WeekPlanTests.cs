using BuyerPath.Domain.Focus;
using CsCheck;

namespace BuyerPath.Domain.Tests.Focus;

public sealed class WeekPlanTests
{
    private const int Cases = 5_000;

    /// <summary>Up to nine options in up to four groups, some promised, some that bring nothing; whole money, so that sums are exact.</summary>
    private static readonly Gen<IReadOnlyList<StepOption>> Options =
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 12], Gen.Int[-5, 40], Gen.Int[0, 7])
            .Array[0, 9]
            .Select(rows => (IReadOnlyList<StepOption>)rows
                .Select((row, index) => new StepOption(Id(index), Id(100 + row.Item1), row.Item2, row.Item3, IsPromised: row.Item4 == 0))
                .ToList());

    private static readonly Gen<(IReadOnlyList<StepOption> Options, double Hours)> Weeks = Gen.Select(Options, Gen.Int[0, 40].Select(quarters => quarters / 4.0));

    [Fact]
    public void It_brings_as_much_as_trying_every_choice_does() => Weeks.Sample(week =>
    {
        var plan = WeekPlan.Of(week.Options, week.Hours);

        Assert.Equal(Brute(Groups(week.Options), plan.FreeQuarters), plan.Uplift);
        Assert.Equal(Brute(Groups(week.Options), plan.FreeQuarters + 4) - plan.Uplift, plan.PriceOfAnHour);
    }, iter: Cases);

    [Fact]
    public void What_is_chosen_brings_what_it_says_and_fits_and_is_one_of_a_group() => Weeks.Sample(week =>
    {
        var plan = WeekPlan.Of(week.Options, week.Hours);
        var chosen = plan.Lines.Where(line => line.Reason == PlanReason.BringsMost).Select(line => line.Option).ToList();

        Assert.Equal(plan.Uplift, chosen.Sum(option => option.Uplift));
        Assert.InRange(chosen.Sum(option => option.Quarters), 0, plan.FreeQuarters);
        Assert.Distinct(chosen.Select(option => option.GroupId));
        Assert.Equal(week.Options.Count(option => option.IsPromised), plan.Lines.Count(line => line.Reason == PlanReason.Promised));
        Assert.Equal(week.Options.Count, plan.Lines.Count);
    }, iter: Cases);

    [Fact]
    public void It_is_never_below_taking_what_brings_most_an_hour_first() => Weeks.Sample(week =>
    {
        var plan = WeekPlan.Of(week.Options, week.Hours);

        Assert.True(plan.Uplift >= Greedy(week.Options, plan.FreeQuarters));
    }, iter: Cases);

    [Fact]
    public void Greed_is_beaten_where_the_best_hour_leaves_a_gap()
    {
        // 8 h less 15 % are 27 quarters. Greed takes 15 for 40 (10.7 an hour) and has no room for another; 14 + 13 bring 65.
        StepOption[] options = [Option(1, quarters: 15, uplift: 40), Option(2, quarters: 14, uplift: 35), Option(3, quarters: 13, uplift: 30)];

        Assert.Equal(40, Greedy(options, 27));
        Assert.Equal(65, WeekPlan.Of(options, 8).Uplift);
    }

    [Fact]
    public void An_hour_more_never_brings_less() => Weeks.Sample(week =>
    {
        Assert.True(WeekPlan.Of(week.Options, week.Hours + 1).Uplift >= WeekPlan.Of(week.Options, week.Hours).Uplift);
        Assert.True(WeekPlan.Of(week.Options, week.Hours).PriceOfAnHour >= 0);
    }, iter: Cases);

    [Fact]
    public void A_promise_is_in_whatever_it_brings_and_takes_its_time_first()
    {
        var promise = Option(1, quarters: 20, uplift: 0) with { IsPromised = true };
        var good = Option(2, quarters: 8, uplift: 100);

        var plan = WeekPlan.Of([promise, good], 8); // 27 plannable quarters, 20 promised: 7 are left

        Assert.Equal([PlanReason.Promised, PlanReason.TooLong], plan.Lines.Select(line => line.Reason));
        Assert.Equal(7, plan.FreeQuarters);
        Assert.Equal(100, plan.PriceOfAnHour); // one hour more, and it would fit
    }

    [Fact]
    public void To_have_promised_more_than_the_week_is_said()
    {
        var promise = Option(1, quarters: 33, uplift: 0) with { IsPromised = true };

        Assert.True(WeekPlan.Of([promise], 8).IsOvercommitted);
        Assert.False(WeekPlan.Of([promise], 8.25).IsOvercommitted);
    }

    [Fact]
    public void Every_option_says_why_it_is_in_or_out()
    {
        var plan = WeekPlan.Of(
            [
                Option(1, 20, 100), Option(1, 8, 70) with { Id = Id(11) }, Option(2, 16, 30), Option(3, 4, 0), Option(4, 28, 5), Option(5, 1, 0) with { IsPromised = true },
            ],
            8); // 27 - 1 = 26: 100, or 70 + 30

        Assert.Equal(
            [PlanReason.Promised, PlanReason.BringsMost, PlanReason.OtherOfItsGroup, PlanReason.MoreElsewhere, PlanReason.BringsNothing, PlanReason.TooLong],
            plan.Lines.Select(line => line.Reason));
    }

    [Theory]
    [InlineData(-0.25)]
    [InlineData(168.25)]
    [InlineData(double.NaN)]
    public void There_is_no_such_week(double hours)
    {
        Assert.Equal(["Hours is outside the week: give 0 to 168."], WeekPlan.MayPlan(hours).Reasons);
        Assert.Throws<ArgumentException>(() => WeekPlan.Of([], hours));
    }

    [Fact]
    public void An_option_without_time_is_refused() => Assert.Throws<ArgumentException>(() => WeekPlan.Of([Option(1, 0, 1)], 8));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1)]
    [InlineData(0.26, 2)]
    [InlineData(1.1, 5)]
    [InlineData(0.1 + 0.2 + 0.7, 4)] // 1.0000000000000002 is one hour
    public void Hours_take_whole_quarters(double hours, int quarters) => Assert.Equal(quarters, StepOption.QuartersFor(hours));

    [Fact]
    public void Work_is_hardly_of_use_while_the_customer_holds_the_ball_in_time()
    {
        Assert.Equal(20, Uplift.Of(100, 0.3, 0.5, customerHoldsTheBall: false), 9);
        Assert.Equal(1, Uplift.Of(100, 0.3, 0.5, customerHoldsTheBall: true), 9);
        Assert.Equal(0, Uplift.Of(100, 0.5, 0.3, customerHoldsTheBall: false));
    }

    private static StepOption Option(int group, int quarters, double uplift) => new(Id(group), Id(100 + group), quarters, uplift);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static IReadOnlyList<List<StepOption>> Groups(IEnumerable<StepOption> options) =>
        options.Where(option => !option.IsPromised).GroupBy(option => option.GroupId).Select(group => group.ToList()).ToList();

    /// <summary>Every choice of at most one of each group.</summary>
    private static double Brute(IReadOnlyList<List<StepOption>> groups, int quarters, int group = 0)
    {
        if (group == groups.Count) return 0;
        var without = Brute(groups, quarters, group + 1);
        return groups[group]
            .Where(option => option.Quarters <= quarters)
            .Select(option => option.Uplift + Brute(groups, quarters - option.Quarters, group + 1))
            .Append(without)
            .Max();
    }

    private static double Greedy(IEnumerable<StepOption> options, int quarters)
    {
        var taken = new HashSet<Guid>();
        var uplift = 0.0;
        foreach (var option in options.Where(option => !option.IsPromised && option.Uplift > 0).OrderByDescending(option => option.UpliftPerHour))
        {
            if (option.Quarters > quarters || !taken.Add(option.GroupId)) continue;
            quarters -= option.Quarters;
            uplift += option.Uplift;
        }
        return uplift;
    }
}
