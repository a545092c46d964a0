using System.ServiceModel;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Plugins.Tests;

/// <summary>Choosing a process, and changing it. The processes of a scene share the keys of their questions.</summary>
public sealed class OpportunitiesFollowTheirProcessTests
{
    private readonly Scene _scene = new();
    private readonly EntityReference _other;

    public OpportunitiesFollowTheirProcessTests() => _other = _scene.Process("other", stages: 2);

    [Fact]
    public void Another_process_gives_another_journey_and_says_so()
    {
        var opportunity = _scene.Opportunity();
        _scene.Clock.Advance(TimeSpan.FromDays(1));

        Choose(opportunity, _other);

        Assert.Equal("other 1", _scene.StageOf(opportunity));
        Assert.Equal((int)MoveCauseChoice.OtherProcess, _scene.VisitsOf(opportunity)[^1].GetAttributeValue<OptionSetValue>(StageVisitTable.Cause).Value);
    }

    [Fact]
    public void Answers_that_the_other_process_asks_for_too_count_there()
    {
        var opportunity = _scene.Opportunity();
        var said = _scene.NewAnswer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);
        said[AnswerTable.Detail] = "Minutes of the board";
        said[AnswerTable.SourceId] = _scene.Contact("Laine");
        var given = _scene.Row(AnswerTable.LogicalName, _scene.Service.Create(said));
        _scene.Answer(opportunity, _scene.ExitFact(3), AnswerValue.No, EvidenceGrade.Did);   // the other process has two stages
        _scene.Clock.Advance(TimeSpan.FromDays(30));

        Choose(opportunity, _other);

        Assert.Equal("other 2", _scene.StageOf(opportunity));
        Assert.Equal(["other 2"], _scene.VisitsOf(opportunity).Skip(2).Select(visit => visit[StageVisitTable.Name]));
        var kept = Assert.Single(_scene.All(AnswerTable.LogicalName), answer => QuestionOf(answer) == _scene.QuestionsOf("other", 1)[^1].Id);
        string[] columns =
            [AnswerTable.Value, AnswerTable.Grade, AnswerTable.Detail, AnswerTable.SourceId, AnswerTable.AnsweredOn, AnswerTable.OwnerId];
        Assert.All(columns, column => Assert.Equal(given[column], kept[column]));
        Assert.Equal(3, _scene.All(AnswerTable.LogicalName).Count);
    }

    [Fact]
    public void Going_back_restores_every_derived_column_and_copies_nothing_again()
    {
        var opportunity = _scene.Opportunity();
        foreach (var stage in new[] { 1, 2, 3 }) _scene.Answer(opportunity, _scene.Question(stage), AnswerValue.Yes, EvidenceGrade.Did);
        var before = _scene.DerivedOf(opportunity);
        var process = Process(opportunity);

        Choose(opportunity, _other);
        Choose(opportunity, process);
        Choose(opportunity, _other);
        Choose(opportunity, process);

        Assert.Equal(before, _scene.DerivedOf(opportunity));
        Assert.Equal(3 + 2, _scene.All(AnswerTable.LogicalName).Count);
    }

    [Fact]
    public void What_was_learnt_since_goes_back_too()
    {
        var opportunity = _scene.Opportunity();
        _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);
        var process = Process(opportunity);
        Choose(opportunity, _other);
        _scene.Clock.Advance(TimeSpan.FromDays(3));
        _scene.Record(opportunity, _scene.NewAnswer(null, _scene.QuestionsOf("other", 1)[^1], AnswerValue.No, EvidenceGrade.Confirmed));

        Choose(opportunity, process);

        Assert.Equal("Stage 1", _scene.StageOf(opportunity));
        Assert.Equal(2, _scene.All(AnswerTable.LogicalName).Count);
    }

    [Fact]
    public void Answers_wait_while_there_is_no_process()
    {
        var opportunity = _scene.Opportunity();
        _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);
        Choose(opportunity, null);

        Choose(opportunity, _other);

        Assert.Equal("other 2", _scene.StageOf(opportunity));
    }

    [Fact]
    public void The_next_version_of_the_same_process_keeps_every_answer()
    {
        var opportunity = _scene.Opportunity();
        foreach (var stage in new[] { 1, 2 }) _scene.Answer(opportunity, _scene.ExitFact(stage), AnswerValue.Yes, EvidenceGrade.Did);
        var before = _scene.Row(opportunity)[OpportunityTable.ConfidencePercent];
        var clone = _scene.Clone(Process(opportunity));
        _scene.Become(clone, LifecycleChoice.Active);

        Choose(opportunity, clone);

        Assert.Equal("Stage 3", _scene.StageOf(opportunity));
        Assert.Equal(before, _scene.Row(opportunity)[OpportunityTable.ConfidencePercent]);
    }

    [Fact]
    public void A_seller_without_a_hand_in_it_sees_one_move_however_many_answers_go_along()
    {
        var opportunity = _scene.Opportunity();
        foreach (var stage in new[] { 1, 2 })
            foreach (var question in new[] { _scene.Question(stage), _scene.ExitFact(stage) })
                _scene.Answer(opportunity, question, AnswerValue.Yes, EvidenceGrade.Did);

        var calls = ServiceCalls.Of(_scene, () => Choose(opportunity, _other));

        // 3 reads of the process chosen, 1 of the answers given, 11 of the recalculation; the lock, 4 copies, and the
        // opportunity with the visit that ends and the one that begins.
        Assert.Equal(new ServiceCalls(Reads: 15, Writes: 1 + 4 + 3), calls);
    }

    [Fact]
    public void Many_opportunities_change_their_process_in_one_request()
    {
        var opportunities = Enumerable.Range(0, 20).Select(_ => _scene.Opportunity()).ToList();
        foreach (var opportunity in opportunities) _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);

        var calls = ServiceCalls.Of(_scene, () => _scene.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([.. opportunities.Select(id => new Entity(OpportunityTable.LogicalName, id) { [OpportunityTable.ProcessId] = _other })])
            {
                EntityName = OpportunityTable.LogicalName,
            },
        }));

        Assert.All(opportunities, opportunity => Assert.Equal("other 2", _scene.StageOf(opportunity)));
        Assert.Equal(new ServiceCalls(Reads: 20 * 15, Writes: 20 * (1 + 1 + 3)), calls);
    }

    [Theory]
    [InlineData(LifecycleChoice.Draft, "choice is a draft: choose an active process.")]
    [InlineData(LifecycleChoice.Retired, "choice is retired: choose an active process.")]
    public void Only_an_active_process_is_chosen(LifecycleChoice lifecycle, string sentence)
    {
        var choice = _scene.Process("choice", stages: 2, lifecycle: lifecycle);
        var opportunity = _scene.Opportunity();

        Refused(sentence, () => _scene.Opportunity(choice));
        Refused(sentence, () => Choose(opportunity, choice));
    }

    [Fact]
    public void An_active_process_that_is_not_complete_is_not_chosen_and_every_gap_is_told()
    {
        var empty = _scene.Process("empty", stages: 0);
        var gaps = _scene.Process("gaps", stages: 2, questionsPerStage: 0);

        Refused("empty has no stage.", () => _scene.Opportunity(empty));
        Refused("Stage 1, gaps 1, has 0 exit facts: it needs exactly one.\nStage 2, gaps 2, has 0 exit facts", () => _scene.Opportunity(gaps));
    }

    [Fact]
    public void An_opportunity_stays_on_a_process_that_has_been_retired()
    {
        var opportunity = _scene.Opportunity();
        var process = Process(opportunity);
        _scene.Become(process, LifecycleChoice.Retired);

        _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);
        Choose(opportunity, process);   // what the form sends when another column is saved

        Assert.Equal("Stage 2", _scene.StageOf(opportunity));
    }

    [Fact]
    public void A_closed_opportunity_keeps_its_process()
    {
        var opportunity = _scene.Opportunity();
        _scene.Lose(opportunity);

        Refused("The opportunity is closed: reopen it to choose another buying process (buy_processid).", () => Choose(opportunity, _other));
    }

    private void Refused(string sentence, Action save)
    {
        var before = _scene.Everything();

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(save);

        Assert.StartsWith(sentence, refusal.Detail.Message, StringComparison.Ordinal);
        Assert.Equal(before, _scene.Everything());
    }

    private void Choose(Guid opportunity, EntityReference? process) =>
        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.ProcessId, process);

    private EntityReference Process(Guid opportunity) => _scene.Row(opportunity).GetAttributeValue<EntityReference>(OpportunityTable.ProcessId);

    private static Guid QuestionOf(Entity answer) => answer.GetAttributeValue<EntityReference>(AnswerTable.QuestionId).Id;
}
