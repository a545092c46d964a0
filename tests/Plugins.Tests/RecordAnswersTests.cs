using System.ServiceModel;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class RecordAnswersTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void It_returns_the_journey_that_is_stored()
    {
        var opportunity = _scene.Opportunity();

        var journey = _scene.Record(opportunity, _scene.NewAnswer(null, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed));

        Assert.Equal(_scene.Row(opportunity)[OpportunityTable.Journey], journey);
        Assert.Equal("Stage 2", _scene.StageOf(opportunity));
    }

    [Fact]
    public void It_replaces_an_answer_that_is_there()
    {
        var opportunity = _scene.Opportunity();
        _scene.Record(opportunity, _scene.NewAnswer(null, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed));

        _scene.Record(opportunity, _scene.NewAnswer(null, _scene.ExitFact(1), AnswerValue.No, EvidenceGrade.Did));

        var answer = Assert.Single(_scene.All(AnswerTable.LogicalName));
        Assert.Equal((int)AnswerValueChoice.No, answer.GetAttributeValue<OptionSetValue>(AnswerTable.Value).Value);
        Assert.Equal("Stage 1", _scene.StageOf(opportunity));
    }

    [Fact]
    public void It_brings_back_an_answer_that_was_deactivated()
    {
        var opportunity = _scene.Opportunity();
        var answer = _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.No, EvidenceGrade.Did);
        _scene.Service.Update(new Entity(AnswerTable.LogicalName, answer)
        {
            [AnswerTable.StateCode] = new OptionSetValue(1),
            [AnswerTable.StatusCode] = new OptionSetValue(2),
        });

        _scene.Record(opportunity, _scene.NewAnswer(null, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed));

        Assert.Equal("Stage 2", _scene.StageOf(opportunity));
    }

    [Fact]
    public void Several_answers_move_the_position_once()
    {
        var opportunity = _scene.Opportunity();
        _scene.Clock.Advance(TimeSpan.FromDays(2));

        _scene.Record(opportunity,
            _scene.NewAnswer(null, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed),
            _scene.NewAnswer(null, _scene.ExitFact(2), AnswerValue.Yes, EvidenceGrade.Confirmed));

        Assert.Equal(["Stage 1", "Stage 3"], _scene.VisitsOf(opportunity).Select(visit => visit[StageVisitTable.Name]));
    }

    [Theory]
    [InlineData("twice", "answered twice in one call")]
    [InlineData("none", "Answers is empty")]
    [InlineData("noQuestion", "Question (buy_questionid) is missing")]
    [InlineData("stranger", "is not one of the buying process")]
    public void Bad_calls_are_refused_and_nothing_is_saved(string call, string sentence)
    {
        var opportunity = _scene.Opportunity();
        _scene.Process("other", stages: 2);
        var yes = _scene.NewAnswer(null, _scene.Question(1), AnswerValue.Yes, EvidenceGrade.Did);
        var noQuestion = new Entity(AnswerTable.LogicalName) { [AnswerTable.Value] = Scene.Option(AnswerValueChoice.Yes) };
        var stranger = _scene.NewAnswer(null, _scene.QuestionsOf("other", 1)[0], AnswerValue.Yes, EvidenceGrade.Did);
        Entity[] answers = call switch { "twice" => [yes, yes], "none" => [], "noQuestion" => [noQuestion], _ => [yes, stranger] };
        var before = _scene.Everything();

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Record(opportunity, answers));

        Assert.Contains(sentence, refusal.Detail.Message, StringComparison.Ordinal);
        Assert.Equal(before, _scene.Everything());
    }
}
