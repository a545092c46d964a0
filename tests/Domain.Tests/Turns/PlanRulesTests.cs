using BuyerPath.Domain.Turns;
using static BuyerPath.Domain.Tests.Turns.Plan;
using static BuyerPath.Domain.Turns.Party;

namespace BuyerPath.Domain.Tests.Turns;

public sealed class PlanRulesTests
{
    [Fact]
    public void Steps_may_wait_for_each_other_in_a_row()
    {
        var first = Step(Us);
        var second = Step(Customer, null, null, first);
        var third = Step(Us, null, null, first, second);

        Assert.True(PlanRules.IsPossible([third, first, second]).IsAllowed);
        Assert.True(PlanRules.IsPossible([]).IsAllowed);
    }

    [Fact]
    public void Steps_may_not_wait_for_each_other_in_a_circle()
    {
        var first = Step(Us);
        var second = Step(Customer, null, null, first);
        var circle = first with { DependsOn = [second.Id] };

        Assert.Equal(
            ["2 steps wait for each other in a circle: take out one of their dependencies."],
            PlanRules.IsPossible([circle, second, Step(ThirdParty)]).Reasons);
    }

    [Fact]
    public void A_step_may_not_wait_for_itself()
    {
        var step = Step(Us);

        Assert.False(PlanRules.IsPossible([step with { DependsOn = [step.Id] }]).IsAllowed);
    }

    [Fact]
    public void A_step_is_somebodys() => Assert.False(PlanRules.IsPossible([Step(Nobody)]).IsAllowed);
}
