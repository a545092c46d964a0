using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class SellerStageTests
{
    private static readonly Position AtTheSecondStage = Position.Of(
        Process(new() { [1] = "Qualify", [3] = "Develop; Demo ;", [4] = "Propose" }),
        [Given.Answer(Given.Question(stage: 1, weight: 4), AnswerValue.Yes)],
        Given.Now);

    public static TheoryData<string[], string?, int, AlignmentKind> Names => new()
    {
        { ["Qualify"],           "Qualify", 1, AlignmentKind.Behind },
        { ["Develop"],           "Develop", 3, AlignmentKind.Ahead },
        { ["demo"],              "demo",    3, AlignmentKind.Ahead },      // case does not count
        { ["2-Develop"],         "Develop", 3, AlignmentKind.Ahead },      // nor does the platform's number
        { ["Legal", "Propose"],  "Propose", 4, AlignmentKind.Ahead },      // the first that is mapped
        { ["Qualify", "Propose"], "Qualify", 1, AlignmentKind.Behind },    // the most telling first
        { ["Pre-Develop"],       null,      0, AlignmentKind.Aligned },    // not a number: another name
        { [],                    null,      0, AlignmentKind.Aligned },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_name_that_is_mapped_is_compared(string[] names, string? name, int at, AlignmentKind kind)
    {
        var seller = SellerStage.Of(names, AtTheSecondStage);

        Assert.Equal(2, AtTheSecondStage.Stage.Order);
        Assert.Equal(name, seller?.Name);
        Assert.Equal(at, seller?.At ?? 0);
        Assert.Equal(kind, seller?.Alignment.Kind ?? AlignmentKind.Aligned);
    }

    private static BuyingProcess Process(Dictionary<int, string> sellerStages)
    {
        var process = Given.Process(4, 0.3, Given.Question(stage: 1, weight: 4));
        return process with
        {
            Stages = [.. process.Stages.Select(stage => stage with { SellerStages = SellerStage.NamesIn(sellerStages.GetValueOrDefault(stage.Order)) })],
        };
    }
}
