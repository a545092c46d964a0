using System.ServiceModel;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

/// <summary>What changes with time alone: read as of now, and stored by the nightly recalculation.</summary>
public sealed class StalenessTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void While_nothing_has_aged_the_journey_read_is_the_one_stored()
    {
        var opportunity = Answered();

        Assert.Equal(_scene.StoredJourney(opportunity), _scene.Journey(opportunity));
    }

    [Fact]
    public void A_half_life_later_the_journey_read_has_aged_and_nothing_is_saved()
    {
        var opportunity = Answered();
        _scene.Step(opportunity, PartyChoice.Us, dueIn: 9);
        _scene.Clock.Advance(TimeSpan.FromDays(121));
        var before = _scene.Everything();

        var journey = _scene.Journey(opportunity);

        Assert.Contains("\"stale\":false,\"bits\"", _scene.StoredJourney(opportunity), StringComparison.Ordinal);
        Assert.Contains("\"stale\":true,\"bits\"", journey, StringComparison.Ordinal);
        Assert.Contains("\"isOverdue\":true,\"dueOn\"", journey, StringComparison.Ordinal);
        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void The_nightly_recalculation_stores_what_is_read()
    {
        var opportunity = Answered();
        _scene.Step(opportunity, PartyChoice.Us, dueIn: 9);
        _scene.Clock.Advance(TimeSpan.FromDays(121));

        Assert.Equal((1, 0), _scene.RecalculateJourneys());

        Assert.Equal(_scene.Journey(opportunity), _scene.StoredJourney(opportunity));
        Assert.True(_scene.Row(opportunity).GetAttributeValue<bool>(OpportunityTable.IsTurnOverdue));
    }

    [Fact]
    public void An_opportunity_without_a_process_has_no_journey_to_read()
    {
        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Journey(_scene.OpportunityWithoutProcess()));

        Assert.StartsWith("The opportunity has no buying process (buy_processid)", refusal.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_recalculation_goes_on_where_it_stopped_until_nothing_is_left()
    {
        var oldest = _scene.Opportunity();
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var _ in Enumerable.Range(0, 4)) _scene.Opportunity();
        _scene.Lose(_scene.Opportunity());
        Assert.Equal((1, 0), _scene.RecalculateJourneys());   // those calculated today are left alone
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        _scene.Answer(oldest, _scene.Question(1), AnswerValue.Unknown, null);   // calculated today by a save

        Assert.Equal((3, 1), _scene.RecalculateJourneys(most: 3));
        Assert.Equal((1, 0), _scene.RecalculateJourneys(most: 3));
        Assert.Equal((0, 0), _scene.RecalculateJourneys());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void More_than_one_call_can_do_is_refused(int most)
    {
        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.RecalculateJourneys(most));

        Assert.Equal($"Most is {most}: give a number from 1 to 1000, or leave it out for 500.", refusal.Detail.Message);
    }

    private Guid Answered()
    {
        var opportunity = _scene.Opportunity();
        _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Did);
        return opportunity;
    }
}
