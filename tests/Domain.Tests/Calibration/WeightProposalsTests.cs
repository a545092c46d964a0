using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Tests.Qualifications;

namespace BuyerPath.Domain.Tests.Calibration;

public sealed class WeightProposalsTests
{
    [Fact]
    public void A_criterion_that_tells_takes_the_weight_of_one_that_does_not()
    {
        var telling = Models.Criterion(Side.Provider, 1, 50);
        var idle = Models.Criterion(Side.Provider, 2, 50);
        var only = Models.Criterion(Side.Customer, 1, 100);
        var counts = PointsCardTests.CountsOf(PastDeals.Of(2_000).Select(deal => (new[] { deal.Values[0], deal.Values[2], 5 }, deal.Won)));

        var proposals = WeightProposals.ForCriteria(Models.Of(telling, idle, only), counts);

        Assert.Equal([telling.Id, idle.Id, only.Id], proposals.Select(proposal => proposal.Id));
        Assert.InRange(proposals[0].New, 95, 100);
        Assert.InRange(proposals[1].New, 1, 5);
        Assert.Equal(100, proposals[2].New);                 // of this side nobody knew anything: it stays
        Assert.Equal(0, proposals[2].Deals);
        Assert.Equal(50, proposals[0].Old);
        Assert.InRange(proposals[0].Deals, 1_600, 1_720);    // 5 of 6 values are known
        Assert.Equal(WeightProposals.RatingValues, proposals[0].Points.Count);
    }

    [Fact]
    public void A_question_weighs_half_the_doublings_between_its_yes_and_its_no_and_an_exit_fact_stays()
    {
        var strong = Given.Question(stage: 1, weight: 1, order: 1);
        var idle = Given.Question(stage: 1, weight: 3, order: 2);
        var negative = Given.Question(stage: 1, weight: 1, negative: true, order: 3);
        var exit = Given.Question(stage: 1, weight: 4, kind: QuestionKind.ExitFact, order: 4);
        var others = Enumerable.Range(5, 8).Select(order => Given.Question(stage: 2, weight: 2, order: order)).ToList(); // so that customers differ
        var chance = new Random(3);
        var deals = Enumerable.Range(0, 4_000).Select(_ => chance.Next(2) == 0)
            .Select(won => (Values: (int[])[Says(won, 0.8), Says(won, 0.5), 1 - Says(won, 0.8), Says(won, 0.9), .. others.Select(_ => Says(won, 0.5))], Won: won)) // yes in 80 % of the won, 20 % of the lost: 16 times, 4 doublings
            .ToList();
        var counts = new SignalCounts(Enumerable.Repeat(WeightProposals.AnswerValues, 12).ToList());
        foreach (var (values, won) in deals) counts.Add(values, won);

        var proposals = WeightProposals.ForQuestions(Given.Process(2, 0.3, [strong, idle, negative, exit, .. others]), counts);

        Assert.Equal([(strong.Id, 2), (idle.Id, 1), (negative.Id, 2)], proposals.Take(3).Select(proposal => (proposal.Id, proposal.New)));
        Assert.Equal(3 + others.Count, proposals.Count);
        Assert.All(proposals.Skip(3), proposal => Assert.Equal((2, 1), (proposal.Old, proposal.New)));

        int Says(bool won, double share) => (int)(chance.NextDouble() < share == won ? AnswerValue.Yes : AnswerValue.No);
    }

    [Theory]
    [InlineData(40, 40, 0)]
    [InlineData(39, 40, 1)]
    [InlineData(40, 39, 1)]
    [InlineData(0, 0, 2)]
    public void Too_little_history_is_refused_with_the_reason(int won, int lost, int reasons) =>
        Assert.Equal(reasons, WeightProposals.MayPropose(won, lost).Reasons.Count);

    [Fact]
    public void The_reason_says_how_many_there_are_and_how_many_it_takes() => Assert.Equal(
        ["7 closed deals ended Go: proposing weights needs 40, for fewer say nothing that lasts."], WeightProposals.MayPropose(7, 100).Reasons);
}
