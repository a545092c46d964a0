using BuyerPath.Benchmarks.Positions;

namespace BuyerPath.Benchmarks.Tests;

public sealed class StageRuleTests
{
    private const string ThreeStages = """
        "stages":3,"prior":0,"questions":[{"stage":1,"weight":3},{"stage":1,"weight":1},{"stage":2,"weight":2},{"stage":2,"weight":2,"negative":true}],"true":1
        """;

    /// <summary>Answers, and the stage that each rule sees: ours, then the others in their order.</summary>
    public static TheoryData<string, int[]> Answers => new()
    {
        { "", [1, 1, 3, 1, 1, 3] },                                       // nothing known: only what counts open questions holds back
        { Yes(0, 1), [2, 2, 3, 1, 1, 3] },                                // 3 of 4 bits are enough evidence, 1 of 2 questions is not
        { Yes(0, 0.5), [2, 1, 1, 1, 1, 3] },                              // 1.5 of 4 bits are not, nor of 3
        { Yes(0, 1) + "," + Yes(1, 1), [2, 2, 3, 1, 2, 3] },
        { Yes(0, 1) + "," + Yes(1, 1) + "," + Yes(2, 1), [3, 2, 3, 2, 2, 3] },
        { Yes(0, 1) + "," + Yes(1, 1) + "," + Yes(3, 1), [2, 2, 2, 1, 2, 2] },   // a yes to the negative question is none
        { No(3, 1), [3, 1, 3, 2, 1, 3] },                                 // and a no to it is one
        { """{"question":0,"value":"unknown","multiplier":1}""", [1, 1, 3, 1, 1, 3] },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Each_rule_sees_its_stage(string answers, int[] stages)
    {
        var one = CaseFile.Read([$$"""{{{ThreeStages}},"answers":[{{answers}}]}"""])[0];

        Assert.Equal(stages, StageRule.Others.Prepend(StageRule.Ours).Select(rule => rule.Stage(one)));
    }

    private static string Yes(int question, double multiplier) => Answer(question, "yes", multiplier);

    private static string No(int question, double multiplier) => Answer(question, "no", multiplier);

    private static string Answer(int question, string value, double multiplier) =>
        FormattableString.Invariant($$"""{"question":{{question}},"value":"{{value}}","multiplier":{{multiplier}}}""");
}
