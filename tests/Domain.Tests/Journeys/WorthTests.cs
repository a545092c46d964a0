using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Tests.Positions;
using BuyerPath.Domain.Tests.Qualifications;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Tests.Journeys;

public sealed class WorthTests
{
    /// <summary>What the column buy_journey holds at most.</summary>
    private const int ColumnLength = 200_000;

    [Theory]
    [InlineData(Derivation.BuyingGroupCoverage, RatingLevel.Plausible)]     // 1 of 2 met: from 40 %
    [InlineData(Derivation.CustomersPromisesKept, RatingLevel.Proven)]
    [InlineData(Derivation.OurPromisesKept, RatingLevel.Disproved)]
    public void Evidence_gives_derived_criteria_their_level(Derivation derivation, RatingLevel level)
    {
        var around = new Circumstances
        {
            Scoring = Derived(derivation),
            Stakeholders = [Somebody(isMet: true), Somebody(isMet: false)],
            Steps = [Promise(Party.Customer, isKept: true), Promise(Party.Us, isKept: false)],
        };

        Assert.Equal(level, LevelIn(Worth.Of(around, null, Given.Now)));
    }

    [Theory]
    [InlineData(Derivation.PositionConfidence)]
    [InlineData(Derivation.BuyingGroupCoverage)]
    [InlineData(Derivation.CustomersPromisesKept)]
    [InlineData(Derivation.OurPromisesKept)]
    public void What_nobody_knows_is_unknown(Derivation derivation) =>
        Assert.Equal(RatingLevel.Unknown, LevelIn(Worth.Of(new Circumstances { Scoring = Derived(derivation) }, null, Given.Now)));

    [Fact]
    public void The_confidence_of_the_position_is_a_criterion()
    {
        var sure = JourneyWith(Derived(Derivation.PositionConfidence), ClassicProcess.Answer(1, 1, AnswerValue.No, EvidenceGrade.Confirmed, 1));

        Assert.Equal(Thresholds.OfPercent.LevelOf(sure.Position.Confidence * 100), LevelIn(sure.Worth));
    }

    [Fact]
    public void A_question_whose_answer_would_settle_the_verdict_says_with_what_chance()
    {
        const string levels = "20;25;50;70"; // of 26 % confidence level 2, which leaves the verdict open; of 70 % level 4, which does not

        Assert.Contains(JourneyWith(Derived(Derivation.PositionConfidence, weight: 3, levels)).Ask, ask => ask.SettlesVerdict > 0);
        Assert.All(JourneyWith(Derived(Derivation.BuyingGroupCoverage, weight: 3, levels)).Ask, ask => Assert.Equal(0, ask.SettlesVerdict));
    }

    [Fact]
    public void The_largest_journey_fits_its_column_three_times()
    {
        var words = new string('ä', 300);
        var criteria = Enumerable.Range(1, 24)
            .Select(order => Models.Criterion(order % 2 == 0 ? Side.Provider : Side.Customer, order, weight: 9) with
            {
                Name = words, Question = new string('ä', 500), Anchors = [words, words, words, words, words],
            })
            .ToList();
        var around = new Circumstances
        {
            Scoring = new Scoring(Models.Of(criteria), [.. criteria.Select(each => Models.Rate(each, RatingLevel.Good))], []),
        };

        var json = JourneyJson.Write(Journey.Of(Guid.NewGuid(), ClassicProcess.Process, [], [], MoveCause.ProcessChosen, Given.Now, around));

        Assert.InRange(json.Length, 24 * 6 * 300, ColumnLength / 3);
    }

    private static Journey JourneyWith(Scoring scoring, params Answer[] answers) => Journey.Of(
        Guid.NewGuid(), ClassicProcess.Process, answers, [], MoveCause.ProcessChosen, Given.Now, new Circumstances { Scoring = scoring });

    /// <summary>Surely good for us; for them it is what is derived.</summary>
    private static Scoring Derived(Derivation derivation, int weight = 1, string thresholds = "")
    {
        var ours = Models.Criterion(Side.Provider, 1, weight: 1);
        var theirs = Models.Criterion(Side.Customer, 1, weight) with
        {
            Source = CriterionSource.Derived, Derivation = derivation, Thresholds = thresholds,
        };
        var open = Models.Criterion(Side.Customer, 2, weight: 1);
        return new Scoring(Models.Of(ours, theirs, open), [Models.Rate(ours, RatingLevel.Proven)], []);
    }

    private static RatingLevel LevelIn(Worth? worth) =>
        worth!.Qualification.Findings.Single(finding => finding.Criterion.Source == CriterionSource.Derived).Level;

    private static Stakeholder Somebody(bool isMet) => new(Guid.NewGuid(), null, null, HasVeto: false, isMet);

    private static PlanStep Promise(Party party, bool isKept) =>
        new(Guid.NewGuid(), party, Given.Now.AddDays(-5), isKept ? Given.Now.AddDays(-6) : null, []);
}
