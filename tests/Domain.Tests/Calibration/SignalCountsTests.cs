using BuyerPath.Domain.Calibration;
using CsCheck;

namespace BuyerPath.Domain.Tests.Calibration;

public sealed class SignalCountsTests
{
    private static readonly Gen<(int[] Values, bool Won)[]> Deals =
        Gen.Select(Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 5], (one, two, three) => new[] { one, two, three }), Gen.Bool).Array[0, 60];

    [Fact]
    public void Pages_add_up_to_what_one_reading_counts_and_rest_in_text_between() => Gen.Select(Deals, Deals).Sample((first, second) =>
    {
        var page = Counts(first);
        page.Merge(SignalCounts.Read(Counts(second).Write(), PastDeals.Sizes));

        Assert.Equal(Counts([.. first, .. second]).Write(), page.Write());
    });

    [Fact]
    public void It_counts_how_many_deals_have_a_value()
    {
        var counts = Counts([([1, 0, 5], true), ([1, 2, 5], false), ([3, 2, 5], true)]);

        Assert.Equal(2, counts.Deals(0, 1));
        Assert.Equal(0, counts.Deals(0, 2));
        Assert.Equal(3, counts.Deals(2, 5));
    }

    [Fact]
    public void Deals_that_say_the_same_are_in_one_fold_and_others_are_spread_evenly()
    {
        Assert.Equal(SignalCounts.FoldOf([1, 2, 3]), SignalCounts.FoldOf(new List<int> { 1, 2, 3 }));

        var all = from one in Enumerable.Range(0, 6) from two in Enumerable.Range(0, 6) from three in Enumerable.Range(0, 6) select SignalCounts.FoldOf([one, two, three]);
        var sizes = all.CountBy(fold => fold).Select(fold => fold.Value).ToList();
        Assert.Equal(SignalCounts.Folds, sizes.Count);
        Assert.All(sizes, size => Assert.InRange(size, 216 / 5 - 20, 216 / 5 + 20));
    }

    [Fact]
    public void What_is_no_deal_of_these_signals_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Counts([([1, 2], true)]));
        Assert.Throws<ArgumentException>(() => Counts([([1, 2, 6], true)]));
        Assert.Throws<ArgumentException>(() => Counts([([1, -1, 2], true)]));
        Assert.Throws<ArgumentException>(() => Counts([]).Merge(new SignalCounts([6, 6])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("6,6,6")]
    [InlineData("6,6\n\n\n\n\n\n\n\n\n\n")]
    [InlineData("6,6,6\nx\n\n\n\n\n\n\n\n\n")]
    [InlineData("6,6,6\n1:1:1\n\n\n\n\n\n\n\n\n")]
    [InlineData("6,6,6\n999:1\n\n\n\n\n\n\n\n\n")]
    public void A_text_that_was_not_written_here_is_refused(string text) =>
        Assert.EndsWith("begin the calibration anew.", Assert.Throws<FormatException>(() => SignalCounts.Read(text, PastDeals.Sizes)).Message, StringComparison.Ordinal);

    [Fact]
    public void However_many_the_deals_the_text_fits_in_a_column()
    {
        const int MostOfAColumn = 1_048_576;
        var chance = new Random(1);
        var sizes = Enumerable.Repeat(6, 15).ToList(); // the largest template has 15 criteria
        var counts = new SignalCounts(sizes);
        for (var deal = 0; deal < 20_000; deal++) counts.Add(sizes.Select(size => chance.Next(size)).ToList(), deal % 3 == 0);

        Assert.InRange(counts.Write().Length, 1, MostOfAColumn);
    }

    private static SignalCounts Counts(IEnumerable<(int[] Values, bool Won)> deals)
    {
        var counts = new SignalCounts(PastDeals.Sizes);
        foreach (var (values, won) in deals) counts.Add(values, won);
        return counts;
    }
}
