using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Qualifications;
using CsCheck;

namespace BuyerPath.Domain.Tests.Calibration;

public sealed class WinChanceTests
{
    private const string Here = "s1";
    private const string Elsewhere = "all; s2=";   // a key may be any text
    private static readonly Guid Segment = new(7, 0, 0, new byte[8]);

    private static readonly Gen<PastDeal> AnyDeal =
        from segment in Gen.Bool
        from outcome in Gen.OneOfConst<Outcome?>(Outcome.Go, Outcome.NoGo, Outcome.NoDecision, null)
        from visits in Gen.Select(Gen.Bool, Gen.Enum<ScoreBand>(), Gen.Int[0, 400]).Array[0, 4]
        select new PastDeal(segment ? Segment : null, outcome, visits.Select(visit => new PastVisit(visit.Item1 ? Here : Elsewhere, visit.Item2, visit.Item3 / 4.0)).ToList());

    [Fact]
    public void Before_there_is_history_it_is_the_templates_figure_and_says_so() =>
        Assert.Equal(new WinChance(0.3, ChanceBasis.Template, new Tally(0, 0, 0)), WinChance.Of(0.3, new StageHistory(), Segment, Here, ScoreBand.Good));

    [Fact]
    public void It_is_shrunk_from_the_deals_like_it_to_the_segment_to_the_process_to_the_template()
    {
        var history = HistoryOf(
            Repeat(10, Outcome.Go, Segment, Here),
            Repeat(10, Outcome.NoGo, null, Elsewhere));

        // process (10 + 10 * 0.3) / (20 + 10) = 0.4333; segment (10 + 4.333) / (10 + 10) = 0.7167; like it (10 + 7.167) / 20
        var chance = WinChance.Of(0.3, history, Segment, Here, ScoreBand.Good);

        Assert.NotNull(chance);
        Assert.Equal(17.1666667 / 20, chance.Chance, 6);
        Assert.Equal(ChanceBasis.History, chance.Basis);
        Assert.Equal(new Tally(10, 10, 0), chance.Like);
    }

    [Fact]
    public void Without_a_figure_of_the_template_history_alone_decides_and_without_history_nobody_knows()
    {
        Assert.Null(WinChance.Of(null, new StageHistory(), null, Here, ScoreBand.Good));

        // process (8 + 1) / (18 + 2) = 0.45; (8 + 4.5) / 28 = 0.4464; those of no segment the same 18: 0.4451; none like it: it stays
        var chance = WinChance.Of(null, HistoryOf(Repeat(8, Outcome.Go, null, Elsewhere), Repeat(10, Outcome.NoGo, null, Elsewhere)), null, Here, ScoreBand.Good);

        Assert.Equal((8 + 4.464286) / 28, chance!.Chance, 5);
        Assert.Equal(new Tally(0, 0, 0), chance.Like);
    }

    [Fact]
    public void Win_chances_need_no_dwell_so_the_text_they_are_read_from_has_none() => AnyDeal.Array[1, 30].Sample(deals =>
    {
        var history = HistoryOf(deals);
        var endings = StageHistory.Read(history.WriteEndings());

        Assert.Equal(WinChance.Of(0.3, history, Segment, Here, ScoreBand.Good), WinChance.Of(0.3, endings, Segment, Here, ScoreBand.Good));
        Assert.Equal(0, endings.FiguresOf(Here, null).Visits);
    });

    [Fact]
    public void With_many_deals_like_it_the_rest_hardly_matters() => Assert.Equal(
        0.8,
        WinChance.Of(0.1, HistoryOf(Repeat(800, Outcome.Go, null, Here), Repeat(200, Outcome.NoDecision, null, Here)), null, Here, ScoreBand.Good)!.Chance,
        2);

    [Fact]
    public void A_chance_is_never_certain() => Gen.Select(AnyDeal.Array[0, 50], Gen.Int[1, 99]).Sample((deals, template) =>
        Assert.InRange(WinChance.Of(template / 100.0, HistoryOf(deals), Segment, Here, ScoreBand.Good)!.Chance, 0.000001, 0.999999));

    [Fact]
    public void Pages_add_up_and_rest_in_text_between() => Gen.Select(AnyDeal.Array[0, 30], AnyDeal.Array[0, 30]).Sample((first, second) =>
    {
        var history = StageHistory.Read(HistoryOf(first).Write());
        history.Merge(HistoryOf(second));

        Assert.Equal(HistoryOf([.. first, .. second]).Write(), history.Write());
    });

    [Fact]
    public void A_deal_counts_once_at_a_stage_however_often_it_came_back()
    {
        var history = HistoryOf([new PastDeal(null, Outcome.NoDecision, [Visit(Here, ScoreBand.Low, 3), Visit(Elsewhere, ScoreBand.Good, 1), Visit(Here, ScoreBand.Good, 8.9)])]);

        Assert.Equal(new StageFigures(new Tally(1, 0, 1), Visits: 2, MedianDays: 3, Days85: 8), history.FiguresOf(Here, null));
        Assert.Equal(new StageFigures(new Tally(1, 0, 1), Visits: 1, MedianDays: 8, Days85: 8), history.FiguresOf(Here, ScoreBand.Good));
        Assert.Equal(new StageFigures(new Tally(0, 0, 0), Visits: 0, MedianDays: null, Days85: null), history.FiguresOf(Here, ScoreBand.High));
        Assert.Equal(new Tally(1, 0, 1), history.Deals());
        Assert.Equal(new Tally(1, 0, 1), history.DealsOf(null));
        Assert.Equal(new Tally(0, 0, 0), history.DealsOf(Segment));
    }

    [Fact]
    public void Dwell_is_told_by_the_day_that_half_and_85_percent_of_the_visits_did_not_exceed()
    {
        var history = HistoryOf(Enumerable.Range(1, 20).Select(days => new PastDeal(null, Outcome.Go, [Visit(Here, ScoreBand.Good, days)])));

        Assert.Equal(new StageFigures(new Tally(20, 20, 0), 20, MedianDays: 10, Days85: 17), history.FiguresOf(Here, ScoreBand.Good));
    }

    [Fact]
    public void A_text_that_was_not_written_here_is_refused() => Assert.Throws<FormatException>(() => StageHistory.Read("all;deals"));

    private static PastVisit Visit(string stage, ScoreBand band, double days) => new(stage, band, days);

    private static IEnumerable<PastDeal> Repeat(int count, Outcome outcome, Guid? segment, string stage) =>
        Enumerable.Repeat(new PastDeal(segment, outcome, [Visit(stage, ScoreBand.Good, 5)]), count);

    private static StageHistory HistoryOf(params IEnumerable<PastDeal>[] deals)
    {
        var history = new StageHistory();
        foreach (var deal in deals.SelectMany(each => each)) history.Add(deal);
        return history;
    }
}
