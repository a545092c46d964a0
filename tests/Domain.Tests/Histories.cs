using BuyerPath.Domain.Positions;
using CsCheck;

namespace BuyerPath.Domain.Tests;

/// <summary>A process and what has been answered on one opportunity.</summary>
internal sealed record History(BuyingProcess Process, IReadOnlyList<Answer> Answers)
{
    public Position Position => Position.Of(Process, Answers, Given.Now);

    public override string ToString() =>
        $"{Process.Stages.Count} stages, prior {Process.PriorBits}: " + string.Join("; ", Answers.Select(Describe));

    private string Describe(Answer answer)
    {
        var question = Process.Questions.Single(question => question.Id == answer.QuestionId);
        var sign = question.IsNegative ? "-" : "";
        return $"{sign}{question.Weight} bits at {question.Stage} {answer.Value} {answer.Grade} {answer.AnsweredOn:d}";
    }
}

/// <summary>Random processes, answers and histories.</summary>
internal static class Histories
{
    private static readonly Gen<AnswerValue> Value = Gen.Enum<AnswerValue>();

    private static readonly Gen<EvidenceGrade?> Grade =
        Gen.Frequency((9, Gen.Enum<EvidenceGrade>().Select(grade => (EvidenceGrade?)grade)), (1, Gen.Const((EvidenceGrade?)null)));

    private static Gen<BuyingProcess> Process(ProcessMode mode) =>
        from stages in Gen.Int[1, 8]
        from prior in Gen.Int[0, 10]
        from questions in Gen.Select(Gen.Int[1, stages], Gen.Int[1, 4], Gen.Bool, (Stage, Weight, IsNegative) => (Stage, Weight, IsNegative)).Array[1, 20]
        select Given.Process(stages, prior / 10.0, questions
            .Select((question, index) => Given.Question(
                question.Stage, question.Weight, question.IsNegative, question.Weight == 4 ? QuestionKind.ExitFact : QuestionKind.Diagnostic, index))
            .ToList()) with { Mode = mode };

    /// <summary>Some of the questions of some process of this mode answered, up to half a year ago.</summary>
    public static Gen<History> Of(ProcessMode mode) =>
        from process in Process(mode)
        from answers in Gen.Select(Gen.Bool, Value, Grade, Gen.Int[-5, 180]).Array[process.Questions.Count()]
        select new History(process, process.Questions
            .Zip(answers, (question, given) => (Given: given.Item1, Answer: Given.Answer(question, given.Item2, given.Item3, given.Item4)))
            .Where(each => each.Given)
            .Select(each => each.Answer)
            .ToList());

    /// <summary>The same of either mode.</summary>
    public static readonly Gen<History> Any = Gen.OneOf(Of(ProcessMode.Linear), Of(ProcessMode.Jobs));

    /// <summary>A history, and one question of its process that nobody has answered.</summary>
    public static Gen<(History Before, Question Question)> WithAnOpenQuestion(Gen<History> histories) =>
        from history in histories
        from question in Gen.OneOfConst(history.Process.Questions.ToArray())
        select (history with { Answers = history.Answers.Where(answer => answer.QuestionId != question.Id).ToList() }, question);
}
