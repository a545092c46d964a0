using BuyerPath.Domain.Focus;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Tests.Focus;

public sealed class RemainingWorkTests
{
    private static readonly Question First = Given.Question(stage: 1, weight: 4);
    private static readonly BuyingProcess Process = Given.Process(4, 0.3, First);
    private static readonly Position AtFirst = Position.Of(Process, [], Given.Now);
    private static readonly Position AtSecond = Position.Of(Process, [Given.Answer(First, AnswerValue.Yes)], Given.Now);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(40.0, null, 30.0)]    // three of four stages are left
    [InlineData(null, 6.0, 6.0)]
    [InlineData(40.0, 6.0, 30.0)]
    [InlineData(40.0, 35.0, 35.0)]    // more is planned than the budget has
    public void What_is_left_is_the_budgets_share_of_the_stages_and_no_less_than_what_is_planned(double? budget, double? planned, double? hours)
    {
        Assert.Equal("Stage 2", AtSecond.Stage.Name);
        Assert.Equal(hours, RemainingWork.HoursOf(budget, AtSecond, planned is { } known ? [Step(Party.Us, known)] : []));
    }

    [Fact]
    public void At_the_first_stage_all_of_the_budget_is_left() => Assert.Equal(40.0, RemainingWork.HoursOf(40, AtFirst, []));

    [Fact]
    public void Only_our_open_steps_with_hours_count() => Assert.Equal(3.0, RemainingWork.HoursOf(null, AtFirst,
    [
        Step(Party.Us, 1), Step(Party.Both, 2), Step(Party.Customer, 4), Step(Party.Us, 8) with { DoneOn = Given.Now }, Step(Party.Us, null),
    ]));

    [Fact]
    public void After_our_steps_the_chance_is_that_of_the_next_stage_and_certain_after_the_last()
    {
        Assert.Equal(0.2, RemainingWork.ChanceAfter(Process, Process.Stages[0], stage => stage.Order / 10.0));
        Assert.Equal(1.0, RemainingWork.ChanceAfter(Process, Process.Stages[3], stage => stage.Order / 10.0));
        Assert.Null(RemainingWork.ChanceAfter(Process, Process.Stages[0], _ => null));
    }

    [Fact]
    public void Jobs_have_no_next_so_what_is_missing_is_spread_over_them() =>
        Assert.Equal(0.2 + 0.8 / 4, RemainingWork.ChanceAfter(Process with { Mode = ProcessMode.Jobs }, Process.Stages[3], _ => 0.2));

    private static PlanStep Step(Party party, double? hours) => new(Guid.NewGuid(), party, null, null, []) { EffortHours = hours };
}
