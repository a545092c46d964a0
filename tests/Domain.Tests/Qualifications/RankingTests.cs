using BuyerPath.Domain.Qualifications;
using CsCheck;
using static BuyerPath.Domain.Qualifications.RatingLevel;

namespace BuyerPath.Domain.Tests.Qualifications;

public sealed class RankingTests
{
    private static readonly Criterion Ours = Models.Criterion(Side.Provider, 1, 30);
    private static readonly Criterion First = Models.Criterion(Side.Customer, 1, 50);
    private static readonly Criterion Second = Models.Criterion(Side.Customer, 2, 50);
    private static readonly ScoringModel Model = Models.Of(Ours, First, Second);

    [Fact]
    public void All_are_placed_on_the_customers_criteria_with_the_places_that_the_unknown_leaves_open()
    {
        var nothing = Alternative(AlternativeKind.DoNothing, Plausible, Plausible);
        var rival = Alternative(AlternativeKind.Competitor, Proven, Unknown);
        var build = Alternative(AlternativeKind.Build, Disproved, Disproved);

        var ranking = Ranking.Of(Us(Good, Proven), [nothing, rival, build]);

        Assert.Equal([rival, null, nothing, build], ranking.Places.Select(placed => placed.Alternative)); // 1.0, 0.875, 0.5, 0
        Assert.Equal([(1, 2), (1, 2), (2, 3), (4, 4)], ranking.Places.Select(placed => (placed.Best, placed.Worst))); // the rival reaches from 0.5 to 1
        Assert.False(ranking.LacksDoingNothing);
    }

    [Fact]
    public void Of_whom_nothing_is_known_comes_last_and_can_be_anywhere()
    {
        var rival = Alternative(AlternativeKind.Competitor, Unknown, Unknown);

        var last = Ranking.Of(Us(Disproved, Disproved), [rival]).Places[1];

        Assert.Same(rival, last.Alternative);
        Assert.Equal(1, last.Best);
        Assert.Equal(1, last.Worst); // nobody can be above it: we are at nothing
    }

    [Fact]
    public void To_leave_out_doing_nothing_is_said() =>
        Assert.True(Ranking.Of(Us(Good, Good), [Alternative(AlternativeKind.Build, Good, Good)]).LacksDoingNothing);

    [Fact]
    public void Among_equals_we_come_first_and_both_have_the_same_place()
    {
        var ranking = Ranking.Of(Us(Good, Good), [Alternative(AlternativeKind.Build, Good, Good)]);

        Assert.Null(ranking.Places[0].Alternative);
        Assert.All(ranking.Places, placed => Assert.Equal((1, 1), (placed.Best, placed.Worst)));
    }

    [Fact]
    public void The_best_place_is_never_behind_the_worst() => Gen.Enum<RatingLevel>().Array[2].Array[1, 6].Sample(levels =>
        Assert.All(
            Ranking.Of(Us(levels[0][0], levels[0][1]), levels.Skip(1).Select(each => Alternative(AlternativeKind.Competitor, each[0], each[1])).ToList()).Places,
            placed => Assert.InRange(placed.Best, 1, placed.Worst)));

    private static Qualification Us(RatingLevel first, RatingLevel second) =>
        Models.Qualify(Model, Models.Rate(First, first), Models.Rate(Second, second));

    private static Alternative Alternative(AlternativeKind kind, RatingLevel first, RatingLevel second) =>
        new(Guid.NewGuid(), kind, [Models.Rate(First, first), Models.Rate(Second, second)]);
}
