using BuyerPath.Domain.Flow;
using CsCheck;

namespace BuyerPath.Domain.Tests.Flow;

public sealed class SurvivalTests
{
    /// <summary>
    /// The data on which textbooks teach the estimate: weeks of remission under 6-mercaptopurine (Freireich and others, 1963), of
    /// 21 patients; those that lasted when the study ended are negative.
    /// </summary>
    private static readonly int[] Remissions = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];

    [Theory]
    [InlineData(5.9, 1)]
    [InlineData(6, 0.857)]
    [InlineData(7, 0.807)]
    [InlineData(10, 0.753)]
    [InlineData(13, 0.690)]
    [InlineData(16, 0.627)]
    [InlineData(22, 0.538)]
    [InlineData(23, 0.448)]
    [InlineData(40, 0.448)]
    public void It_gives_the_published_figures(double weeks, double lasting) =>
        Assert.Equal(lasting, 1 - Survival.Of(Durations(Remissions)).EndedBy(weeks), 3);

    [Fact]
    public void The_median_is_where_half_have_ended_and_unknown_where_too_few_have()
    {
        var remissions = Survival.Of(Durations(Remissions));

        Assert.Equal(23, remissions.DaysUntil(0.5));
        Assert.Null(remissions.DaysUntil(0.85));
        Assert.Equal(9, remissions.Completed);
    }

    [Fact]
    public void Nothing_known_says_nothing()
    {
        Assert.Null(Survival.Of([]).DaysUntil(0.5));
        Assert.Equal(0, Survival.Of([]).EndedBy(100));
    }

    [Fact]
    public void Where_all_have_ended_it_is_the_plain_share() => Gen.Int[0, 30].Array[1, 40].Sample(days =>
    {
        var survival = Survival.Of(days.Select(each => new Duration(each, IsComplete: true)));

        for (var day = 0; day <= 30; day++)
            Assert.Equal((double)days.Count(each => each <= day) / days.Length, survival.EndedBy(day), 9);
        Assert.Equal(days.Order().ElementAt((days.Length - 1) / 2), survival.DaysUntil(0.5));
    });

    [Fact]
    public void What_lasts_is_never_counted_as_having_ended_earlier_than_if_it_had_ended() =>
        Gen.Select(Gen.Int[0, 30], Gen.Bool).Array[1, 40].Sample(each =>
        {
            var censored = Survival.Of(each.Select(duration => new Duration(duration.Item1, duration.Item2)));
            var ended = Survival.Of(each.Select(duration => new Duration(duration.Item1, IsComplete: true)));

            for (var day = 0; day <= 30; day++)
                Assert.True(censored.EndedBy(day) <= ended.EndedBy(day) + 1e-9);
        });

    private static IEnumerable<Duration> Durations(IEnumerable<int> days) =>
        days.Select(each => new Duration(Math.Abs(each), IsComplete: each > 0));
}
