using BuyerPath.Domain.Positions;
using CsCheck;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class VisitsTests
{
    private static readonly Guid A = Given.StageId(1);
    private static readonly Guid B = Given.StageId(2);
    private static readonly Guid C = Given.StageId(3);
    private static readonly TimeSpan TakenBackWithin = TimeSpan.FromHours(1);

    [Fact]
    public void The_first_position_opens_the_first_visit()
    {
        var visits = Visits.After([], A, Given.Now, MoveCause.ProcessChosen, TakenBackWithin);

        Assert.Equal(new StageVisit(null, A, Given.Now, null, MoveCause.ProcessChosen), visits.Opened);
        Assert.Equal([visits.Opened!], visits.All);
    }

    [Fact]
    public void Staying_stores_nothing()
    {
        var standing = Stored(A, daysAgo: 5);

        var visits = Visits.After([standing], A, Given.Now, MoveCause.NewAnswer, TakenBackWithin);

        Assert.Equal([standing], visits.All);
        Assert.True(visits is { Opened: null, Closed: null, Reopened: null, Removed: [] });
    }

    [Fact]
    public void A_move_ends_the_visit_and_opens_one()
    {
        var left = Stored(A, daysAgo: 5);

        var visits = Visits.After([left], B, Given.Now, MoveCause.NewAnswer, TakenBackWithin);

        Assert.Equal(left with { LeftOn = Given.Now }, visits.Closed);
        Assert.Equal(new StageVisit(null, B, Given.Now, null, MoveCause.NewAnswer), visits.Opened);
        Assert.Equal([visits.Closed!, visits.Opened!], visits.All);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_move_taken_back_within_the_hour_leaves_no_visit_behind(int minutes, bool undone)
    {
        var moved = Given.Now.AddMinutes(-minutes);
        var first = Stored(A, daysAgo: 5) with { LeftOn = moved };
        var second = Stored(B, daysAgo: 0) with { EnteredOn = moved };

        var visits = Visits.After([second, first], A, Given.Now, MoveCause.WithdrawnAnswer, TakenBackWithin);

        Assert.Equal(undone ? first with { LeftOn = null } : null, visits.Reopened);
        Assert.Equal(undone ? [second] : [], visits.Removed);
        Assert.Equal(undone ? 1 : 3, visits.All.Count);
    }

    [Fact]
    public void Several_moves_taken_back_within_the_hour_leave_none_behind()
    {
        var first = Stored(A, daysAgo: 5) with { LeftOn = Given.Now.AddMinutes(-20) };
        var second = Stored(B, daysAgo: 0) with { EnteredOn = Given.Now.AddMinutes(-20), LeftOn = Given.Now.AddMinutes(-10) };
        var third = Stored(C, daysAgo: 0) with { EnteredOn = Given.Now.AddMinutes(-10) };

        var visits = Visits.After([first, second, third], A, Given.Now, MoveCause.WithdrawnAnswer, TakenBackWithin);

        Assert.Equal([second, third], visits.Removed);
        Assert.Equal([first with { LeftOn = null }], visits.All);
    }

    [Fact]
    public void A_clock_behind_the_last_visit_does_not_make_visits_overlap()
    {
        var standing = Stored(A, daysAgo: 0);

        var visits = Visits.After([standing], B, Given.Now.AddMinutes(-5), MoveCause.NewAnswer, TakenBackWithin);

        Assert.Equal(standing.EnteredOn, visits.Closed!.LeftOn);
        Assert.Equal(standing.EnteredOn, visits.Opened!.EnteredOn);
    }

    [Fact]
    public void Closing_ends_the_open_visit_and_reopening_starts_a_new_one()
    {
        var closed = Visits.Ended([Stored(A, daysAgo: 5)], Given.Now);
        var reopened = Visits.After(closed.All, A, Given.Now.AddMinutes(10), MoveCause.Recalculated, TakenBackWithin);

        Assert.Equal(Given.Now, closed.Closed!.LeftOn);
        Assert.Equal([A, A], reopened.All.Select(visit => visit.StageId));
        Assert.Equal(Given.Now.AddMinutes(10), reopened.Opened!.EnteredOn);
    }

    [Fact]
    public void A_move_at_the_moment_of_closing_leaves_a_visit_that_has_not_lasted()
    {
        var visits = Visits.After([Stored(A, daysAgo: 5)], B, Given.Now, MoveCause.StaleEvidence, TakenBackWithin).EndedOn(Given.Now);

        Assert.Equal(Given.Now, visits.Closed!.LeftOn);
        Assert.Equal(new StageVisit(null, B, Given.Now, Given.Now, MoveCause.StaleEvidence), visits.Opened);
        Assert.Equal([visits.Closed, visits.Opened!], visits.All);
    }

    [Fact]
    public void Closing_gives_a_visit_that_was_taken_back_to_its_later_end()
    {
        var first = Stored(A, daysAgo: 5) with { LeftOn = Given.Now.AddMinutes(-20) };
        var second = Stored(B, daysAgo: 0) with { EnteredOn = Given.Now.AddMinutes(-20) };

        var visits = Visits.After([first, second], A, Given.Now, MoveCause.WithdrawnAnswer, TakenBackWithin).EndedOn(Given.Now);

        Assert.Equal(first with { LeftOn = Given.Now }, visits.Reopened);
        Assert.Equal([second], visits.Removed);
        Assert.Null(visits.Closed);
    }

    [Fact]
    public void Closing_what_is_closed_stores_nothing() =>
        Assert.Null(Visits.Ended([Stored(A, daysAgo: 5) with { LeftOn = Given.Now.AddDays(-1) }], Given.Now).Closed);

    [Fact]
    public void Visits_partition_the_time_since_the_first_and_the_stored_rows_say_the_same() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 90], (stage, minutes) => (Given.StageId(stage), minutes)).Array[1, 30].Sample(moves =>
        {
            var rows = new List<StageVisit>();
            var now = Given.Now;
            foreach (var (stage, minutes) in moves)
            {
                now = now.AddMinutes(minutes);
                var visits = Visits.After(rows, stage, now, MoveCause.NewAnswer, TakenBackWithin);

                Assert.Equal(Given.Now.AddMinutes(moves[0].minutes), visits.All[0].EnteredOn);
                Assert.All(visits.All.Zip(visits.All.Skip(1)), pair => Assert.Equal(pair.First.LeftOn, pair.Second.EnteredOn));
                Assert.Equal(stage, visits.All.Single(visit => visit.IsOpen).StageId);
                Assert.All(visits.All.Zip(visits.All.Skip(1)), pair => Assert.NotEqual(pair.First.StageId, pair.Second.StageId));

                Store(visits, rows);
                Assert.Equal(visits.All.Select(visit => visit with { Id = null }), rows.Select(visit => visit with { Id = null }));
            }
        });

    /// <summary>What the plugin does with the rows.</summary>
    private static void Store(Visits visits, List<StageVisit> rows)
    {
        foreach (var changed in new[] { visits.Closed, visits.Reopened }.OfType<StageVisit>())
            rows[rows.FindIndex(row => row.Id == changed.Id)] = changed;

        rows.RemoveAll(row => visits.Removed.Any(removed => removed.Id == row.Id));
        if (visits.Opened is { } opened) rows.Add(opened with { Id = Guid.NewGuid() });
    }

    private static StageVisit Stored(Guid stage, int daysAgo) =>
        new(Guid.NewGuid(), stage, Given.Now.AddDays(-daysAgo), null, MoveCause.ProcessChosen);
}
