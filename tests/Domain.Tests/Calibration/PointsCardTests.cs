using BuyerPath.Domain.Calibration;

namespace BuyerPath.Domain.Tests.Calibration;

public sealed class PointsCardTests
{
    [Fact]
    public void Points_rise_with_the_share_won_and_tell_little_where_nothing_is_told()
    {
        var card = PointsCard.Of(CountsOf(PastDeals.Of(2_000)));

        var telling = Enumerable.Range(0, 5).Select(value => card.Points(0, value)).ToList();
        Assert.Equal(telling.Order(), telling);
        Assert.InRange(card.Points(0, 5), -3, 3);
        Assert.All(Enumerable.Range(0, 6), value => Assert.InRange(card.Points(2, value), -3, 3));
    }

    [Fact]
    public void What_two_signals_say_alike_is_not_counted_twice()
    {
        // log2 of 90 % against 10 % are 6.3 doublings from the worst to the best: 63 points, however many signals say so.
        var twice = PointsCard.Of(CountsOf(PastDeals.Of(5_000)));
        var once = PointsCard.Of(CountsOf(PastDeals.Of(5_000).Select(deal => (new[] { deal.Values[0], 0, deal.Values[2] }, deal.Won))));

        Assert.InRange(Span(once), 50, 70);
        Assert.InRange(Span(twice), 50, 70);

        static int Span(PointsCard card) => card.Total([4, 4, 0]) - card.Total([0, 0, 0]);
    }

    [Fact]
    public void The_points_of_one_signal_can_be_worked_out_by_hand()
    {
        // One signal, 30 of 40 won with value 1, 10 of 40 with value 0.
        // evidence = log2((3/4 * 80 + 10) / (1/4 * 80 + 10)) = log2(70 / 30) = 1.2224 bits, and as much below for value 0
        // nothing is taken off for what another signal says: points = 10 * 1.2224 = 12
        var counts = new SignalCounts([2]);
        for (var deal = 0; deal < 80; deal++) counts.Add([deal % 2], won: deal % 2 == 1 ? deal < 60 : deal >= 60);

        var card = PointsCard.Of(counts);

        Assert.Equal(12, card.Points(0, 1));
        Assert.Equal(-12, card.Points(0, 0));
    }

    [Fact]
    public void A_value_that_nobody_has_seen_tells_nothing()
    {
        var counts = new SignalCounts([3]);
        for (var deal = 0; deal < 80; deal++) counts.Add([deal % 2], won: deal % 2 == 1);

        Assert.Equal(0, PointsCard.Of(counts).Points(0, 2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deals_of_one_ending_only_teach_nothing(bool won)
    {
        var counts = CountsOf([([1, 1, 1], won), ([2, 2, 2], won)]);

        Assert.Throws<ArgumentException>(() => PointsCard.Of(counts));
    }

    internal static SignalCounts CountsOf(IEnumerable<(int[] Values, bool Won)> deals)
    {
        var counts = new SignalCounts(PastDeals.Sizes);
        foreach (var (values, won) in deals) counts.Add(values, won);
        return counts;
    }
}
