namespace BuyerPath.Domain.Positions;

/// <summary>What an answer must be like to be saved. Lack of knowledge is never a reason against: unknown is an answer.</summary>
public static class AnswerRules
{
    /// <summary>How far ahead of the server's clock a date may lie: half a day, for people east of it.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(12);

    /// <summary>The answer says what about which question on which opportunity, and how we know.</summary>
    /// <param name="hasOpportunity">The opportunity is given.</param>
    /// <param name="hasQuestion">The question is given.</param>
    /// <param name="value">The answer; null when missing.</param>
    /// <param name="grade">The grade; needed for yes and no.</param>
    /// <param name="answeredOn">When it was learnt (UTC); null for now.</param>
    /// <param name="now">The time (UTC).</param>
    public static Decision IsComplete(
        bool hasOpportunity, bool hasQuestion, AnswerValue? value, EvidenceGrade? grade, DateTime? answeredOn, DateTime now) =>
        Decision.From(Gaps(hasOpportunity, hasQuestion, value, grade, answeredOn, now));

    /// <summary>The question is one of the process that the opportunity follows.</summary>
    /// <param name="process">The opportunity's process; null while none is chosen.</param>
    /// <param name="questionId">The question answered.</param>
    public static Decision BelongsTo(BuyingProcess? process, Guid questionId) => Decision.From(Strangers(process, questionId));

    /// <summary>What was known when an opportunity was closed stays as it was.</summary>
    /// <param name="isClosed">The opportunity is won or lost.</param>
    public static Decision MayBeRecorded(bool isClosed) =>
        Decision.From(isClosed ? [$"The opportunity is closed: reopen it to record answers."] : []);

    /// <summary>A saved answer keeps its opportunity and its question; another one is another answer.</summary>
    /// <param name="opportunityMoves">The save gives another opportunity.</param>
    /// <param name="questionMoves">The save gives another question.</param>
    public static Decision StaysInPlace(bool opportunityMoves, bool questionMoves) =>
        Decision.From(Moves(opportunityMoves, questionMoves));

    /// <summary>Answers recorded together are there, and each is to a question of its own.</summary>
    /// <param name="questionIds">The question of each answer; null where it is missing.</param>
    public static Decision AreDistinct(IReadOnlyCollection<Guid?> questionIds) => Decision.From(Doubles(questionIds));

    private static IEnumerable<FormattableString> Gaps(
        bool hasOpportunity, bool hasQuestion, AnswerValue? value, EvidenceGrade? grade, DateTime? answeredOn, DateTime now)
    {
        if (!hasOpportunity)
            yield return $"Opportunity (buy_opportunityid) is missing: give the opportunity that the answer is about.";
        if (!hasQuestion)
            yield return $"Question (buy_questionid) is missing: give the question that is answered.";
        if (value == null)
            yield return $"Answer (buy_value) is missing: give yes, no or unknown.";
        if (value is AnswerValue.Yes or AnswerValue.No && grade == null)
            yield return $"Evidence grade (buy_grade) is missing: say whether we believe it, they said it, they did it, or it is confirmed.";
        if (answeredOn > now + ClockTolerance)
            yield return $"Answered on (buy_answeredon) lies in the future: give the day on which it was learnt.";
    }

    private static IEnumerable<FormattableString> Doubles(IReadOnlyCollection<Guid?> questionIds)
    {
        if (questionIds.Count == 0)
            yield return $"Answers is empty: give at least one answer.";
        if (questionIds.Any(id => id == null))
            yield return $"Question (buy_questionid) is missing: give the question that is answered.";
        if (questionIds.Distinct().Count() < questionIds.Count)
            yield return $"A question (buy_questionid) is answered twice in one call: give one answer to each question.";
    }

    private static IEnumerable<FormattableString> Moves(bool opportunityMoves, bool questionMoves)
    {
        if (opportunityMoves)
            yield return $"Opportunity (buy_opportunityid) cannot change: record the answer on the other opportunity and delete this one.";
        if (questionMoves)
            yield return $"Question (buy_questionid) cannot change: answer the other question and delete this answer.";
    }

    private static IEnumerable<FormattableString> Strangers(BuyingProcess? process, Guid questionId)
    {
        if (process == null)
            yield return $"The opportunity has no buying process (buy_processid): choose one before answering its questions.";
        else if (process.Questions.All(question => question.Id != questionId))
            yield return $"The question (buy_questionid) is not one of the buying process \"{process.Name}\" that the opportunity follows.";
    }
}
