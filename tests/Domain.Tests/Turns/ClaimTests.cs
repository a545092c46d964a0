using BuyerPath.Domain.Turns;
using static BuyerPath.Domain.Tests.Turns.Plan;
using static BuyerPath.Domain.Turns.Party;

namespace BuyerPath.Domain.Tests.Turns;

public sealed class ClaimTests
{
    public static TheoryData<PlanStep[], Party, bool> Plans => new()
    {
        // steps                                                                          holder      overdue
        { [],                                                                             Nobody,     false },
        { [Step(Us, dueIn: -5, doneIn: -1)],                                              Nobody,     false },   // done, if late
        { [Step(Customer)],                                                               Customer,   false },   // no date, no overdue
        { [Step(Customer, dueIn: 1)],                                                     Customer,   false },
        { [Step(Customer, dueIn: 0)],                                                     Customer,   true },    // the moment has come
        { [Step(ThirdParty, dueIn: -9)],                                                  ThirdParty, true },
        { [Step(ThirdParty, dueIn: -9), Step(Customer, dueIn: 9)],                        Customer,   false },
        { [Step(Customer, dueIn: -9), Step(Us, dueIn: 9)],                                Us,         false },   // ours is not hidden behind theirs
        { [Step(Us, dueIn: 9), Step(Us, dueIn: -1)],                                      Us,         true },    // the earliest due counts
        { [Step(Both, dueIn: 3), Step(Customer, dueIn: -1)],                              Us,         false },   // both is ours too
        { [Step(Us, dueIn: 9, doneIn: 2)],                                                Us,         false },   // will be done, is not
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void Open_steps_decide_whose_turn_it_is(PlanStep[] steps, Party holder, bool overdue)
    {
        var claim = Claim.At(steps, Given.Now);

        Assert.Equal(holder, claim.Holder);
        Assert.Equal(overdue, claim.IsOverdue);
    }

    [Fact]
    public void A_step_that_waits_for_another_claims_nothing_until_that_is_done()
    {
        var theirs = Step(Customer, dueIn: 5);
        var ours = Step(Us, dueIn: -1, doneIn: null, theirs);

        Assert.Equal(theirs, Claim.At([ours, theirs], Given.Now).Step);
        Assert.Equal(ours, Claim.At([ours, theirs with { DoneOn = Given.Now }], Given.Now).Step);
        Assert.Equal(ours, Claim.At([ours], Given.Now).Step);   // theirs was deleted
    }
}
