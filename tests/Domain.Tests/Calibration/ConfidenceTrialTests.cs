using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests.Calibration;

public sealed class ConfidenceTrialTests
{
    private static readonly Question Question = Given.Question(stage: 1, weight: 4);
    private static readonly BuyingProcess Process = Given.Process(2, 0, Question);

    /// <summary>A confirmed yes of 4 bits: 2 bits at the first stage, 4 at the second, so 4 : 1, 80 % sure of the second.</summary>
    private static readonly Position Sure = Position.Of(Process, [Given.Answer(Question, AnswerValue.Yes)], Given.Now);

    [Fact]
    public void Positions_that_are_too_sure_are_to_be_softened_until_they_say_what_came()
    {
        var trial = TrialOf(right: 67, wrong: 33); // 2 : 1 is the square root of 4 : 1

        var proposal = trial.Propose();

        Assert.Equal(2.0, proposal.Temperature);
        Assert.Equal(100, proposal.Customers);
        Assert.Equal(new Reliability(0.8, 100, 0.8, 0.67), Rounded(Assert.Single(proposal.Before)));
        Assert.Equal(new Reliability(0.6, 100, 0.67, 0.67), Rounded(Assert.Single(proposal.After)));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(95)]
    public void Positions_that_are_right_as_often_as_they_say_or_more_stay(int right) =>
        Assert.Equal(1.0, TrialOf(right, 100 - right).Propose().Temperature);

    [Fact]
    public void Pages_add_up_and_rest_in_text_between()
    {
        var trial = ConfidenceTrial.Read(TrialOf(40, 20).Write());
        trial.Merge(TrialOf(27, 13));

        Assert.Equal(2.0, trial.Propose().Temperature);
        Assert.Equal(TrialOf(67, 33).Propose().After, trial.Propose().After);
    }

    [Fact]
    public void Too_few_customers_are_refused_with_the_reason()
    {
        var trial = TrialOf(98, 1);

        Assert.Equal(["Of 99 customers it is known since where they stood: a temperature needs 100."], trial.MayPropose().Reasons);
        Assert.Throws<InvalidOperationException>(() => trial.Propose());
    }

    [Fact]
    public void What_is_no_stage_or_no_trial_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ConfidenceTrial().Add(Sure, 3));
        Assert.Throws<FormatException>(() => ConfidenceTrial.Read("1;2;3"));
    }

    private static Reliability Rounded(Reliability line) => line with { MeanChance = Math.Round(line.MeanChance, 2), Won = Math.Round(line.Won, 2) };

    private static ConfidenceTrial TrialOf(int right, int wrong)
    {
        var trial = new ConfidenceTrial();
        for (var each = 0; each < right + wrong; each++) trial.Add(Sure, each < right ? 2 : 1);
        return trial;
    }
}
