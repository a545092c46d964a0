using BuyerPath.Benchmarks.Simulation;
using BuyerPath.Domain.Flow;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Questions;

namespace BuyerPath.Benchmarks.Asking;

/// <summary>How many questions it takes to be certain, by the order of asking.</summary>
internal static class AskingTable
{
    private const int Customers = 2_000;

    /// <summary>Each order asks the same customers, who give each the same answers.</summary>
    public static string Of(CustomerModel model, int seed)
    {
        var chance = new Random(seed);
        var asked = model.Customers(Customers, seed).Select(customer => (Customer: customer, Answers: AnswersOf(model, customer, chance))).ToList();

        return string.Join(Environment.NewLine,
        [
            $"{"questions to " + Interview.Certain.ToString("0 %") + " certainty",-34}{"mean",8}{"median",8}{"certain",12}{"of them right",16}",
            .. AskingOrder.All.Select(order => Line(
                order.Name,
                asked.Select(each => Interview.With(each.Customer, each.Answers, order, chance)).ToList())),
            "",
            "Who never became certain counts with all the questions asked: mean and median are at least these.",
        ]);
    }

    private static Dictionary<Guid, AnswerValue> AnswersOf(CustomerModel model, Customer customer, Random chance) =>
        customer.Process.Questions.ToDictionary(
            question => question.Id,
            question => model.Answer(customer, question, Credibility.Of(NextQuestion.ExpectedGrade), chance));

    private static string Line(string name, IReadOnlyCollection<Interview> interviews)
    {
        var questions = interviews.Select(interview => (double)interview.Questions).ToList();
        var certain = interviews.Where(interview => interview.IsCertain).ToList();
        var right = certain.Count(interview => interview.IsRight) / (double)certain.Count;
        return $"{name,-34}{questions.Average(),8:0.0}{Percentile.Of(questions, 0.5),8:0.0}" +
            $"{certain.Count * 100.0 / interviews.Count,10:0.0} %{right * 100,14:0.0} %";
    }
}
