using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class ProcessChangeTests
{
    [Fact]
    public void Answers_to_a_question_of_the_same_key_are_kept_as_answers_to_the_other_processs_question()
    {
        var shared = Given.Question(stage: 1) with { Key = "need" };
        var dropped = Given.Question(stage: 1, order: 2) with { Key = "budget" };
        var nameless = Given.Question(stage: 1, order: 3);
        var moved = Given.Question(stage: 3, order: 9) with { Key = "need" };
        var answer = Given.Answer(shared, AnswerValue.Yes, EvidenceGrade.Said, ageDays: 7);

        var kept = ProcessChange.Kept(
            [answer, Given.Answer(dropped, AnswerValue.No), Given.Answer(nameless, AnswerValue.No)],
            Given.Process(2, 0.3, shared, dropped, nameless),
            Given.Process(3, 0.3, moved, Given.Question(stage: 1, order: 4)));

        Assert.Equal([answer with { QuestionId = moved.Id }], kept);
    }
}
