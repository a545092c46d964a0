using BuyerPath.Domain.Turns;
using static BuyerPath.Domain.Tests.Turns.Plan;
using static BuyerPath.Domain.Turns.Party;

namespace BuyerPath.Domain.Tests.Turns;

public sealed class PromiseKeepingTests
{
    [Fact]
    public void A_promise_is_kept_when_it_is_done_by_its_date_and_open_until_then()
    {
        PlanStep[] steps =
        [
            Step(Customer, dueIn: -5, doneIn: -5),   // on the day
            Step(Customer, dueIn: -5, doneIn: -4),   // late
            Step(Customer, dueIn: -1),               // not done
            Step(Customer, dueIn: 3, doneIn: -1),    // before its time
            Step(Customer, dueIn: 3),                // still to come
            Step(Customer, doneIn: -1),              // nothing was promised
            Step(Us, dueIn: -2),
        ];

        Assert.Equal(new PromiseKeeping(Kept: 2, Decided: 4), PromiseKeeping.Of(steps, Customer, Given.Now));
        Assert.Equal(0.5, PromiseKeeping.Of(steps, Customer, Given.Now).Share);
        Assert.Equal(0, PromiseKeeping.Of(steps, Us, Given.Now).KeptPercent);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(2, 3, 66.7)]
    [InlineData(3, 3, 100.0)]
    public void Percent_has_one_digit_and_is_empty_before_any_promise_fell_due(int kept, int decided, double? percent) =>
        Assert.Equal((decimal?)percent, new PromiseKeeping(kept, decided).KeptPercent);

    [Fact]
    public void A_promise_of_both_is_each_partys()
    {
        PlanStep[] steps = [Step(Both, dueIn: -2, doneIn: -3)];

        Assert.Equal(1, PromiseKeeping.Of(steps, Customer, Given.Now).Share);
        Assert.Equal(1, PromiseKeeping.Of(steps, Us, Given.Now).Share);
        Assert.Null(PromiseKeeping.Of(steps, ThirdParty, Given.Now).Share);
    }
}
