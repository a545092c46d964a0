using BuyerPath.Benchmarks.Asking;
using BuyerPath.Benchmarks.Positions;
using BuyerPath.Benchmarks.Simulation;
using BuyerPath.Domain.Positions;

namespace BuyerPath.Benchmarks.Tests;

public sealed class SimulationTests
{
    [Fact]
    public void On_simulated_customers_our_rule_reaches_its_target()
    {
        var comparison = Comparison.On(Simulated.Model.Cases(4_000, Simulated.Seed));

        Assert.InRange(comparison.ExactRatio!.Value, Comparison.LeastExactRatio, double.MaxValue);
        Assert.InRange(comparison.ErrorRatio!.Value, 0, Comparison.ErrorRatioBelow);
        Assert.True(comparison.IsReached);
    }

    [Theory]
    [InlineData(0.75, 0.5, 0.79, 2.0, true)]
    [InlineData(0.74, 0.5, 0.79, 2.0, false)]   // not often enough right
    [InlineData(0.75, 0.5, 0.8, 2.0, false)]     // too far off
    public void The_target_asks_for_both(double exact, double otherExact, double error, double otherError, bool reached)
    {
        var comparison = new Comparison(
            new Accuracy("ours", exact, error), [new Accuracy("often right", otherExact, 3), new Accuracy("never far off", 0.1, otherError)]);

        Assert.Equal(reached, comparison.IsReached);
    }

    [Fact]
    public void There_is_no_ratio_to_nothing()
    {
        var comparison = new Comparison(new Accuracy("ours", 0.5, 1), [new Accuracy("never right", 0, 2)]);

        Assert.Null(comparison.ExactRatio);
        Assert.Equal(0.5, comparison.ErrorRatio);
        Assert.False(comparison.IsReached);
    }

    [Fact]
    public void The_same_seed_gives_the_same_customers_and_another_one_others()
    {
        Assert.Equal(Lines(seed: 1), Lines(seed: 1));
        Assert.NotEqual(Lines(seed: 1), Lines(seed: 2));

        static List<string> Lines(int seed) => new CustomerModel().Cases(5, seed).Select(CaseFile.Line).ToList();
    }

    [Fact]
    public void Half_of_the_questions_are_answered() =>
        Assert.All(new CustomerModel().Cases(20, seed: 3), one => Assert.Equal(one.Questions.Count, 2 * one.Answers.Count));

    [Fact]
    public void The_strength_of_a_question_lies_between_half_and_double_its_weight()
    {
        var customer = new CustomerModel().Customers(1, seed: 5)[0];
        var factors = customer.Process.Questions.Select(question => customer.Strengths[question.Id] / question.Weight).ToList();

        Assert.All(factors, factor => Assert.InRange(factor, 0.5, 2));
        Assert.Contains(factors, factor => factor < 0.8);
        Assert.Contains(factors, factor => factor > 1.25);
    }

    [Fact]
    public void The_next_best_question_makes_certain_sooner_than_the_order_of_the_process()
    {
        var asked = Simulated.Model.Customers(100, Simulated.Seed)
            .Select(customer => (Customer: customer, Answers: AskingTable.AnswersOf(Simulated.Model, customer, new Random(customer.Stage))))
            .ToList();

        Assert.True(Questions("next best question") < 0.9 * Questions("in the order of the process"));

        int Questions(string order) => asked.Sum(each => Interview
            .With(each.Customer, each.Answers, AskingOrder.All.Single(one => one.Name == order), new Random(1)).Questions);
    }

    [Fact]
    public void An_interview_ends_when_it_is_certain_and_otherwise_takes_every_question()
    {
        var customer = new CustomerModel().Customers(1, seed: 5)[0];
        var first = AskingOrder.All.Single(order => order.Name == "in the order of the process");

        var end = Ask(AnswerValue.Unknown);
        Assert.Equal(new Interview(36, IsCertain: false, IsRight: customer.Stage == 1, end.End), end);
        Assert.Equal(1, end.End.Stage.Order);
        Assert.True(Ask(AnswerValue.No) is { IsCertain: true, Questions: < 36 });

        Interview Ask(AnswerValue answer) => Interview.With(
            customer, customer.Process.Questions.ToDictionary(question => question.Id, _ => answer), first, new Random(1));
    }
}
