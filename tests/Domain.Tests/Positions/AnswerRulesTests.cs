using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class AnswerRulesTests
{
    public static TheoryData<bool, bool, AnswerValue?, EvidenceGrade?, double, string[]> Answers => new()
    {
        // opportunity  question  value                grade               hours ahead  named
        { true,         true,     AnswerValue.Yes,     EvidenceGrade.Said, 0,           [] },
        { true,         true,     AnswerValue.Unknown, null,               0,           [] },   // not knowing needs no evidence
        { true,         true,     AnswerValue.No,      null,               0,           ["buy_grade"] },
        { true,         true,     null,                EvidenceGrade.Said, 0,           ["buy_value"] },
        { true,         false,    AnswerValue.Yes,     EvidenceGrade.Said, 0,           ["buy_questionid"] },
        { false,        false,    null,                null,               0,           ["buy_opportunityid", "buy_questionid", "buy_value"] },
        { true,         true,     AnswerValue.Yes,     EvidenceGrade.Said, 12,          [] },   // east of the server
        { true,         true,     AnswerValue.Yes,     EvidenceGrade.Said, 12.1,        ["buy_answeredon"] },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_an_answer_lacks_is_named(
        bool opportunity, bool question, AnswerValue? value, EvidenceGrade? grade, double hoursAhead, string[] named)
    {
        var decision = AnswerRules.IsComplete(opportunity, question, value, grade, Given.Now.AddHours(hoursAhead), Given.Now);

        Assert.Equal(named.Length, decision.Reasons.Count);
        Assert.All(named, column => Assert.Contains(decision.Reasons, reason => reason.Contains($"({column})")));
        Assert.Equal(named.Length == 0, decision.IsAllowed);
    }

    [Fact]
    public void An_answer_belongs_to_the_process_that_the_opportunity_follows()
    {
        var question = Given.Question(stage: 1);
        var process = Given.Process(2, 0.3, question);

        Assert.True(AnswerRules.BelongsTo(process, question.Id).IsAllowed);
        Assert.Contains("\"Example\"", AnswerRules.BelongsTo(process, Guid.NewGuid()).Reasons.Single());
        Assert.Contains("(buy_processid)", AnswerRules.BelongsTo(null, question.Id).Reasons.Single());
    }

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    [InlineData(true, true, 2)]
    public void A_saved_answer_stays_with_its_opportunity_and_its_question(bool opportunityMoves, bool questionMoves, int reasons) =>
        Assert.Equal(reasons, AnswerRules.StaysInPlace(opportunityMoves, questionMoves).Reasons.Count);

    [Fact]
    public void Answers_recorded_together_are_to_different_questions()
    {
        Guid? one = Guid.NewGuid(), other = Guid.NewGuid();

        Assert.True(AnswerRules.AreDistinct([one, other]).IsAllowed);
        Assert.Contains("twice", AnswerRules.AreDistinct([one, one]).Reasons.Single());
        Assert.Contains("missing", AnswerRules.AreDistinct([one, null]).Reasons.Single());
        Assert.Contains("empty", AnswerRules.AreDistinct([]).Reasons.Single());
    }
}
