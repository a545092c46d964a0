using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests;

/// <summary>Valid values to begin a test with; a test names only what it is about.</summary>
internal static class Given
{
    public static readonly DateTime Now = new(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc);

    public static Guid StageId(int order) => new(order, 1, 0, new byte[8]);

    /// <summary>A question; stage and order make its id.</summary>
    public static Question Question(
        int stage, int weight = 2, bool negative = false, QuestionKind kind = QuestionKind.Diagnostic, int order = 1) => new(
        new Guid(stage, 2, (short)order, new byte[8]),
        stage,
        $"Question {order} of stage {stage}?",
        "A dated note",
        weight,
        kind,
        negative,
        order);

    /// <summary>A process with half-lives of 60 and 120 days.</summary>
    public static BuyingProcess Process(int stages, double prior, params IReadOnlyCollection<Question> questions) => new(
        new Guid(0, 3, 0, new byte[8]),
        "Example",
        ProcessMode.Linear,
        prior,
        StatementHalfLifeDays: 60,
        DeedHalfLifeDays: 120,
        Enumerable.Range(1, stages).Select(order => Stage(order, questions)).ToList());

    public static Answer Answer(
        Question question, AnswerValue value, EvidenceGrade? grade = EvidenceGrade.Confirmed, double ageDays = 0) =>
        new(question.Id, value, grade, Now.AddDays(-ageDays));

    public static AnswerValue Against(Question question) =>
        question.InFavour == AnswerValue.Yes ? AnswerValue.No : AnswerValue.Yes;

    private static BuyingStage Stage(int order, IEnumerable<Question> questions) => new(
        StageId(order),
        order,
        $"Stage {order}",
        "Objective",
        "Concern",
        "Decision",
        questions.Where(question => question.Stage == order).ToList());
}
