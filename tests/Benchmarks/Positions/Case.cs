using System.Text.Json.Serialization;
using BuyerPath.Domain.Positions;

namespace BuyerPath.Benchmarks.Positions;

/// <summary>A question of a case.</summary>
/// <param name="Stage">Order of the stage that it asks about.</param>
/// <param name="Weight">Strength of a fully credible answer in bits, as the template has it.</param>
/// <param name="Negative">A yes counts against the stage.</param>
public sealed record CaseQuestion(
    int Stage,
    double Weight,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Negative = false);

/// <summary>An answer of a case.</summary>
/// <param name="Question">Place of its question in the list, from 0.</param>
/// <param name="Value">Yes, no or unknown.</param>
/// <param name="Multiplier">Credibility of the grade times freshness, 0 to 1.</param>
public sealed record CaseAnswer(int Question, AnswerValue Value, double Multiplier);

/// <summary>A customer of whom it is known where they stand, and what has been answered about them.</summary>
/// <param name="Stages">Number of stages.</param>
/// <param name="Prior">How unlikely one stage further is before anything is known, in bits.</param>
/// <param name="Questions">The questions of the process.</param>
/// <param name="Answers">The answers, at most one to a question.</param>
/// <param name="True">Order of the stage at which the customer stands.</param>
public sealed record Case(
    int Stages,
    double Prior,
    IReadOnlyList<CaseQuestion> Questions,
    IReadOnlyList<CaseAnswer> Answers,
    int True)
{
    /// <summary>The orders of the stages.</summary>
    [JsonIgnore]
    public IEnumerable<int> Orders => Enumerable.Range(1, Stages);

    /// <summary>Where the product's own rule sees the customer.</summary>
    public Position Position()
    {
        var questions = Questions.Select(InDomain).ToList();
        var process = ProcessOf(Stages, Prior, questions);
        var contributions =
            from answer in Answers
            where answer.Value != AnswerValue.Unknown
            let question = questions[answer.Question]
            let inDomain = new Answer(question.Id, answer.Value, EvidenceGrade.Confirmed, DateTime.UnixEpoch)
            select Contribution.Weighed(process, question, inDomain, Questions[answer.Question].Weight * answer.Multiplier, isStale: false);

        return Domain.Positions.Position.From(process, contributions.ToList(), DateTime.UnixEpoch);
    }

    /// <summary>A process without texts.</summary>
    /// <param name="stages">Number of stages.</param>
    /// <param name="prior">How unlikely one stage further is before anything is known, in bits.</param>
    /// <param name="questions">The questions of all stages.</param>
    public static BuyingProcess ProcessOf(int stages, double prior, IReadOnlyCollection<Question> questions) => new(
        Guid.Empty,
        "Benchmark",
        ProcessMode.Linear,
        prior,
        StatementHalfLifeDays: 60,
        DeedHalfLifeDays: 120,
        Enumerable.Range(1, stages)
            .Select(order => new BuyingStage(
                IdOf(order), order, $"Stage {order}", "", "", "", questions.Where(question => question.Stage == order).ToList()))
            .ToList());

    /// <summary>An id that is the same in every run.</summary>
    public static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>The rule sees weight and multiplier only as their product, so the question weighs 1 and its answer the product.</summary>
    private static Question InDomain(CaseQuestion question, int place) =>
        new(IdOf(place), question.Stage, "", "", Weight: 1, QuestionKind.Diagnostic, question.Negative, place);
}
