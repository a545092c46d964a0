using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class ProcessChangeTests
{
    private static readonly Question Need = Given.Question(stage: 3, order: 9) with { Key = "need" };
    private static readonly BuyingProcess To = Given.Process(3, 0.3, Need, Given.Question(stage: 1, order: 4));

    [Fact]
    public void An_answer_to_a_question_of_the_same_key_is_kept_and_others_are_not()
    {
        var need = Answer("need", ageDays: 7);

        Assert.Equal([new KeptAnswer(need, Need.Id, null)], ProcessChange.Kept([need, Answer("budget"), Answer("")], To));
    }

    [Fact]
    public void Of_several_the_one_that_was_learnt_last_is_kept()
    {
        var later = Answer("need", ageDays: 1);

        Assert.Equal([new KeptAnswer(later, Need.Id, null)], ProcessChange.Kept([Answer("need", ageDays: 2), later, Answer("need", ageDays: 3)], To));
    }

    [Theory]
    [InlineData(8, false, true)]
    [InlineData(8, true, true)]     // withdrawn, and learnt anew since
    [InlineData(7, false, false)]   // the same answer, on its way back
    [InlineData(7, true, false)]
    [InlineData(6, false, false)]
    public void An_answer_that_is_there_gives_way_only_to_what_was_learnt_later(int ageDays, bool isWithdrawn, bool givesWay)
    {
        var there = Answer("need", ageDays) with { QuestionId = Need.Id, IsWithdrawn = isWithdrawn };
        var other = Answer("need", ageDays: 7);

        Assert.Equal(givesWay ? [new KeptAnswer(other, Need.Id, there)] : [], ProcessChange.Kept([there, other], To));
    }

    [Fact]
    public void A_withdrawn_answer_is_not_kept() =>
        Assert.Empty(ProcessChange.Kept([Answer("need") with { IsWithdrawn = true }], To));

    private static GivenAnswer Answer(string key, int ageDays = 0) =>
        new(Guid.NewGuid(), Guid.NewGuid(), key, Given.Now.AddDays(-ageDays), IsWithdrawn: false);
}
