using System.ServiceModel;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class OutcomesAreKeptTests
{
    private const int Cancelled = 4;
    private const int OutSold = 5;

    private readonly Scene _scene = new();
    private readonly Guid _opportunity;
    private readonly Guid _answer;

    public OutcomesAreKeptTests()
    {
        _opportunity = _scene.Opportunity();
        _answer = _scene.Answer(_opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Did);
        _scene.Step(_opportunity, PartyChoice.Customer, dueIn: 30);
        _scene.Clock.Advance(TimeSpan.FromDays(3));
    }

    [Fact]
    public void Winning_is_go_at_the_stage_where_the_customer_stood()
    {
        _scene.Win(_opportunity);

        Assert.Equal((OutcomeChoice.Go, ApproachChoice.Buy, "Stage 2", true), Ending());
    }

    [Theory]
    [InlineData(OutSold, OutcomeChoice.NoGo, null)]
    [InlineData(Cancelled, OutcomeChoice.NoDecision, ApproachChoice.Nothing)]
    public void Losing_without_an_outcome_takes_it_from_the_status_reason_and_says_so(int status, OutcomeChoice outcome, ApproachChoice? approach)
    {
        _scene.Lose(_opportunity, status);

        Assert.Equal((outcome, approach, "Stage 2", true), Ending());
    }

    [Fact]
    public void An_outcome_that_was_given_holds()
    {
        _scene.Service.Update(new Entity(OpportunityTable.LogicalName, _opportunity)
        {
            [OpportunityTable.Outcome] = Scene.Option(OutcomeChoice.WithdrawnByUs),
            [OpportunityTable.Approach] = Scene.Option(ApproachChoice.Build),
        });

        _scene.Lose(_opportunity);

        Assert.Equal((OutcomeChoice.WithdrawnByUs, ApproachChoice.Build, "Stage 2", false), Ending());
    }

    [Fact]
    public void An_outcome_that_contradicts_the_closing_is_refused_and_nothing_is_closed()
    {
        _scene.Change(OpportunityTable.LogicalName, _opportunity, OpportunityTable.Outcome, Scene.Option(OutcomeChoice.NoDecision));
        var before = _scene.Everything();

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Win(_opportunity));

        Assert.Contains("its outcome (buy_outcome) is Go", refusal.Detail.Message, StringComparison.Ordinal);
        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void Closing_ends_visit_and_turn()
    {
        _scene.Win(_opportunity);

        Assert.Equal(_scene.Now, _scene.VisitsOf(_opportunity)[^1].GetAttributeValue<DateTime>(StageVisitTable.LeftOn));
        Assert.Equal(_scene.Now, _scene.TurnsOf(_opportunity)[^1].EndedOn);
        var row = _scene.Row(_opportunity);
        Assert.False(row.Contains(OpportunityTable.WhoseTurn));
        Assert.Contains("\"turn\":null", _scene.StoredJourney(_opportunity), StringComparison.Ordinal);
        Assert.Contains("\"outcome\":{\"value\":\"go\"", _scene.StoredJourney(_opportunity), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_known_at_the_closing_stays_whatever_time_does()
    {
        _scene.Lose(_opportunity);
        var (frozen, journey) = (_scene.DerivedOf(_opportunity), _scene.StoredJourney(_opportunity));
        _scene.Clock.Advance(TimeSpan.FromDays(400));

        _scene.RecalculateJourneys();
        _scene.Step(_opportunity, PartyChoice.Us);
        _scene.Stakeholder(_opportunity);

        Assert.Equal(frozen, _scene.DerivedOf(_opportunity));
        Assert.Equal(journey, _scene.StoredJourney(_opportunity));
        Assert.Equal(journey, _scene.Journey(_opportunity));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("record")]
    [InlineData("change")]
    [InlineData("delete")]
    public void Answers_on_a_closed_opportunity_are_refused(string way)
    {
        _scene.Win(_opportunity);
        var before = _scene.Everything();
        var answer = _scene.NewAnswer(_opportunity, _scene.ExitFact(2), AnswerValue.Yes, EvidenceGrade.Did);

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
        {
            if (way == "create") _scene.Service.Create(answer);
            else if (way == "record") _scene.Record(_opportunity, _scene.NewAnswer(null, _scene.ExitFact(2), AnswerValue.Yes, EvidenceGrade.Did));
            else if (way == "change") _scene.Change(AnswerTable.LogicalName, _answer, AnswerTable.Value, Scene.Option(AnswerValueChoice.No));
            else _scene.Service.Delete(AnswerTable.LogicalName, _answer);
        });

        Assert.Equal("The opportunity is closed: reopen it to record answers.", refusal.Detail.Message);
        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void Reopening_forgets_the_outcome_and_begins_a_new_visit_and_turn()
    {
        _scene.Lose(_opportunity);
        var closed = _scene.Now;
        _scene.Clock.Advance(TimeSpan.FromDays(9));

        _scene.Reopen(_opportunity);

        Assert.Equal((null, null, null, false), Ending());
        Assert.Equal(PartyChoice.Customer, Scene.Chosen<PartyChoice>(_scene.Row(_opportunity), OpportunityTable.WhoseTurn));
        Assert.Equal(_scene.Now, _scene.Row(_opportunity).GetAttributeValue<DateTime>(OpportunityTable.TurnSince));
        var visits = _scene.VisitsOf(_opportunity);
        Assert.Equal(closed, visits[^2].GetAttributeValue<DateTime>(StageVisitTable.LeftOn));
        Assert.Equal(_scene.Now, visits[^1].GetAttributeValue<DateTime>(StageVisitTable.EnteredOn));
        Assert.False(visits[^1].Contains(StageVisitTable.LeftOn));
    }

    [Fact]
    public void Deleting_an_opportunity_takes_all_its_children_along()
    {
        _scene.Stakeholder(_opportunity, _scene.Contact("Laine"), veto: true);
        _scene.Lose(_opportunity);

        _scene.Service.Delete(OpportunityTable.LogicalName, _opportunity);

        string[] children =
        [
            AnswerTable.LogicalName, StageVisitTable.LogicalName, StepTable.LogicalName, TurnTable.LogicalName, StakeholderTable.LogicalName,
        ];
        Assert.All(children, table => Assert.Empty(_scene.All(table)));
    }

    private (OutcomeChoice? Outcome, ApproachChoice? Approach, string? Stage, bool IsAssumed) Ending()
    {
        var row = _scene.Row(_opportunity);
        return (
            Scene.Chosen<OutcomeChoice>(row, OpportunityTable.Outcome),
            Scene.Chosen<ApproachChoice>(row, OpportunityTable.Approach),
            row.GetAttributeValue<EntityReference>(OpportunityTable.OutcomeStageId)?.Name,
            row.GetAttributeValue<bool>(OpportunityTable.IsOutcomeAssumed));
    }
}
