namespace BuyerPath.Sandbox.Tests;

public sealed class AdjustableClockTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_clock_that_stood_stands_again_where_it_was()
    {
        var clock = new AdjustableClock(Monday);

        using (clock.StandAt(Monday.AddDays(-30))) Assert.Equal(Monday.AddDays(-30), clock.GetUtcNow());

        Assert.Equal(Monday, clock.GetUtcNow());
    }

    [Fact]
    public void A_clock_that_ran_runs_again()
    {
        var clock = new AdjustableClock();

        using (clock.StandAt(Monday)) Assert.Equal(Monday, clock.GetUtcNow());

        Assert.InRange(clock.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public void Moments_inside_each_other_end_in_their_order()
    {
        var clock = new AdjustableClock(Monday);

        using (clock.StandAt(Monday.AddDays(-2)))
        {
            using (clock.StandAt(Monday.AddDays(-1))) Assert.Equal(Monday.AddDays(-1), clock.GetUtcNow());
            Assert.Equal(Monday.AddDays(-2), clock.GetUtcNow());
        }
    }

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 11, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void It_stands_where_it_was_set_in_UTC()
    {
        var clock = new AdjustableClock(Start);

        Assert.Equal((Start, TimeSpan.Zero), (clock.GetUtcNow(), clock.GetUtcNow().Offset));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
        clock.Set(Start);
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public void It_runs_with_the_real_clock_at_a_distance()
    {
        var clock = new AdjustableClock(Start);

        clock.Follow(TimeSpan.FromDays(10));
        clock.Advance(TimeSpan.FromDays(-3));

        Assert.InRange(clock.GetUtcNow() - DateTimeOffset.UtcNow, TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));
    }
}
