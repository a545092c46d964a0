using BuyerPath.Domain.Calibration;

namespace BuyerPath.Domain.Tests.Calibration;

public sealed class CardTrialTests
{
    [Fact]
    public void A_card_that_tells_is_good_and_says_how_likely_deals_are_won()
    {
        var quality = TrialOf(PastDeals.Of(3_000)).Quality();

        Assert.InRange(quality.Auc!.Value, 0.75, 0.85);   // 10 to 90 % in even steps: 0.8 by the pairs of its values
        Assert.InRange(quality.Brier, 0.15, quality.BaseBrier - 0.05);
        Assert.All(quality.Table.Where(line => line.Deals > 100), line => Assert.Equal(line.MeanChance, line.Won, 0.08));
        Assert.Equal(3_000, quality.Table.Sum(line => line.Deals));
    }

    [Fact]
    public void A_card_of_chance_is_worth_nothing_on_deals_it_has_not_seen()
    {
        var chance = new Random(5);
        var noise = Enumerable.Range(0, 600).Select(_ => (new[] { chance.Next(6), chance.Next(6), chance.Next(6) }, chance.Next(2) == 0)).ToList();

        var quality = TrialOf(noise).Quality();

        Assert.InRange(quality.Auc!.Value, 0.4, 0.6);
        Assert.True(quality.Brier > quality.BaseBrier - 0.005);
    }

    [Fact]
    public void A_trial_that_rested_as_text_goes_on_as_if_it_had_not()
    {
        var deals = PastDeals.Of(400);
        var counts = PointsCardTests.CountsOf(deals);
        var resumed = CardTrial.Begin(counts);
        foreach (var page in deals.Chunk(150))
        {
            resumed = CardTrial.Resume(counts, resumed.Write());
            foreach (var (values, won) in page) resumed.Add(values, won);
        }

        Assert.Equal(TrialOf(deals).Write(), resumed.Write());
        Assert.Throws<FormatException>(() => CardTrial.Resume(counts, "0;1;1"));
    }

    [Fact]
    public void Deals_that_all_say_the_same_cannot_be_tried()
    {
        var counts = PointsCardTests.CountsOf(PastDeals.Of(100));
        var trial = CardTrial.Begin(counts);
        trial.Add([1, 1, 1], true);
        trial.Add([1, 1, 1], false);

        Assert.Throws<InvalidOperationException>(() => trial.Quality());
    }

    [Fact]
    public void The_curve_finds_the_chances_that_the_points_stand_for()
    {
        // odds 1 : 4 at 0 points and 4 : 1 at 10: log-odds -ln 4 and +ln 4
        var curve = ChanceCurve.Fit([new Scored(0, 2_000, 8_000), new Scored(10, 8_000, 2_000)]);

        Assert.Equal(0.2, curve.Of(0), 3);
        Assert.Equal(0.5, curve.Of(5), 3);
        Assert.Equal(2 * Math.Log(4) / 10, curve.Slope, 3);
    }

    [Fact]
    public void Points_that_tell_all_deals_apart_are_not_certain_still()
    {
        var curve = ChanceCurve.Fit([new Scored(0, 0, 20), new Scored(1, 20, 0)]);

        Assert.InRange(curve.Of(0), 0.001, 0.1);
        Assert.InRange(curve.Of(1), 0.9, 0.999);
    }

    [Fact]
    public void A_curve_of_points_that_do_not_differ_is_the_share_won() =>
        Assert.Equal(0.25, ChanceCurve.Fit([new Scored(7, 250, 750)]).Of(7), 3);

    [Fact]
    public void A_curve_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => ChanceCurve.Fit([]));

    private static CardTrial TrialOf(IReadOnlyCollection<(int[] Values, bool Won)> deals)
    {
        var trial = CardTrial.Begin(PointsCardTests.CountsOf(deals));
        foreach (var (values, won) in deals) trial.Add(values, won);
        return trial;
    }
}
