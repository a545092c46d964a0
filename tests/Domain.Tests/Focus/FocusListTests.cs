using BuyerPath.Domain.Focus;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Tests.Focus;

public sealed class FocusListTests
{
    private const double Cost = 100;
    private static readonly Guid Deal = new(1, 0, 0, new byte[8]);

    /// <summary>26 quarters are left to choose for: the first option fits, and the second would with an hour more.</summary>
    private static readonly WeekPlan Plan = WeekPlan.Of(
        [new StepOption(Guid.NewGuid(), Id(7), 24, 5_000), new StepOption(Guid.NewGuid(), Id(8), 6, 500), new StepOption(Guid.NewGuid(), Id(9), 1, 0, IsPromised: true)], 8);

    private static readonly FocusCandidate Good = new(Deal, Value: 20_000, WinChance: 0.5, RemainingHours: 10, Verdict.Pursue, CustomerHoldsTheBall: false);

    public static TheoryData<string, FocusCandidate, FocusTier, FocusReason> Tiers => new()
    {
        { "1,000 an hour against a price of 500", Good, FocusTier.Next, FocusReason.WorthAnHour },
        { "exactly the price", Good with { Value = 10_000 }, FocusTier.Next, FocusReason.WorthAnHour },
        { "just below the price", Good with { Value = 9_999 }, FocusTier.Later, FocusReason.BelowPrice },
        { "exactly the cost", Good with { Value = 2_000 }, FocusTier.Later, FocusReason.BelowPrice },
        { "just below the cost", Good with { Value = 1_999 }, FocusTier.LetGo, FocusReason.BelowCost },
        { "their turn", Good with { CustomerHoldsTheBall = true }, FocusTier.Later, FocusReason.CustomerHoldsTheBall },
        { "worth unknown", Good with { Value = null }, FocusTier.Next, FocusReason.ValueUnknown },
        { "hours unknown", Good with { RemainingHours = null }, FocusTier.Next, FocusReason.ValueUnknown },
        { "declined", Good with { Verdict = Verdict.DeclinePolitely }, FocusTier.LetGo, FocusReason.Declined },
        { "in the plan", Good with { OpportunityId = Id(7) }, FocusTier.Now, FocusReason.InThePlan },
        { "in the plan, not worth it", Good with { OpportunityId = Id(7), Value = 1 }, FocusTier.LetGo, FocusReason.BelowCost },
        { "promised, though declined", Good with { OpportunityId = Id(9), Verdict = Verdict.DeclinePolitely }, FocusTier.Now, FocusReason.Promised },
    };

    [Theory]
    [MemberData(nameof(Tiers))]
    public void A_deal_has_its_tier_for_a_reason(string why, FocusCandidate candidate, FocusTier tier, FocusReason reason)
    {
        Assert.Equal(500, Plan.PriceOfAnHour);

        Assert.True(new FocusLine(candidate, tier, reason) == Assert.Single(FocusList.Of([candidate], Plan, Cost)), why);
    }

    [Fact]
    public void The_list_goes_by_tier_and_then_by_value_per_hour()
    {
        var small = Good with { OpportunityId = Id(2), Value = 12_000 };
        var unknown = Good with { OpportunityId = Id(3), Value = null };
        var declined = Good with { OpportunityId = Id(4), Value = 1_000_000, Verdict = Verdict.DeclinePolitely };

        Assert.Equal([Good, small, unknown, declined], FocusList.Of([declined, unknown, small, Good], Plan, Cost).Select(line => line.Candidate));
    }

    [Fact]
    public void A_deal_that_needs_no_hour_more_counts_a_quarter() =>
        Assert.Equal(40_000, (Good with { RemainingHours = 0 }).ValuePerHour);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
