using System.Text.Json;
using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Sentences;
using BuyerPath.Domain.Tests.Qualifications;

namespace BuyerPath.Domain.Tests.Calibration;

public sealed class CalibrationRunTests
{
    private static readonly Question Telling = Given.Question(stage: 1, weight: 1, order: 1) with { Key = "telling" };
    private static readonly Question Idle = Given.Question(stage: 2, weight: 3, order: 1) with { Key = "idle" };
    private static readonly Question FirstExit = Given.Question(stage: 1, weight: 4, kind: QuestionKind.ExitFact, order: 9) with { Key = "exit1" };
    private static readonly Question LastExit = Given.Question(stage: 3, weight: 4, kind: QuestionKind.ExitFact, order: 9) with { Key = "exit3" };
    private static readonly BuyingProcess Unnamed = Given.Process(3, 0.3, Telling, Idle, FirstExit, LastExit);
    private static readonly BuyingProcess Process = Unnamed with { Stages = [.. Unnamed.Stages.Select(stage => stage with { Key = $"s{stage.Order}" })] };
    private static readonly Criterion Ours = Models.Criterion(Side.Provider, 1, 50);
    private static readonly Criterion OursIdle = Models.Criterion(Side.Provider, 2, 50);
    private static readonly ScoringModel Model = Models.Of(Ours, OursIdle);

    [Fact]
    public void It_proposes_weights_with_their_quality_and_says_in_words_what_would_change()
    {
        var proposal = Learned(Deals(600), Model);

        Assert.InRange(proposal.Criteria.Value!.Quality.Auc!.Value, 0.6, 0.9);   // within the folds of few kinds of deals
        Assert.True(proposal.Criteria.Value.Quality.Brier < proposal.Criteria.Value.Quality.BaseBrier);
        Assert.True(WeightOf(proposal.Criteria, Ours.Id).New > WeightOf(proposal.Criteria, OursIdle.Id).New);
        Assert.Equal((1, 2), (WeightOf(proposal.Questions, Telling.Id).Old, WeightOf(proposal.Questions, Telling.Id).New));
        Assert.StartsWith("600 closed deals: ", Summary(proposal), StringComparison.Ordinal);
        Assert.Contains("Weights of criteria: 2 of 2 would change. On deals that they were not learned from: AUC 0.", Summary(proposal), StringComparison.Ordinal);
        Assert.Contains("Weights of questions: 2 of 2 would change.", Summary(proposal), StringComparison.Ordinal);
    }

    [Fact]
    public void Deals_that_are_read_in_pages_and_rest_as_text_between_teach_the_same()
    {
        var deals = Deals(200);
        var run = CalibrationRun.Begin(Process, Model);
        foreach (var page in deals.Chunk(70))
        {
            foreach (var deal in page) run.Read(deal, isSecondReading: false);
            run = CalibrationRun.Resume(Process, Model, run.Rest());
        }
        foreach (var page in deals.Chunk(70))
        {
            foreach (var deal in page) run.Read(deal, isSecondReading: true);
            run = CalibrationRun.Resume(Process, Model, run.Rest());
        }

        Assert.Equal(CalibrationJson.Write(Learned(deals, Model), Language.English), CalibrationJson.Write(run.Propose(), Language.English));
    }

    [Fact]
    public void Counts_about_other_questions_are_refused()
    {
        var run = CalibrationRun.Begin(Process, null);

        Assert.Throws<FormatException>(() => CalibrationRun.Resume(Given.Process(1, 0, Telling), null, run.Rest()));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Fewer_than_ten_closed_deals_are_no_history(int deals, bool enough)
    {
        var run = Counted(Deals(deals), Model);

        Assert.Equal(enough, run.MayPropose().IsAllowed);
        if (!enough) Assert.Equal(["9 deals of the process are closed: a calibration needs 10."], run.MayPropose().Reasons);
    }

    [Fact]
    public void Few_deals_give_figures_and_no_weights_and_need_no_second_reading()
    {
        var run = Counted(Deals(60), null);

        Assert.False(run.NeedsSecondReading);
        var proposal = run.Propose();
        Assert.Equal(60, proposal.History.Deals().Deals);
        Assert.Null(proposal.Questions.Value);
        Assert.Equal(2, proposal.Questions.WhyNot.Count);   // 30 Go, 30 others
        Assert.Equal(["No scoring model was given: its criteria are not weighed."], proposal.Criteria.WhyNot.Select(sentence => sentence.In(Language.English)));
        Assert.Contains("No weights of questions are proposed.", Summary(proposal), StringComparison.Ordinal);
    }

    [Fact]
    public void Deals_that_say_all_the_same_give_no_weights_and_the_reason()
    {
        var same = Deals(200).Select(deal => deal with { Answers = new Dictionary<string, Answer>() }).ToList();

        var whyNot = Learned(same, null).Questions.WhyNot;

        Assert.StartsWith("The closed deals say too much the same", Assert.Single(whyNot).In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_of_which_nothing_was_ever_known_keeps_its_weight_beside_those_that_history_weighs()
    {
        var derived = Models.Criterion(Side.Provider, 3, 30);

        var proposal = Learned(Deals(600), Models.Of(Ours, OursIdle, derived));

        Assert.Equal(30, WeightOf(proposal.Criteria, derived.Id).New);
        Assert.InRange(WeightOf(proposal.Criteria, Ours.Id).New + WeightOf(proposal.Criteria, OursIdle.Id).New, 99, 101);
    }

    [Fact]
    public void A_temperature_comes_from_confirmed_exit_facts_that_the_position_itself_did_not_see()
    {
        // Every customer said yes at the first stage; of two in three it is confirmed that they had left it.
        var deals = Enumerable.Range(0, 150).Select(at => new ClosedDeal(
            new PastDeal(null, Outcome.NoGo, []),
            new Dictionary<string, RatingLevel>(),
            new Dictionary<string, Answer> { ["telling"] = Yes(Telling), ["exit1"] = at % 3 == 0 ? Yes(FirstExit, EvidenceGrade.Said) : Yes(FirstExit) },
            Given.Now));

        Assert.Equal(100, Learned(deals, null).Temperature.Value!.Customers);   // said is not confirmed
        var jobs = Process with { Mode = ProcessMode.Jobs };
        Assert.Null(Learned(deals, null, jobs).Temperature.Value);               // jobs have no one true stage
    }

    [Fact]
    public void The_proposal_as_data_has_every_stage_with_counts_and_every_weight_with_its_points()
    {
        using var json = JsonDocument.Parse(CalibrationJson.Write(Learned(Deals(600), Model), Language.English));

        var root = json.RootElement;
        Assert.Equal(600, root.GetProperty("deals").GetProperty("deals").GetInt32());
        var first = root.GetProperty("stages")[0];
        Assert.Equal(600, first.GetProperty("deals").GetInt32());
        Assert.Equal(600, first.GetProperty("visits").GetInt32());
        Assert.Equal(5, first.GetProperty("bands").GetArrayLength());
        Assert.Equal("good", first.GetProperty("bands")[3].GetProperty("band").GetString());
        Assert.Equal(600, first.GetProperty("bands")[3].GetProperty("deals").GetInt32());
        var weight = root.GetProperty("questions").GetProperty("weights")[0];
        Assert.Equal(("telling", 1, 2), (weight.GetProperty("key").GetString(), weight.GetProperty("old").GetInt32(), weight.GetProperty("new").GetInt32()));
        Assert.Equal(3, weight.GetProperty("points").GetArrayLength());
        Assert.Equal(600, root.GetProperty("criteria").GetProperty("reliability").EnumerateArray().Sum(line => line.GetProperty("deals").GetInt32()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("temperature").ValueKind);
    }

    [Fact]
    public void A_visit_is_counted_in_the_band_that_the_score_had_last_before_it_ended()
    {
        var scores = new[] { Score(-9, 85m), Score(-5, null), Score(-3, 45m), Score(0, 85m) };

        Assert.Equal(ScoreBand.Unknown, PastVisit.BandAt(scores, Given.Now.AddDays(-9)));
        Assert.Equal(ScoreBand.High, PastVisit.BandAt(scores, Given.Now.AddDays(-6)));
        Assert.Equal(ScoreBand.Unknown, PastVisit.BandAt(scores, Given.Now.AddDays(-4)));
        Assert.Equal(ScoreBand.Middling, PastVisit.BandAt(scores.Reverse(), Given.Now));

        static ScoreSnapshot Score(int day, decimal? percent) => new(Guid.Empty, Given.Now.AddDays(day), SnapshotCause.ScoreChanged, null, percent);
    }

    [Theory]
    [InlineData(CalibrationState.Proposed, true)]
    [InlineData(CalibrationState.Running, false)]
    [InlineData(CalibrationState.Accepted, false)]
    [InlineData(CalibrationState.Superseded, false)]
    [InlineData(CalibrationState.Refused, false)]
    public void Only_what_is_proposed_can_be_accepted(CalibrationState state, bool allowed) =>
        Assert.Equal(allowed, CalibrationRules.MayAccept(state).IsAllowed);

    [Fact]
    public void A_text_that_no_column_holds_is_refused_before_it_is_stored()
    {
        var full = new RestingCalibration(new string('x', RestingCalibration.MostCharacters), "", "", "", "", "");

        Assert.True(full.MayRest().IsAllowed);
        Assert.Single((full with { Questions = full.History + "x" }).MayRest().Reasons);
    }

    /// <summary>Half are won. The telling question is yes, and the telling criterion good, in 80 % of the won and 20 % of the others.</summary>
    private static IReadOnlyList<ClosedDeal> Deals(int count)
    {
        var chance = new Random(11);
        return Enumerable.Range(0, count).Select(at =>
        {
            var won = at % 2 == 0;
            return new ClosedDeal(
                new PastDeal(null, won ? Outcome.Go : Outcome.NoDecision, [new PastVisit("s1", ScoreBand.Good, 5)]),
                new Dictionary<string, RatingLevel>
                {
                    [Ours.Key] = Tells(won) ? RatingLevel.Good : RatingLevel.Doubtful,
                    [OursIdle.Key] = (RatingLevel)chance.Next(6),
                },
                new Dictionary<string, Answer>
                {
                    ["telling"] = Tells(won) ? Yes(Telling) : No(Telling),
                    ["idle"] = chance.Next(2) == 0 ? Yes(Idle) : No(Idle),
                },
                Given.Now);
        }).ToList();

        bool Tells(bool won) => chance.NextDouble() < (won ? 0.8 : 0.2);
    }

    private static Answer Yes(Question question, EvidenceGrade grade = EvidenceGrade.Confirmed) => Given.Answer(question, AnswerValue.Yes, grade);

    private static Answer No(Question question) => Given.Answer(question, AnswerValue.No);

    private static string Summary(CalibrationProposal proposal) => string.Join("\n", proposal.Summary.Select(sentence => sentence.In(Language.English)));

    private static WeightProposal WeightOf(Learned<CardProposal> card, Guid id) => card.Value!.Weights.Single(weight => weight.Id == id);

    private static CalibrationRun Counted(IEnumerable<ClosedDeal> deals, ScoringModel? model, BuyingProcess? process = null)
    {
        var run = CalibrationRun.Begin(process ?? Process, model);
        foreach (var deal in deals) run.Read(deal, isSecondReading: false);
        return run;
    }

    private static CalibrationProposal Learned(IEnumerable<ClosedDeal> deals, ScoringModel? model, BuyingProcess? process = null)
    {
        var all = deals.ToList();
        var run = Counted(all, model, process);
        foreach (var deal in all) run.Read(deal, isSecondReading: true);
        return run.Propose();
    }
}
