using BuyerPath.Domain.Positions;

namespace BuyerPath.Benchmarks.Positions;

/// <summary>A way to tell a customer's stage from answers.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Stage">Order of the stage at which it sees the customer.</param>
public sealed record StageRule(string Name, Func<Case, int> Stage)
{
    private const double EnoughEvidence = 0.6;
    private const double EnoughQuestions = 0.8;

    /// <summary>The product's own: the most likely stage.</summary>
    public static readonly StageRule Ours = new("BuyerPath position", one => one.Position().Stage.Order);

    /// <summary>
    /// Three rules in use elsewhere. Two of them ask for a share of a stage's questions and do not say what an open question
    /// counts: it counts as not fulfilled, as such checklists have it, and, in a second reading kinder to them, not at all.
    /// </summary>
    public static readonly IReadOnlyList<StageRule> Others =
    [
        new("first stage with weighted evidence below 0.6", one => FirstBelow(EnoughEvidence, one, Everything, Credible)),
        new("  the same, of answered questions only", one => FirstBelow(EnoughEvidence, one, Answered, Credible)),
        new("furthest stage with a yes", FurthestYes),
        new("80 %-of-questions gate", one => FirstBelow(EnoughQuestions, one, Everything, Counted)),
        new("  the same, of answered questions only", one => FirstBelow(EnoughQuestions, one, Answered, Counted)),
    ];

    private delegate bool Counts(CaseAnswer? answer);

    private delegate (double Reached, double Possible) Measure(CaseQuestion question, CaseAnswer? answer);

    private static bool Everything(CaseAnswer? answer) => true;

    private static bool Answered(CaseAnswer? answer) => answer is { Value: not AnswerValue.Unknown };

    private static (double, double) Credible(CaseQuestion question, CaseAnswer? answer) =>
        (IsInFavour(question, answer) ? question.Weight * answer!.Multiplier : 0, question.Weight);

    private static (double, double) Counted(CaseQuestion question, CaseAnswer? answer) => (IsInFavour(question, answer) ? 1 : 0, 1);

    /// <summary>The first stage that has not reached its share; a stage without a question that counts holds nobody back.</summary>
    private static int FirstBelow(double share, Case one, Counts counts, Measure measure)
    {
        var answerTo = one.Answers.ToDictionary(answer => answer.Question);
        var measured = one.Questions
            .Select((question, place) => (Question: question, Answer: answerTo.GetValueOrDefault(place)))
            .Where(each => counts(each.Answer))
            .ToLookup(each => each.Question.Stage, each => measure(each.Question, each.Answer));

        return one.Orders.FirstOrDefault(
            stage => measured[stage].Sum(each => each.Reached) < share * measured[stage].Sum(each => each.Possible), one.Stages);
    }

    private static int FurthestYes(Case one) => one.Answers
        .Where(answer => IsInFavour(one.Questions[answer.Question], answer))
        .Select(answer => one.Questions[answer.Question].Stage)
        .DefaultIfEmpty(1)
        .Max();

    private static bool IsInFavour(CaseQuestion question, CaseAnswer? answer) =>
        answer?.Value == (question.Negative ? AnswerValue.No : AnswerValue.Yes);
}
