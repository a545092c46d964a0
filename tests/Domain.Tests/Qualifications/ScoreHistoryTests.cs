using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Tests.Qualifications;

public sealed class ScoreHistoryTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Nothing_is_taken_while_nothing_changes()
    {
        Assert.Equal((null, 0), After([], null, null));
        Assert.Equal((null, 0), After([At(90, Verdict.Ask, 50)], Verdict.Ask, 50));
    }

    [Theory]
    [InlineData(Verdict.Pursue, 50)]
    [InlineData(Verdict.Ask, 51)]
    [InlineData(Verdict.Ask, null)]
    [InlineData(null, null)]
    public void A_change_of_verdict_or_mutual_score_is_taken(Verdict? verdict, int? mutual) =>
        Assert.Equal((SnapshotCause.ScoreChanged, 0), After([At(90, Verdict.Ask, 50)], verdict, mutual));

    [Theory]
    [InlineData(59, null, 1)]
    [InlineData(60, SnapshotCause.ScoreChanged, 0)]
    public void A_change_that_is_undone_within_the_hour_is_removed(int minutesAgo, SnapshotCause? taken, int removed) =>
        Assert.Equal((taken, removed), After([At(90, Verdict.Ask, 50), At(minutesAgo, Verdict.Ask, 60)], Verdict.Ask, 50));

    [Fact]
    public void All_changes_on_a_way_there_and_back_are_removed() =>
        Assert.Equal((null, 2), After([At(90, Verdict.Ask, 50), At(40, Verdict.Ask, 60), At(20, Verdict.Pursue, 70)], Verdict.Ask, 50));

    [Fact]
    public void The_first_score_can_be_undone_too() => Assert.Equal((null, 1), After([At(5, Verdict.Ask, null)], null, null));

    [Fact]
    public void What_was_taken_at_a_closing_stays() => Assert.Equal(
        (SnapshotCause.ScoreChanged, 0),
        After([At(30, Verdict.Ask, 50), At(20, Verdict.Ask, 60) with { Cause = SnapshotCause.Closed }], Verdict.Ask, 50));

    [Fact]
    public void A_change_of_this_very_moment_has_not_lasted() =>
        Assert.Equal((SnapshotCause.ScoreChanged, 1), After([At(90, Verdict.Ask, 50), At(0, Verdict.Ask, 60)], Verdict.Ask, 70));

    [Fact]
    public void Weekly_snapshots_are_no_change() => Assert.Equal(
        (SnapshotCause.ScoreChanged, 0), After([At(90, Verdict.Ask, 40), At(30, Verdict.Ask, 50) with { Cause = SnapshotCause.Weekly }], Verdict.Ask, 50));

    [Fact]
    public void An_occasion_takes_one_whatever_the_score()
    {
        var history = ScoreHistory.After([At(90, Verdict.Ask, 50)], Verdict.Ask, 50, Given.Now, Hour, SnapshotCause.Closed);

        Assert.Equal(SnapshotCause.Closed, history.Taken);
        Assert.Empty(history.Removed);
    }

    private static (SnapshotCause?, int) After(IReadOnlyList<ScoreSnapshot> before, Verdict? verdict, int? mutual)
    {
        var history = ScoreHistory.After(before, verdict, mutual, Given.Now, Hour, occasion: null);
        return (history.Taken, history.Removed.Count);
    }

    private static ScoreSnapshot At(int minutesAgo, Verdict? verdict, int? mutual) =>
        new(Guid.NewGuid(), Given.Now.AddMinutes(-minutesAgo), SnapshotCause.ScoreChanged, verdict, mutual);
}
