using System.ServiceModel;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class StepsDecideTurnTests
{
    private readonly Scene _scene = new();
    private readonly Guid _opportunity;
    private readonly DateTime _opened;

    public StepsDecideTurnTests()
    {
        _opportunity = _scene.Opportunity();
        _opened = _scene.Now;
        _scene.Clock.Advance(TimeSpan.FromDays(1));
    }

    private PartyChoice? Turn => Scene.Chosen<PartyChoice>(_scene.Row(_opportunity), OpportunityTable.WhoseTurn);

    [Fact]
    public void Without_a_plan_it_is_nobodys_turn_from_the_opening()
    {
        Assert.Equal([(PartyChoice.Nobody, false, _opened, null)], _scene.TurnsOf(_opportunity));
        Assert.Equal(PartyChoice.Nobody, Turn);
        Assert.Equal(_opened, _scene.Row(_opportunity).GetAttributeValue<DateTime>(OpportunityTable.TurnSince));
    }

    [Fact]
    public void Promises_kept_are_told_of_both_sides_as_soon_as_one_fell_due()
    {
        var kept = _scene.Step(_opportunity, PartyChoice.Us, dueIn: 2);
        _scene.Step(_opportunity, PartyChoice.Us, dueIn: 3);
        _scene.Step(_opportunity, PartyChoice.Both, dueIn: 9);
        Assert.Equal((null, null), Promises());
        _scene.Done(kept);
        Assert.Equal((100m, null), Promises());
        _scene.Clock.Advance(TimeSpan.FromDays(5));
        _scene.RecalculateJourneys();
        Assert.Equal((50m, null), Promises());
        _scene.Clock.Advance(TimeSpan.FromDays(9));

        _scene.Lose(_opportunity);

        Assert.Equal((33.3m, 0m), Promises());
        Assert.Contains(
            "\"promises\":{\"us\":{\"kept\":1,\"due\":3,\"percent\":33.3},\"customer\":{\"kept\":0,\"due\":1,\"percent\":0}}",
            _scene.StoredJourney(_opportunity), StringComparison.Ordinal);
    }

    private (decimal? Ours, decimal? Theirs) Promises()
    {
        var row = _scene.Row(_opportunity);
        return (row.GetAttributeValue<decimal?>(OpportunityTable.OurPromisesKeptPercent), row.GetAttributeValue<decimal?>(OpportunityTable.TheirPromisesKeptPercent));
    }

    [Fact]
    public void An_opportunity_without_a_process_has_turns_too()
    {
        var other = _scene.OpportunityWithoutProcess();

        _scene.Step(other, PartyChoice.Us, dueIn: 3);

        Assert.Equal(PartyChoice.Us, Scene.Chosen<PartyChoice>(_scene.Row(other), OpportunityTable.WhoseTurn));
        Assert.Equal(_scene.Day(3), _scene.Row(other).GetAttributeValue<DateTime>(OpportunityTable.NextStepDueOn));
    }

    [Fact]
    public void A_step_gives_its_party_the_ball_and_done_takes_it()
    {
        var step = _scene.Step(_opportunity, PartyChoice.Customer, dueIn: 5);
        Assert.Equal(PartyChoice.Customer, Turn);
        var begun = _scene.Now;
        _scene.Clock.Advance(TimeSpan.FromDays(2));

        _scene.Done(step);

        Assert.Equal(
            [(PartyChoice.Nobody, false, _opened, begun), (PartyChoice.Customer, false, begun, _scene.Now), (PartyChoice.Nobody, false, _scene.Now, null)],
            _scene.TurnsOf(_opportunity));
        Assert.False(_scene.Row(_opportunity).Contains(OpportunityTable.NextStepDueOn));
    }

    [Fact]
    public void Another_party_deleting_and_deactivating_move_the_ball()
    {
        var step = _scene.Step(_opportunity, PartyChoice.Customer);
        var other = _scene.Step(_opportunity, PartyChoice.ThirdParty);
        _scene.Change(StepTable.LogicalName, step, StepTable.Party, Scene.Option(PartyChoice.Us));
        Assert.Equal(PartyChoice.Us, Turn);

        _scene.Service.Delete(StepTable.LogicalName, step);
        Assert.Equal(PartyChoice.ThirdParty, Turn);

        _scene.Service.Update(new Entity(StepTable.LogicalName, other)
        {
            [StepTable.StateCode] = new OptionSetValue(1),
            [StepTable.StatusCode] = new OptionSetValue(2),
        });
        Assert.Equal(PartyChoice.Nobody, Turn);
    }

    [Fact]
    public void A_step_gives_the_ball_only_when_what_comes_first_is_done()
    {
        var first = _scene.Step(_opportunity, PartyChoice.Customer, dueIn: 9);
        _scene.Step(_opportunity, PartyChoice.Us, dueIn: 2, after: first);
        Assert.Equal(PartyChoice.Customer, Turn);

        _scene.Done(first);

        Assert.Equal(PartyChoice.Us, Turn);
    }

    [Fact]
    public void A_date_put_off_after_it_was_missed_does_not_rewrite_history()
    {
        var step = _scene.Step(_opportunity, PartyChoice.Customer, dueIn: 1);
        var begun = _scene.Now;
        var missed = _scene.Day(2);
        _scene.Clock.Advance(TimeSpan.FromDays(4));

        _scene.Change(StepTable.LogicalName, step, StepTable.DueOn, _scene.Day(3));

        Assert.Equal(
            [
                (PartyChoice.Nobody, false, _opened, begun),
                (PartyChoice.Customer, false, begun, missed),
                (PartyChoice.Customer, true, missed, _scene.Now),
                (PartyChoice.Customer, false, _scene.Now, null),
            ],
            _scene.TurnsOf(_opportunity));
        Assert.Equal(begun, _scene.Row(_opportunity).GetAttributeValue<DateTime>(OpportunityTable.TurnSince));
    }

    [Fact]
    public void A_step_remembers_its_first_promise_and_how_often_it_was_put_off()
    {
        var first = _scene.Day(5);
        var step = _scene.Step(_opportunity, PartyChoice.Customer, dueIn: 5);

        foreach (var day in new[] { 9, 7, 12 })
            _scene.Change(StepTable.LogicalName, step, StepTable.DueOn, _scene.Day(day));

        var row = Assert.Single(_scene.All(StepTable.LogicalName));
        Assert.Equal(first, row.GetAttributeValue<DateTime>(StepTable.FirstDueOn));
        Assert.Equal(2, row.GetAttributeValue<int>(StepTable.DueMoves));
    }

    [Fact]
    public void A_decision_put_off_and_missed_again_proposes_no_decision()
    {
        var step = _scene.NewStep(_opportunity, PartyChoice.Customer, dueIn: 1);
        step[StepTable.IsDecisionDate] = true;
        var id = _scene.Service.Create(step);
        _scene.Clock.Advance(TimeSpan.FromDays(3));
        _scene.Change(StepTable.LogicalName, id, StepTable.DueOn, _scene.Day(1));
        Assert.Null(Proposed());
        _scene.Clock.Advance(TimeSpan.FromDays(3));

        _scene.RecalculateJourneys();

        Assert.Equal(OutcomeChoice.NoDecision, Proposed());

        OutcomeChoice? Proposed() => Scene.Chosen<OutcomeChoice>(_scene.Row(_opportunity), OpportunityTable.ProposedOutcome);
    }

    [Fact]
    public void Steps_that_wait_for_each_other_are_refused()
    {
        var first = _scene.Step(_opportunity, PartyChoice.Us);
        var second = _scene.Step(_opportunity, PartyChoice.Customer, after: first);

        Refused("2 steps wait for each other in a circle", () => _scene.Change(
            StepTable.LogicalName, first, StepTable.AfterStepId, new EntityReference(StepTable.LogicalName, second)));
    }

    [Fact]
    public void A_step_of_another_plan_cannot_come_first()
    {
        var elsewhere = _scene.Step(_scene.Opportunity(), PartyChoice.Us);

        Refused("Done first (buy_afterstepid) is not an active step of the same opportunity", () =>
            _scene.Step(_opportunity, PartyChoice.Customer, after: elsewhere));
    }

    [Theory]
    [InlineData(StepTable.Name, "Step (buy_name) is missing")]
    [InlineData(StepTable.Party, "Party (buy_party) is missing")]
    [InlineData(StepTable.OpportunityId, "Opportunity (buy_opportunityid) is missing")]
    public void An_incomplete_step_is_refused(string column, string sentence)
    {
        var step = _scene.NewStep(_opportunity, PartyChoice.Us);
        step.Attributes.Remove(column);

        Refused(sentence, () => _scene.Service.Create(step));
    }

    [Fact]
    public void A_step_cannot_move_to_another_opportunity()
    {
        var step = _scene.Step(_opportunity, PartyChoice.Us);
        var other = new EntityReference(OpportunityTable.LogicalName, _scene.Opportunity());

        Refused("Opportunity (buy_opportunityid) cannot change", () => _scene.Change(StepTable.LogicalName, step, StepTable.OpportunityId, other));
    }

    private void Refused(string sentence, Action save)
    {
        var before = _scene.Everything();

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(save);

        Assert.Contains(sentence, refusal.Detail.Message, StringComparison.Ordinal);
        Assert.Equal(before, _scene.Everything());
    }
}
