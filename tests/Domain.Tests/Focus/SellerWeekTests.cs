using System.Text.Json;
using BuyerPath.Domain.Focus;
using BuyerPath.Domain.Turns;
using CsCheck;

namespace BuyerPath.Domain.Tests.Focus;

public sealed class SellerWeekTests
{
    private static readonly FocusSettings Settings = FocusSettings.Usual;

    [Fact]
    public void Steps_bring_their_share_of_the_rise_to_the_next_stage_and_next_steps_are_weighed_together()
    {
        // 20 % to 60 % of 1,000 is 400 in all: 100 for the first hour, 300 for the three of the second.
        var deal = Deal(1, value: 1_000, chance: 0.2, after: 0.6, Ours(1, hours: 1), Ours(2, hours: 3, after: 1));

        var week = SellerWeek.Of([deal], 30, Settings, Given.Now);

        Assert.Equal([(1, 100.0), (2, 400.0)], week.Lines.Select(line => (line.Work.Steps.Count, Math.Round(line.Work.Option.Uplift, 6))).Order());
        var line = Assert.Single(week.Lines, line => line.IsIn);
        Assert.Equal(2, line.Work.Steps.Count);
        Assert.Equal(16, line.Work.Option.Quarters);
        Assert.Equal(FocusTier.Now, Assert.Single(week.Deals).Tier);
    }

    [Fact]
    public void What_is_promised_within_seven_days_is_done_whatever_it_brings()
    {
        var worthless = Deal(1, value: 0, chance: 0.2, after: 0.6, Ours(1, hours: 2, dueIn: 7));
        var rich = Deal(2, value: 9_000, chance: 0.2, after: 0.6, Ours(3, hours: 2, dueIn: 8));

        var week = SellerWeek.Of([worthless, rich], 3, Settings, Given.Now);

        Assert.Equal([(1, PlanReason.Promised)], week.Lines.Where(line => line.IsIn).Select(line => (Number(line.Work), line.Reason)));
        Assert.Equal([(2, PlanReason.TooLong)], week.Lines.Where(line => !line.IsIn).Select(line => (Number(line.Work), line.Reason)));
    }

    [Fact]
    public void A_step_that_waits_for_the_customer_is_no_work_and_one_that_waits_for_our_own_comes_after_it()
    {
        var theirs = Step(1, Party.Customer);
        var deal = Deal(1, 1_000, 0.2, 0.6, theirs, Ours(2, hours: 1, after: 1), Ours(4, hours: 1, after: 3), Ours(3, hours: 1));

        var week = SellerWeek.Of([deal], 30, Settings, Given.Now);

        Assert.Equal([3, 4], week.Lines.Single(line => line.IsIn).Work.Steps.Select(Number));
    }

    [Fact]
    public void Steps_that_wait_for_each_other_are_no_work()
    {
        var week = SellerWeek.Of([Deal(1, 1_000, 0.2, 0.6, Ours(1, hours: 1, after: 2), Ours(2, hours: 1, after: 1))], 30, Settings, Given.Now);

        Assert.Empty(week.Lines);
    }

    [Fact]
    public void A_step_without_hours_cannot_be_planned_and_is_named()
    {
        var week = SellerWeek.Of([Deal(1, 1_000, 0.2, 0.6, Ours(1, hours: null), Ours(2, hours: 1))], 30, Settings, Given.Now);

        Assert.Equal(1, Number(Assert.Single(week.WithoutHours).Step));
        Assert.Equal([2], Assert.Single(week.Lines).Work.Steps.Select(Number));
    }

    [Fact]
    public void While_the_customer_is_at_work_in_time_ours_brings_next_to_nothing()
    {
        var deal = Deal(1, 1_000, 0.2, 0.6, Ours(1, hours: 1));
        var holding = deal with { Candidate = deal.Candidate with { CustomerHoldsTheBall = true } };

        Assert.Equal(20.0, Assert.Single(SellerWeek.Of([holding], 30, Settings, Given.Now).Lines).Work.Option.Uplift, 6);
    }

    [Fact]
    public void A_larger_reserve_leaves_less_to_choose_for()
    {
        var week = SellerWeek.Of([], 10, Settings with { Reserve = 0.5 }, Given.Now);

        Assert.Equal(20, week.Plan.FreeQuarters);
    }

    [Fact]
    public void Another_hour_never_lowers_what_the_week_brings_and_no_step_is_in_it_twice() => Gen.Select(Deals, Gen.Int[0, 40]).Sample((deals, hours) =>
    {
        var week = SellerWeek.Of(deals, hours, Settings, Given.Now);

        Assert.True(SellerWeek.Of(deals, hours + 1, Settings, Given.Now).Plan.Uplift >= week.Plan.Uplift - 1e-9);
        var planned = week.Lines.Where(line => line.IsIn).SelectMany(line => line.Work.Steps).ToList();
        Assert.Equal(planned.Count, planned.Distinct().Count());
        Assert.Equal(deals.Length, week.Deals.Count);
    });

    [Fact]
    public void The_week_as_data_says_what_to_do_what_did_not_fit_and_the_price_of_an_hour()
    {
        var deals = new[]
        {
            Deal(1, 1_000, 0.2, 0.6, Ours(1, hours: 1, dueIn: 2)),
            Deal(2, 500, 0.2, 0.6, Ours(2, hours: 1)),
            Deal(3, 100, 0.2, 0.6, Ours(3, hours: 1), Ours(4, hours: null)),
        };

        using var json = JsonDocument.Parse(SellerWeekJson.Write(SellerWeek.Of(deals, 2.5, Settings, Given.Now), 2.5, Settings));

        var root = json.RootElement;
        Assert.Equal((2.5, 15.0, 1.0, 1.0), (root.GetProperty("hours").GetDouble(), root.GetProperty("reservePercent").GetDouble(), root.GetProperty("promisedHours").GetDouble(), root.GetProperty("freeHours").GetDouble()));
        Assert.Equal((200.0, 40.0), (root.GetProperty("uplift").GetDouble(), root.GetProperty("priceOfAnHour").GetDouble()));
        Assert.Equal(["Deal 1", "Deal 2"], Names("lines"));
        Assert.Equal(["Deal 3"], Names("left"));
        Assert.Equal(["Deal 3"], Names("withoutHours"));
        var first = root.GetProperty("lines")[0];
        Assert.Equal(("promised", "now", 1), (first.GetProperty("reason").GetString(), first.GetProperty("tier").GetString(), first.GetProperty("steps").GetArrayLength()));
        Assert.Equal("2026-11-25", first.GetProperty("steps")[0].GetProperty("dueOn").GetString());
        Assert.Equal(3, root.GetProperty("deals").GetArrayLength());

        IEnumerable<string?> Names(string part) => root.GetProperty(part).EnumerateArray().Select(line => line.GetProperty("name").GetString());
    }

    private static readonly Gen<PlannedDeal[]> Deals =
        Gen.Select(Gen.Int[0, 5_000], Gen.Int[1, 60], Gen.Select(Gen.Int[1, 20], Gen.Int[-2, 12], Gen.Bool).Array[0, 4])
            .Array[0, 6]
            .Select(all => all.Select((each, at) => Deal(
                at + 1, each.Item1, each.Item2 / 100.0, each.Item2 / 100.0 + 0.2,
                [.. each.Item3.Select((step, place) => Ours(at * 10 + place, step.Item1 / 4.0, step.Item3 ? step.Item2 : null))])).ToArray());

    private static PlannedDeal Deal(int number, double value, double chance, double after, params IReadOnlyCollection<PlanStep> steps) =>
        new(new FocusCandidate(Id(number), value, chance, 5, null, false), $"Deal {number}", after, steps);

    private static PlanStep Ours(int number, double? hours, int? dueIn = null, int? after = null) => Step(number, Party.Us, dueIn, after) with { EffortHours = hours };

    private static PlanStep Step(int number, Party party, int? dueIn = null, int? after = null) =>
        new(Id(number), party, dueIn is { } days ? Given.Now.AddDays(days) : null, null, after is { } before ? [Id(before)] : []);

    private static Guid Id(int number) => new(number, 5, 0, new byte[8]);

    private static int Number(PlanStep step) => BitConverter.ToInt32(step.Id.ToByteArray(), 0);

    private static int Number(WeekWork work) => BitConverter.ToInt32(work.Deal.Candidate.OpportunityId.ToByteArray(), 0);
}
