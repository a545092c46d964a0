using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class AlignmentTests
{
    public static TheoryData<int[], int, AlignmentKind> Alignments => new()
    {
        // seller   ahead
        { [1],      -2, AlignmentKind.Behind },
        { [1, 2],   -1, AlignmentKind.Behind },
        { [3],      0,  AlignmentKind.Aligned },
        { [2, 4],   0,  AlignmentKind.Aligned },   // the customer stands between
        { [4],      1,  AlignmentKind.Ahead },
        { [6, 5],   2,  AlignmentKind.Ahead },
    };

    [Theory]
    [MemberData(nameof(Alignments))]
    public void The_sellers_stage_is_ahead_of_aligned_with_or_behind_the_customers(int[] seller, int ahead, AlignmentKind kind)
    {
        var alignment = Alignment.Of(seller, AtStageThree());

        Assert.Equal(new Alignment(ahead), alignment);
        Assert.Equal(kind, alignment!.Kind);
    }

    [Fact]
    public void Where_nothing_is_mapped_nothing_is_known() => Assert.Null(Alignment.Of([], AtStageThree()));

    private static Position AtStageThree()
    {
        var question = Given.Question(stage: 2, weight: 4);
        var position = Position.Of(Given.Process(6, 0.3, question), [Given.Answer(question, AnswerValue.Yes)], Given.Now);
        Assert.Equal(3, position.Stage.Order);
        return position;
    }
}
