using BuyerPath.Domain.Turns;
using CsCheck;
using static BuyerPath.Domain.Tests.Turns.Plan;
using static BuyerPath.Domain.Turns.Party;

namespace BuyerPath.Domain.Tests.Turns;

public sealed class TurnHistoryTests
{
    [Fact]
    public void An_opportunity_without_a_plan_begins_as_nobodys_turn()
    {
        var history = TurnHistory.After([], [], Given.Now);

        Assert.Equal([new Turn(null, Nobody, false, Given.Now, null, null)], history.Added);
        Assert.Equal(history.Added, history.All);
    }

    [Fact]
    public void A_change_of_turn_ends_one_and_begins_another()
    {
        var nobodys = Stored(Nobody, daysAgo: 3);
        var step = Step(Customer, dueIn: 4);

        var history = TurnHistory.After([nobodys], [step], Given.Now);

        Assert.Equal([nobodys with { EndedOn = Given.Now }], history.Changed);
        Assert.Equal([new Turn(null, Customer, false, Given.Now, null, step.DueOn)], history.Added);
    }

    [Fact]
    public void Another_step_of_the_same_party_goes_on_with_the_turn_until_its_own_date()
    {
        var turn = Stored(Customer, daysAgo: 3, dueIn: 1);
        var next = Step(Customer, dueIn: 9);

        var history = TurnHistory.After([turn], [next], Given.Now);

        Assert.Equal([turn with { DueOn = next.DueOn }], history.Changed);
        Assert.Empty(history.Added);
    }

    [Fact]
    public void A_turn_becomes_overdue_on_its_day_even_if_nothing_was_saved_then()
    {
        var turn = Stored(Customer, daysAgo: 9, dueIn: -2);

        var history = TurnHistory.After([turn], [Step(Us)], Given.Now);

        Assert.Equal(
            [
                turn with { EndedOn = turn.DueOn },
                new Turn(null, Customer, true, turn.DueOn!.Value, Given.Now, turn.DueOn),
                new Turn(null, Us, false, Given.Now, null, null),
            ],
            history.All);
    }

    [Fact]
    public void Reading_shows_what_has_become_overdue_since_it_was_stored()
    {
        var turn = Stored(Us, daysAgo: 9, dueIn: -2);

        Assert.Equal([false, true], TurnHistory.AsOf([turn], Given.Now).Select(each => each.IsOverdue));
        Assert.Equal([false, true], TurnHistory.AsOf([turn], Given.Now.AddDays(-2)).Select(each => each.IsOverdue));   // the moment has come
        Assert.Equal([turn], TurnHistory.AsOf([turn], Given.Now.AddDays(-3)));
    }

    [Fact]
    public void A_clock_behind_the_last_turn_does_not_make_turns_overlap()
    {
        var last = Stored(Customer, daysAgo: 0) with { EndedOn = Given.Now.AddMinutes(5) };

        var history = TurnHistory.After([last], [], Given.Now);

        Assert.Equal(last.EndedOn, history.All[^1].BeganOn);
    }

    [Fact]
    public void A_date_that_is_put_off_later_does_not_make_the_past_punctual()
    {
        var turn = Stored(Customer, daysAgo: 9, dueIn: -2);

        var history = TurnHistory.After([turn], [Step(Customer, dueIn: 7)], Given.Now);

        Assert.Equal([(false, -9), (true, -2), (false, 0)], history.All.Select(each => (each.IsOverdue, (each.BeganOn - Given.Now).Days)));
    }

    [Fact]
    public void An_overdue_turn_keeps_the_first_date_that_was_missed()
    {
        var turn = Stored(Us, daysAgo: 9, dueIn: -2);
        var history = TurnHistory.After([turn], [Step(Us, dueIn: -1)], Given.Now);

        Assert.Equal([turn.DueOn, turn.DueOn], history.All.Select(each => each.DueOn));
    }

    [Fact]
    public void A_turn_that_has_not_lasted_is_replaced()
    {
        var turn = Stored(Nobody, daysAgo: 0);

        var history = TurnHistory.After([turn], [Step(Us)], Given.Now);

        Assert.Equal([turn with { Holder = Us }], history.All);
        Assert.Equal(history.All, history.Changed);
    }

    [Fact]
    public void Staying_the_same_stores_nothing()
    {
        var history = TurnHistory.After([Stored(Customer, daysAgo: 3)], [Step(Customer)], Given.Now);

        Assert.Empty(history.Added);
        Assert.Empty(history.Changed);
    }

    [Fact]
    public void Closing_ends_the_turn_and_reopening_begins_a_new_one()
    {
        var closed = TurnHistory.Ended([Stored(Customer, daysAgo: 9, dueIn: -2)], Given.Now);
        var reopened = TurnHistory.After(closed.All, [], Given.Now.AddDays(5));

        Assert.Equal([false, true], closed.All.Select(turn => turn.IsOverdue));
        Assert.All(closed.All, turn => Assert.False(turn.IsOpen));
        Assert.Equal(Given.Now.AddDays(5), reopened.All.Single(turn => turn.IsOpen).BeganOn);
    }

    [Fact]
    public void Turns_partition_the_time_from_opening_to_closing_and_the_stored_rows_say_the_same()
    {
        var changes = Gen.Select(Gen.OneOfConst(Customer, Us, ThirdParty, Both), Gen.Int[-2, 6], Gen.Int[0, 4], Gen.Bool);
        changes.Array[0, 25].Sample(each =>
        {
            var rows = new List<Turn>();
            var steps = new List<PlanStep>();
            var now = Given.Now;
            Store(TurnHistory.After(rows, steps, now), rows);

            foreach (var (party, dueIn, pause, isAdded) in each)
            {
                now = now.AddDays(pause);
                if (isAdded || steps.Count == 0) steps.Add(Step(party) with { DueOn = now.AddDays(dueIn) });
                else steps[0] = steps[0] with { DoneOn = now };

                var history = TurnHistory.After(rows, steps, now);
                Store(history, rows);

                Assert.Equal(Claim.At(steps, now).Holder, history.All.Single(turn => turn.IsOpen).Holder);
                Assert.Equal(Claim.At(steps, now).IsOverdue, history.All.Single(turn => turn.IsOpen).IsOverdue);
            }

            var closed = TurnHistory.Ended(rows, now.AddDays(10));
            Store(closed, rows);

            Assert.Equal(closed.All.Select(turn => turn with { Id = null }), rows.Select(turn => turn with { Id = null }));
            Assert.Equal(Given.Now, closed.All[0].BeganOn);
            Assert.Equal(now.AddDays(10), closed.All[^1].EndedOn);
            Assert.All(closed.All.Zip(closed.All.Skip(1)), pair => Assert.Equal(pair.First.EndedOn, pair.Second.BeganOn));
            Assert.All(closed.All, turn => Assert.True(turn.IsOverdue == (turn.DueOn <= turn.BeganOn)));
            Assert.All(closed.All, turn => Assert.NotEqual(Both, turn.Holder));
        });
    }

    /// <summary>What the plugin does with the rows.</summary>
    private static void Store(TurnHistory history, List<Turn> rows)
    {
        foreach (var changed in history.Changed) rows[rows.FindIndex(row => row.Id == changed.Id)] = changed;
        rows.AddRange(history.Added.Select(added => added with { Id = Guid.NewGuid() }));
    }

    private static Turn Stored(Party holder, int daysAgo, int? dueIn = null) => new(
        Guid.NewGuid(), holder, false, Given.Now.AddDays(-daysAgo), null, dueIn is { } days ? Given.Now.AddDays(days) : null);
}
