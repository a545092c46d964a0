using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class ProcessRulesTests
{
    private static readonly Question FirstExit = Exit(stage: 1);
    private static readonly Question SecondExit = Exit(stage: 2);

    public static TheoryData<Lifecycle, Lifecycle, bool> Moves => new()
    {
        // from              to                 allowed
        { Lifecycle.Draft,   Lifecycle.Draft,   true },
        { Lifecycle.Draft,   Lifecycle.Active,  true },
        { Lifecycle.Draft,   Lifecycle.Retired, false },   // never used, so never retired: delete it
        { Lifecycle.Active,  Lifecycle.Retired, true },
        { Lifecycle.Active,  Lifecycle.Draft,   false },
        { Lifecycle.Retired, Lifecycle.Active,  false },
        { Lifecycle.Retired, Lifecycle.Draft,   false },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_process_goes_from_draft_to_active_to_retired_and_never_back(Lifecycle from, Lifecycle to, bool allowed) =>
        Assert.Equal(allowed, ProcessRules.MayBecome(to, from, Keyed(Given.Process(2, 0.3, FirstExit, SecondExit))).IsAllowed);

    [Fact]
    public void A_move_that_is_refused_says_what_to_do_instead() => Assert.Equal(
        ["Example is retired and cannot become active: clone it to a new draft."],
        ProcessRules.MayBecome(Lifecycle.Active, Lifecycle.Retired, Given.Process(0, 0)).Reasons);

    public static TheoryData<string, BuyingProcess> Gaps => new()
    {
        { "Example has no stage.", Given.Process(0, 0.3) },
        {
            "The stages have the orders 1, 3: number them from 1 to 2 without gap.",
            Keyed(Without(2, Given.Process(3, 0.3, FirstExit, Exit(stage: 3))))
        },
        { "Stage 2, Stage 2, has 0 exit facts: it needs exactly one.", Keyed(Given.Process(2, 0.3, FirstExit)) },
        {
            "Stage 2, Stage 2, has 2 exit facts: it needs exactly one.",
            Keyed(Given.Process(2, 0.3, FirstExit, SecondExit, Exit(stage: 2, order: 2)))
        },
        {
            "\"Question 1 of stage 1?\" is an exit fact of weight 3: an exit fact weighs 4.",
            Keyed(Given.Process(1, 0.3, FirstExit with { Weight = 3 }))
        },
        {
            "\"Question 2 of stage 1?\" weighs 4: a diagnostic question weighs 1 to 3.",
            Keyed(Given.Process(1, 0.3, FirstExit, Given.Question(stage: 1, weight: 4, order: 2)))
        },
        {
            "\"Question 2 of stage 1?\" weighs 0: a diagnostic question weighs 1 to 3.",
            Keyed(Given.Process(1, 0.3, FirstExit, Given.Question(stage: 1, weight: 0, order: 2)))
        },
        {
            "The question key \"same\" is used 2 times: each question needs a key of its own.",
            Keyed(Given.Process(2, 0.3, FirstExit, SecondExit), questionKey: _ => "same")
        },
        {
            "The stage key \"same\" is used 2 times: each stage needs a key of its own.",
            Keyed(Given.Process(2, 0.3, FirstExit, SecondExit), stageKey: _ => "same")
        },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void A_draft_that_is_not_complete_says_what_is_missing(string reason, BuyingProcess process) =>
        Assert.Equal([reason], ProcessRules.MayBecome(Lifecycle.Active, Lifecycle.Draft, process).Reasons);

    [Fact]
    public void All_gaps_are_told_at_once() =>
        Assert.Equal(3, ProcessRules.MayBecome(
            Lifecycle.Active, Lifecycle.Draft, Keyed(Given.Process(2, 0.3, FirstExit with { Weight = 1 }), stageKey: _ => "same")).Reasons.Count);

    [Theory]
    [InlineData(Lifecycle.Draft, "Example is a draft: choose an active process.")]
    [InlineData(Lifecycle.Active, null)]
    [InlineData(Lifecycle.Retired, "Example is retired: choose an active process.")]
    public void Only_an_active_process_may_be_chosen(Lifecycle lifecycle, string? reason) => Assert.Equal(
        reason is null ? [] : [reason],
        ProcessRules.MayBeChosen(Keyed(Given.Process(2, 0.3, FirstExit, SecondExit)) with { Lifecycle = lifecycle }).Reasons);

    [Fact]
    public void An_active_process_that_is_not_complete_is_not_chosen_and_says_why() => Assert.Equal(
        ["Stage 2, Stage 2, has 0 exit facts: it needs exactly one."],
        ProcessRules.MayBeChosen(Keyed(Given.Process(2, 0.3, FirstExit)) with { Lifecycle = Lifecycle.Active }).Reasons);

    [Fact]
    public void A_closed_opportunity_does_not_change_its_process() => Assert.Equal(
        ["The opportunity is closed: reopen it to choose another buying process (buy_processid)."],
        ProcessRules.MayBeExchanged(isClosed: true).Reasons);

    [Theory]
    [InlineData(null, new[] { "buy_weight" }, true)]
    [InlineData("Example", new string[0], true)]
    [InlineData("Example", new[] { "buy_weight" }, false)]
    public void What_positions_are_calculated_from_stays_in_a_process_that_is_followed(string? followed, string[] what, bool isAllowed) =>
        Assert.Equal(isAllowed, ProcessRules.MayChange(followed, what).IsAllowed);

    [Fact]
    public void A_change_of_a_followed_process_is_refused_with_what_to_do_instead() => Assert.Equal(
        ["Opportunities follow Example, so buy_order, buy_weight cannot change: clone it to a new draft and change that."],
        ProcessRules.MayChange("Example", ["buy_order", "buy_weight"]).Reasons);

    private static Question Exit(int stage, int order = 1) =>
        Given.Question(stage, ProcessRules.ExitFactWeight, kind: QuestionKind.ExitFact, order: order);

    private static BuyingProcess Without(int order, BuyingProcess process) =>
        process with { Stages = process.Stages.Where(stage => stage.Order != order).ToList() };

    private static BuyingProcess Keyed(
        BuyingProcess process, Func<BuyingStage, string>? stageKey = null, Func<Question, string>? questionKey = null) => process with
    {
        Stages = process.Stages.Select(stage => stage with
        {
            Key = stageKey?.Invoke(stage) ?? $"{stage.Order}",
            Questions = stage.Questions
                .Select(question => question with { Key = questionKey?.Invoke(question) ?? $"{question.Stage}.{question.Order}" })
                .ToList(),
        }).ToList(),
    };
}
