using BuyerPath.Domain.Flow;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Turns;
using CsCheck;

namespace BuyerPath.Domain.Tests.Flow;

public sealed class FlowMeasuresTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Days 0 to 100 from the start.</summary>
    private static readonly Window Hundred = new(Start, Start.AddDays(100));

    [Fact]
    public void Lead_times_and_throughput_are_told_by_outcome()
    {
        var measures = Measure(
            Closed(0, 10, Outcome.Go), Closed(0, 30, Outcome.Go), Closed(5, 20, Outcome.NoDecision),
            Closed(0, 100, Outcome.Go),   // the end of the window is not in it
            Open(50),
            Open(101));                   // not opened yet

        Assert.Equal(
            [
                new Throughput(Outcome.Go, Closed: 2, PerWeek: 0.14, MedianDays: 20, Days85: 27),
                new Throughput(Outcome.NoDecision, Closed: 1, PerWeek: 0.07, MedianDays: 15, Days85: 15),
            ],
            measures.Throughput);
        Assert.Equal(1.0 / 3, measures.NoDecisionRate);
        Assert.Equal(1, measures.Wip);   // what ends when the window does is not in progress any more
    }

    [Fact]
    public void Visits_that_last_are_censored_at_the_end_of_the_window_and_not_dropped()
    {
        var stage = Stage(1, Measure(
            Closed(0, 10, Outcome.Go, (1, 0, 10)),
            Closed(0, 20, Outcome.Go, (1, 0, 20)),
            Open(70, (1, 70, null)),
            Open(60, (1, 60, 120), (2, 120, null)),   // left after the window: not known yet
            Open(110, (1, 110, null))));

        Assert.Equal(2, stage.VisitDwell.Completed);
        Assert.Equal(0.25, stage.VisitDwell.EndedBy(10));
        Assert.Equal(20, stage.VisitDwell.DaysUntil(0.5));
        Assert.Equal(0.5, stage.VisitDwell.EndedBy(25));
    }

    [Fact]
    public void The_visits_of_a_spell_add_up_and_last_while_it_is_open()
    {
        var stage = Stage(2, Measure(
            Closed(0, 30, Outcome.Go, (2, 0, 5), (3, 5, 10), (2, 10, 17), (3, 17, 30)),
            Open(40, (2, 40, 44), (3, 44, null))));

        Assert.Equal(3, stage.VisitDwell.Completed);
        Assert.Equal(1, stage.TotalDwell.Completed);
        Assert.Equal(12, stage.TotalDwell.DaysUntil(0.85));   // 5 + 7; the 4 days of the other may grow
    }

    [Fact]
    public void An_age_is_compared_with_history_only_where_there_is_enough_of_it()
    {
        var nineteen = Enumerable.Range(1, 19).Select(days => Closed(0, days, Outcome.Go, (1, 0, days))).ToArray();

        Assert.Null(Stage(1, Measure(nineteen)).AgePercentile(10));
        Assert.Equal(0.5, Stage(1, Measure([.. nineteen, Closed(0, 20, Outcome.Go, (1, 0, 20))])).AgePercentile(10)!.Value, 9);
    }

    [Fact]
    public void Waiting_shares_cover_the_time_of_the_window_and_sum_to_one()
    {
        var spell = Open(-10) with
        {
            Turns = [Turn(Party.Nobody, -10, 10), Turn(Party.Customer, 10, 70), Turn(Party.Us, 70, 90), Turn(Party.ThirdParty, 90, null)],
        };

        Assert.Equal(new WaitingShares(Customer: 0.6, Us: 0.2, ThirdParty: 0.1, Nobody: 0.1), Measure(spell).WaitingShares);
        Assert.Null(Measure(Open(0)).WaitingShares);
    }

    [Fact]
    public void Waiting_shares_of_any_turns_sum_to_one() =>
        Gen.Select(Gen.OneOfConst(Party.Customer, Party.Us, Party.ThirdParty, Party.Nobody), Gen.Int[1, 40]).Array[1, 10].Sample(each =>
        {
            var day = 0;
            var turns = each.Select(turn => Turn(turn.Item1, day, day += turn.Item2)).ToList();
            var shares = Measure(Open(0) with { Turns = turns }).WaitingShares!;

            Assert.Equal(1, shares.Customer + shares.Us + shares.ThirdParty + shares.Nobody, 9);
        });

    [Fact]
    public void Flow_efficiency_counts_the_days_on_which_the_customer_moved_or_both_sides_did()
    {
        var spell = Closed(0, 10, Outcome.Go) with
        {
            ActiveDays = [Start, Start.AddDays(4), Start.AddDays(10), Start.AddDays(-3)],   // the last two lie outside
        };

        Assert.Equal(0.2, Measure(spell).FlowEfficiency);
        Assert.Null(Measure().FlowEfficiency);
    }

    public static TheoryData<Spell, double?> Passes => new()
    {
        { Closed(0, 30, Outcome.Go, (1, 0, 10), (2, 10, 20), (3, 20, 30)), 1 },
        { Closed(0, 30, Outcome.Go, (2, 0, 10), (3, 10, 20), (2, 20, 30)), 0 },                // came back
        { Closed(0, 30, Outcome.Go, (2, 0, 10), (3, 10, 20), (1, 20, 30)), 0 },                // went further back
        { Closed(0, 30, Outcome.Go, (2, 0, 10), (1, 10, 20), (3, 20, 30)), 0 },                // left backward
        { Closed(0, 30, Outcome.Go, (1, 0, 10), (2, 10, 30)), 1 },                             // to close as Go is to leave forward
        { Closed(0, 30, Outcome.NoGo, (1, 0, 10), (2, 10, 30)), 0 },
        { Closed(0, 30, Outcome.Go, (1, 0, 10), (3, 10, 30)), null },                          // was never there
        { Open(0, (1, 0, 10), (2, 10, 20), (3, 20, null)), null },                             // may still come back
    };

    [Theory]
    [MemberData(nameof(Passes))]
    public void A_stage_is_passed_at_first_when_it_is_left_forward_for_good(Spell spell, double? yield) =>
        Assert.Equal(yield, Measure(spell).Stages.SingleOrDefault(stage => stage.Stage == 2)?.FirstPassYield);

    [Fact]
    public void The_rolled_yield_is_the_product_of_the_stages_yields()
    {
        var straight = Closed(0, 30, Outcome.Go, (1, 0, 10), (2, 10, 30));
        var back = Closed(0, 30, Outcome.Go, (1, 0, 10), (2, 10, 20), (1, 20, 25), (2, 25, 30));

        Assert.Equal(0.25, Measure(straight, back).RolledYield);
        Assert.Null(Measure(Open(0, (1, 0, null))).RolledYield);
    }

    [Fact]
    public void Moves_back_are_counted_by_cause_when_they_were_made_in_the_window()
    {
        var moves = Measure(Visiting(
            Visit(3, -20, -10), Visit(1, -10, 10, MoveCause.NewPerson),   // before the window
            Visit(2, 10, 20), Visit(1, 20, 30, MoveCause.NewPerson), Visit(1, 35, 40), Visit(3, 40, 50),
            Visit(2, 50, 60, MoveCause.StaleEvidence), Visit(1, 60, null, MoveCause.NewPerson))).Moves;

        Assert.Equal(5, moves.All);
        Assert.Equal(3, moves.Back);
        Assert.Equal(2, moves.BackByCause[MoveCause.NewPerson]);
        Assert.Equal(1, moves.BackByCause[MoveCause.StaleEvidence]);
        Assert.Equal(0.6, moves.BackwardRate);
        Assert.Null(Measure().Moves.BackwardRate);
    }

    [Fact]
    public void No_decisions_are_told_by_the_stage_at_which_they_ended()
    {
        var measures = Measure(
            Closed(0, 30, Outcome.NoDecision, (1, 0, 10), (2, 10, 30)),
            Closed(0, 30, Outcome.Go, (1, 0, 10), (2, 10, 30)),
            Closed(0, 30, Outcome.NoGo, (1, 0, 30)));

        Assert.Equal(0, Stage(1, measures).NoDecisionRate);
        Assert.Equal(0.5, Stage(2, measures).NoDecisionRate);
    }

    [Fact]
    public void A_late_no_took_longer_than_half_of_the_wins()
    {
        var measures = Measure(
            Closed(0, 10, Outcome.Go), Closed(0, 20, Outcome.Go), Closed(0, 30, Outcome.Go),
            Closed(0, 20, Outcome.NoGo) with { OurHours = 100 },            // as long as the median
            Closed(0, 21, Outcome.NoGo) with { OurHours = 7 },
            Closed(0, 50, Outcome.NoDecision) with { OurHours = 30 },
            Closed(0, 50, Outcome.WithdrawnByUs) with { OurHours = 500 });  // not a no of theirs

        Assert.Equal(new LateNo(Count: 2, Hours: 37), measures.LateNo);
        Assert.Null(Measure(Closed(0, 50, Outcome.NoGo)).LateNo);
    }

    [Fact]
    public void Promises_are_counted_for_either_side()
    {
        var spell = Open(0) with
        {
            Steps =
            [
                new PlanStep(Guid.NewGuid(), Party.Customer, Start.AddDays(5), Start.AddDays(4), []),
                new PlanStep(Guid.NewGuid(), Party.Us, Start.AddDays(5), Start.AddDays(6), []),
            ],
        };

        Assert.Equal(1, Measure(spell).CustomerPromises.Share);
        Assert.Equal(0, Measure(spell).OurPromises.Share);
    }

    [Fact]
    public void Littles_law_holds_while_as_much_leaves_as_comes()
    {
        var steady = Enumerable.Range(-20, 120).Select(day => Closed(day, day + 20, Outcome.Go)).ToArray();
        var pilingUp = steady.Concat(Enumerable.Range(0, 30).Select(day => Open(day))).ToArray();

        Assert.Equal(1, Measure(steady).LittlesLaw.Ratio!.Value, 9);
        Assert.True(Measure(steady).LittlesLaw.IsValid);
        Assert.True(Measure(pilingUp).LittlesLaw.Ratio > LittlesLaw.MostRatio);
        Assert.False(Measure(pilingUp).LittlesLaw.IsValid);
        Assert.Null(Measure(Open(0)).LittlesLaw.Ratio);
    }

    [Theory]
    [InlineData(0.79, false)]
    [InlineData(0.8, true)]
    [InlineData(1.25, true)]
    [InlineData(1.26, false)]
    public void Littles_law_is_used_in_its_band_only(double wip, bool valid) =>
        Assert.Equal(valid, new LittlesLaw(wip, ThroughputPerDay: 1, MeanLeadTimeDays: 1).IsValid);

    [Fact]
    public void A_window_without_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => FlowMeasures.Of([], new Window(Start, Start)));

    private static FlowMeasures Measure(params Spell[] spells) => FlowMeasures.Of(spells, Hundred);

    private static StageFlow Stage(int stage, FlowMeasures measures) => measures.Stages.Single(each => each.Stage == stage);

    private static Spell Closed(int from, int to, Outcome outcome, params (int Stage, int From, int? To)[] visits) =>
        new(Day(from), Day(to), outcome, Visits(visits));

    private static Spell Open(int from, params (int Stage, int From, int? To)[] visits) => new(Day(from), null, null, Visits(visits));

    private static Spell Visiting(params SpellVisit[] visits) => new(visits[0].EnteredOn, null, null, visits);

    private static List<SpellVisit> Visits(IEnumerable<(int Stage, int From, int? To)> visits) =>
        visits.Select(visit => Visit(visit.Stage, visit.From, visit.To)).ToList();

    private static SpellVisit Visit(int stage, int from, int? to, MoveCause cause = MoveCause.NewAnswer) =>
        new(stage, Day(from), to is { } end ? Day(end) : null, cause);

    private static Turn Turn(Party holder, int from, int? to) => new(null, holder, false, Day(from), to is { } end ? Day(end) : null, null);

    private static DateTime Day(int day) => Start.AddDays(day);
}
