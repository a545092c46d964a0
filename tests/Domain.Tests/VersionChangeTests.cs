using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests;

public sealed class VersionChangeTests
{
    private static readonly Question Need = Given.Question(stage: 3, order: 9) with { Key = "need" };
    private static readonly BuyingProcess To = Given.Process(3, 0.3, Need, Given.Question(stage: 1, order: 4));

    [Fact]
    public void An_answer_to_a_question_of_the_same_key_is_kept_and_others_are_not()
    {
        var need = Answer("need", ageDays: 7);

        Assert.Equal([new KeptEvidence(need, Need.Id, null)], VersionChange.Kept([need, Answer("budget"), Answer("")], To.Asks));
    }

    [Fact]
    public void Of_several_the_one_that_was_learnt_last_is_kept()
    {
        var later = Answer("need", ageDays: 1);

        Assert.Equal([new KeptEvidence(later, Need.Id, null)], VersionChange.Kept([Answer("need", ageDays: 2), later, Answer("need", ageDays: 3)], To.Asks));
    }

    [Theory]
    [InlineData(8, false, true)]
    [InlineData(8, true, true)]     // withdrawn, and learnt anew since
    [InlineData(7, false, false)]   // the same answer, on its way back
    [InlineData(7, true, false)]
    [InlineData(6, false, false)]
    public void An_answer_that_is_there_gives_way_only_to_what_was_learnt_later(int ageDays, bool isWithdrawn, bool givesWay)
    {
        var there = Answer("need", ageDays) with { Asked = new Asked(Need.Id, "need"), IsWithdrawn = isWithdrawn };
        var other = Answer("need", ageDays: 7);

        Assert.Equal(givesWay ? [new KeptEvidence(other, Need.Id, there)] : [], VersionChange.Kept([there, other], To.Asks));
    }

    [Fact]
    public void A_withdrawn_answer_is_not_kept() =>
        Assert.Empty(VersionChange.Kept([Answer("need") with { IsWithdrawn = true }], To.Asks));

    private static GivenEvidence Answer(string key, int ageDays = 0) =>
        new(Guid.NewGuid(), new Asked(Guid.NewGuid(), key), Given.Now.AddDays(-ageDays), IsWithdrawn: false);
}
