using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class AnswersMovePositionTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void An_opportunity_with_a_process_stands_at_its_first_stage()
    {
        var opportunity = _scene.Opportunity();

        Assert.Equal("Stage 1", _scene.StageOf(opportunity));
        var visit = Assert.Single(_scene.VisitsOf(opportunity));
        Assert.Equal("Stage 1", visit.GetAttributeValue<string>(StageVisitTable.Name));
        Assert.Equal((int)MoveCauseChoice.ProcessChosen, visit.GetAttributeValue<OptionSetValue>(StageVisitTable.Cause).Value);
        Assert.False(visit.Contains(StageVisitTable.LeftOn));
    }

    [Fact]
    public void A_confirmed_exit_fact_moves_the_customer_to_the_next_stage()
    {
        var opportunity = _scene.Opportunity();
        _scene.Clock.Advance(TimeSpan.FromDays(3));

        _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);

        Assert.Equal("Stage 2", _scene.StageOf(opportunity));
        Assert.Equal(["Stage 1", "Stage 2"], _scene.VisitsOf(opportunity).Select(visit => visit[StageVisitTable.Name]));
        var row = _scene.Row(opportunity);
        Assert.Equal("Stage 2", row.GetAttributeValue<EntityReference>(OpportunityTable.FurthestStageId).Name);
        Assert.Equal(_scene.Now, row.GetAttributeValue<DateTime>(OpportunityTable.StageEnteredOn));
        Assert.InRange(row.GetAttributeValue<decimal>(OpportunityTable.ConfidencePercent), 30m, 100m);
        Assert.Equal(_scene.VisitsOf(opportunity)[0][StageVisitTable.LeftOn], _scene.VisitsOf(opportunity)[1][StageVisitTable.EnteredOn]);
    }

    [Fact]
    public void Changing_the_answer_moves_the_customer_back_and_says_why()
    {
        var opportunity = _scene.Opportunity();
        var answer = _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);
        _scene.Clock.Advance(TimeSpan.FromDays(2));

        _scene.Service.Update(new Entity(AnswerTable.LogicalName, answer) { [AnswerTable.Value] = Scene.Option(AnswerValueChoice.No) });

        Assert.Equal("Stage 1", _scene.StageOf(opportunity));
        Assert.Equal((int)MoveCauseChoice.ChangedAnswer, _scene.VisitsOf(opportunity)[^1].GetAttributeValue<OptionSetValue>(StageVisitTable.Cause).Value);
        Assert.Equal("Stage 2", _scene.Row(opportunity).GetAttributeValue<EntityReference>(OpportunityTable.FurthestStageId).Name);
    }

    [Fact]
    public void Deleting_the_answer_restores_every_derived_column()
    {
        var opportunity = _scene.Opportunity();
        _scene.Answer(opportunity, _scene.Question(1), AnswerValue.Yes, EvidenceGrade.Said);
        var contact = _scene.Contact("Laine");
        _scene.Stakeholder(opportunity, contact, veto: true);
        _scene.Step(opportunity, PartyChoice.Customer, dueIn: 4);
        var (before, journey) = (_scene.DerivedOf(opportunity), _scene.StoredJourney(opportunity));

        var confirmed = _scene.NewAnswer(opportunity, _scene.ExitFact(3), AnswerValue.Yes, EvidenceGrade.Confirmed);
        confirmed[AnswerTable.SourceId] = contact;
        var answer = _scene.Service.Create(confirmed);
        Assert.NotEqual(before, _scene.DerivedOf(opportunity));
        _scene.Service.Delete(AnswerTable.LogicalName, answer);

        Assert.Equal(before, _scene.DerivedOf(opportunity));
        Assert.Equal(journey, _scene.StoredJourney(opportunity));
    }

    [Fact]
    public void Deactivating_an_answer_withdraws_it()
    {
        var opportunity = _scene.Opportunity();
        var answer = _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);

        _scene.Service.Update(new Entity(AnswerTable.LogicalName, answer)
        {
            [AnswerTable.StateCode] = new OptionSetValue(1),
            [AnswerTable.StatusCode] = new OptionSetValue(2),
        });

        Assert.Equal("Stage 1", _scene.StageOf(opportunity));
    }

    [Fact]
    public void Deleting_an_opportunity_takes_its_answers_and_visits_along()
    {
        var opportunity = _scene.Opportunity();
        _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);

        _scene.Service.Delete(OpportunityTable.LogicalName, opportunity);

        Assert.Empty(_scene.All(AnswerTable.LogicalName));
        Assert.Empty(_scene.All(StageVisitTable.LogicalName));
    }

    [Fact]
    public void Without_a_process_there_is_no_journey()
    {
        var opportunity = _scene.Opportunity();

        _scene.Service.Update(new Entity(OpportunityTable.LogicalName, opportunity) { [OpportunityTable.ProcessId] = null });

        Assert.Null(_scene.StageOf(opportunity));
        Assert.False(_scene.Row(opportunity).Contains(OpportunityTable.Journey));
        Assert.True(Assert.Single(_scene.VisitsOf(opportunity)).Contains(StageVisitTable.LeftOn));
    }

    [Fact]
    public void History_belongs_to_the_owner_of_the_opportunity()
    {
        var opportunity = _scene.Opportunity();

        Assert.Equal(_scene.Row(opportunity)[OpportunityTable.OwnerId], Assert.Single(_scene.VisitsOf(opportunity))[StageVisitTable.OwnerId]);
    }

    [Fact]
    public void Two_hundred_concurrent_answers_leave_the_position_that_all_of_them_give()
    {
        var opportunity = _scene.Opportunity(_scene.Process("wide", stages: 5, questionsPerStage: 40));
        var questions = Enumerable.Range(1, 5).SelectMany(stage => _scene.QuestionsOf("wide", stage)).ToList();

        Parallel.ForEach(questions, question => _scene.Organization.ServiceFor(_scene.Organization.DefaultUserId)
            .Create(_scene.NewAnswer(opportunity, question, AnswerValue.Yes, EvidenceGrade.Did)));

        var (together, journey) = (_scene.DerivedOf(opportunity), _scene.StoredJourney(opportunity));
        _scene.Service.Update(new Entity(AnswerTable.LogicalName, _scene.All(AnswerTable.LogicalName)[0].Id)
        {
            [AnswerTable.Grade] = Scene.Option(EvidenceGradeChoice.Did), // the same value: nothing but a recalculation
            [AnswerTable.AnsweredOn] = _scene.Now,
        });
        Assert.Equal(together, _scene.DerivedOf(opportunity));
        Assert.Equal(journey, _scene.StoredJourney(opportunity));
        Assert.Equal(journey, _scene.Journey(opportunity));
        Assert.Equal(200, _scene.All(AnswerTable.LogicalName).Count);
    }
}
