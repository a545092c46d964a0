using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Tests.Turns;

public sealed class StepRulesTests
{
    private static readonly DateTime Monday = new(2026, 11, 23);

    [Theory]
    [InlineData(0, null, null, 0)]   // nothing was promised
    [InlineData(0, null, 0, 0)]      // the first promise
    [InlineData(0, 0, 0, 0)]         // the same day again
    [InlineData(1, 0, -1, 1)]        // an earlier day puts nothing off
    [InlineData(0, 0, 1, 1)]
    [InlineData(1, 0, 1, 2)]
    [InlineData(1, 0, null, 1)]      // a promise taken back is not put off
    public void A_promise_is_put_off_when_its_day_becomes_a_later_one(int moves, int? before, int? after, int expected) =>
        Assert.Equal(expected, StepRules.MovesAfter(moves, Day(before), Day(after)));

    [Fact]
    public void A_day_that_is_promised_counts_whole()
    {
        var step = new PlanStep(Guid.NewGuid(), Party.Us, PlanStep.EndOf(Monday), null, []);

        Assert.False(step.IsOverdue(Monday.AddHours(24).AddTicks(-1)));
        Assert.True(step.IsOverdue(Monday.AddHours(24)));
        Assert.Equal(Monday, step.DueDay);
    }

    [Theory]
    [InlineData(0, false, 0, 0)]
    [InlineData(1, false, 0, 1)]     // put off once: the first date was missed, the present one is to come
    [InlineData(2, false, 0, 2)]
    [InlineData(2, true, 0, 1)]      // the last move had an event in their world as its cause
    [InlineData(1, false, 9, 2)]     // and the present one has passed too
    public void Each_time_a_decision_is_put_off_a_date_was_missed(int moves, bool outside, int laterDays, int missed)
    {
        var step = new PlanStep(Guid.NewGuid(), Party.Customer, Given.Now.AddDays(3), null, [])
        {
            IsDecisionDate = true, FirstDueOn = Given.Now.AddDays(-9), DueMoves = moves, HasOutsideReason = outside,
        };

        Assert.Equal(missed, step.AgreedDates.Count(date => date.IsMissed(Given.Now.AddDays(laterDays))));
    }

    [Fact]
    public void A_step_that_is_no_decision_has_no_agreed_dates() =>
        Assert.Empty(Plan.Step(Party.Customer, dueIn: -3).AgreedDates);

    [Fact]
    public void Every_gap_is_named()
    {
        var decision = StepRules.IsComplete(false, " ", Party.Nobody, null, isDecisionDate: true, Given.Now.AddDays(1), Given.Now);

        Assert.Equal(
            ["Opportunity (buy_opportunityid)", "Step (buy_name)", "Party (buy_party)", "Due on (buy_dueon)", "Done on (buy_doneon)"],
            decision.Reasons.Select(reason => reason[..(reason.IndexOf(')', StringComparison.Ordinal) + 1)]));
        Assert.True(StepRules.IsComplete(true, "Send the proposal", Party.Us, null, isDecisionDate: false, null, Given.Now).IsAllowed);
    }

    [Fact]
    public void A_step_waits_only_for_a_step_of_its_own_plan()
    {
        var first = Plan.Step(Party.Us);

        Assert.True(StepRules.WaitsInItsPlan(first.Id, [first]).IsAllowed);
        Assert.True(StepRules.WaitsInItsPlan(null, []).IsAllowed);
        Assert.Contains("buy_afterstepid", Assert.Single(StepRules.WaitsInItsPlan(first.Id, []).Reasons), StringComparison.Ordinal);
    }

    private static DateTime? Day(int? offset) => offset is { } days ? Monday.AddDays(days) : null;
}
