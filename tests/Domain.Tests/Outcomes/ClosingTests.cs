using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Outcomes;

namespace BuyerPath.Domain.Tests.Outcomes;

public sealed class ClosingTests
{
    public static TheoryData<ClosedAs, Outcome?, Approach?, Outcome?, Approach?, bool> Closings => new()
    {
        // closed as             given outcome          given approach       outcome                approach           mapped
        { ClosedAs.Won,          null,                  null,                Outcome.Go,            Approach.Buy,       true },
        { ClosedAs.Won,          Outcome.Go,            Approach.Outsource,  Outcome.Go,            Approach.Outsource, false },
        { ClosedAs.OutSold,      null,                  null,                Outcome.NoGo,          null,               true },
        { ClosedAs.OutSold,      Outcome.WithdrawnByUs, null,                Outcome.WithdrawnByUs, null,               false },
        { ClosedAs.Cancelled,    null,                  null,                Outcome.NoDecision,    Approach.Nothing,   true },
        { ClosedAs.Cancelled,    null,                  Approach.Build,      Outcome.NoDecision,    Approach.Build,     true },
        { ClosedAs.LostOtherwise, null,                 null,                null,                  null,               false },   // nobody knows, so nothing is made up
        { ClosedAs.LostOtherwise, Outcome.NoDecision,   null,                Outcome.NoDecision,    Approach.Nothing,   false },
    };

    [Theory]
    [MemberData(nameof(Closings))]
    public void What_was_given_holds_and_the_rest_is_mapped_and_says_so(
        ClosedAs closedAs, Outcome? givenOutcome, Approach? givenApproach, Outcome? outcome, Approach? approach, bool mapped) =>
        Assert.Equal(new Closing(outcome, approach, mapped), Closing.Of(closedAs, givenOutcome, givenApproach));

    [Theory]
    [InlineData(ClosedAs.Won, null, null, 0)]
    [InlineData(ClosedAs.Won, Outcome.Go, Approach.Outsource, 0)]
    [InlineData(ClosedAs.Won, Outcome.NoGo, null, 1)]
    [InlineData(ClosedAs.Won, Outcome.NoDecision, Approach.Nothing, 2)]
    [InlineData(ClosedAs.Won, null, Approach.Build, 1)]
    [InlineData(ClosedAs.OutSold, Outcome.Go, null, 1)]
    [InlineData(ClosedAs.OutSold, Outcome.NoDecision, Approach.Build, 0)]
    [InlineData(ClosedAs.LostOtherwise, Outcome.WithdrawnByUs, Approach.Buy, 0)]
    public void What_contradicts_the_closing_is_refused(ClosedAs closedAs, Outcome? outcome, Approach? approach, int reasons) =>
        Assert.Equal(reasons, Closing.MayBe(closedAs, outcome, approach, ClosingWithoutOutcome.Flag).Reasons.Count);

    [Theory]
    [InlineData(ClosedAs.Cancelled, null, ClosingWithoutOutcome.Block, false)]
    [InlineData(ClosedAs.LostOtherwise, null, ClosingWithoutOutcome.Block, false)]
    [InlineData(ClosedAs.Cancelled, Outcome.NoDecision, ClosingWithoutOutcome.Block, true)]
    [InlineData(ClosedAs.Won, null, ClosingWithoutOutcome.Block, true)]
    [InlineData(ClosedAs.Cancelled, null, ClosingWithoutOutcome.Flag, true)]
    [InlineData(ClosedAs.Cancelled, null, ClosingWithoutOutcome.Advice, true)]
    public void A_loss_without_an_outcome_is_refused_only_where_an_admin_blocks_it(
        ClosedAs closedAs, Outcome? outcome, ClosingWithoutOutcome level, bool isAllowed) =>
        Assert.Equal(isAllowed, Closing.MayBe(closedAs, outcome, null, level).IsAllowed);
}
