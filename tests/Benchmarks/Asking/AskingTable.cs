using BuyerPath.Benchmarks.Simulation;
using BuyerPath.Domain.Calibration;
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
        var interviews = AskingOrder.All
            .Select(order => (order.Name, All: asked.Select(each => Interview.With(each.Customer, each.Answers, order, chance)).ToList()))
            .ToList();
        var everywhere = Enumerable.Range(0, Customers).Where(at => interviews.All(order => order.All[at].IsCertain)).ToList();

        return string.Join(Environment.NewLine,
        [
            $"questions to {Interview.Certain:0 %} certainty; {Customers} customers, {asked[0].Customer.Process.Questions.Count()} questions",
            "",
            $"{"asking",-30}{"mean",8}{"median",8}{"certain",12}{"of them right",16}{"mean*",8}{"median*",9}",
            .. interviews.Select(order => Line(order.Name, order.All, everywhere.Select(at => order.All[at]))),
            "",
            "Who never became certain counts with every question of the process: mean and median are at least these.",
            $"* of the {everywhere.Count} customers of whom each order became certain.",
            "",
            .. Softening(asked.Zip(interviews[0].All, (each, interview) => (interview.End, each.Customer.Stage))),
        ]);
    }

    /// <summary>What a customer answers to each question of the process, as something they did.</summary>
    public static Dictionary<Guid, AnswerValue> AnswersOf(CustomerModel model, Customer customer, Random chance) =>
        customer.Process.Questions.ToDictionary(
            question => question.Id,
            question => model.Answer(customer, question, Credibility.Of(NextQuestion.ExpectedGrade), chance));

    /// <summary>How sure the ends of our interviews should have been, by where the customers stand.</summary>
    private static IEnumerable<string> Softening(IEnumerable<(Position End, int Stage)> ends)
    {
        var trial = new ConfidenceTrial();
        foreach (var (end, stage) in ends) trial.Add(end, stage);
        var proposal = trial.Propose();
        return
        [
            $"{AskingOrder.All[0].Name}, where it ended: temperature {proposal.Temperature:0.0} is proposed",
            $"{"",-30}{"customers",10}{"said",10}{"right",10}",
            .. proposal.Before.Select(line => Line("as it is", line)),
            .. proposal.After.Select(line => Line("with the temperature", line)),
        ];
    }

    private static string Line(string what, Reliability line) =>
        $"{what,-30}{line.Deals,10}{line.MeanChance * 100,8:0.0} %{line.Won * 100,8:0.0} %";

    private static string Line(string name, IReadOnlyCollection<Interview> all, IEnumerable<Interview> certainEverywhere)
    {
        var (mean, median) = Typical(all);
        var (meanEverywhere, medianEverywhere) = Typical(certainEverywhere);
        var certain = all.Where(interview => interview.IsCertain).ToList();
        var right = certain.Count(interview => interview.IsRight) * 100.0 / certain.Count;
        return $"{name,-30}{mean,8:0.0}{median,8:0.0}{certain.Count * 100.0 / all.Count,10:0.0} %{right,14:0.0} %" +
            $"{meanEverywhere,8:0.0}{medianEverywhere,9:0.0}";
    }

    private static (double Mean, double? Median) Typical(IEnumerable<Interview> interviews)
    {
        var questions = interviews.Select(interview => (double)interview.Questions).ToList();
        return (questions.Average(), Percentile.Of(questions, 0.5));
    }
}
