using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Plugins.Tests;

/// <summary>What a save costs, counted in the plugins' service calls: the measure that holds on every machine.</summary>
public sealed class ServiceCallTests
{
    private const int Stages = 5;

    private readonly Scene _scene = new();

    [Fact]
    public void One_answer_costs_the_same_whatever_the_number_of_answers()
    {
        var opportunity = _scene.Opportunity(_scene.Process("wide", Stages, questionsPerStage: 20));
        var questions = Enumerable.Range(1, Stages).SelectMany(stage => _scene.QuestionsOf("wide", stage)).ToList();

        // The same stage throughout: a move would add the writes of a visit.
        var first = ServiceCalls.Of(_scene, () => _scene.Answer(opportunity, questions[0], AnswerValue.Unknown, null));
        foreach (var question in questions.Skip(1).SkipLast(1))
            _scene.Answer(opportunity, question, AnswerValue.Unknown, null);
        var hundredth = ServiceCalls.Of(_scene, () => _scene.Answer(opportunity, questions[^1], AnswerValue.Unknown, null));

        Assert.Equal(first, hundredth);
        Assert.Equal(new ServiceCalls(Reads: 11, Writes: 2), first);
    }

    [Fact]
    public void A_thousand_answers_over_a_hundred_opportunities_read_as_often_as_ten_over_one()
    {
        var process = _scene.Process("wide", Stages, questionsPerStage: 2);
        var questions = Enumerable.Range(1, Stages).SelectMany(stage => _scene.QuestionsOf("wide", stage)).ToList();
        var one = new[] { _scene.Opportunity(process) };
        var hundred = Enumerable.Range(0, 100).Select(_ => _scene.Opportunity(process)).ToArray();

        var small = ServiceCalls.Of(_scene, () => Save(one));
        var large = ServiceCalls.Of(_scene, () => Save(hundred));

        Assert.Equal(10, questions.Count);
        Assert.Equal(small.Reads, large.Reads);
        Assert.Equal(100 * small.Writes, large.Writes);

        void Save(Guid[] opportunities) => _scene.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([.. from opportunity in opportunities from question in questions
                                               select _scene.NewAnswer(opportunity, question, AnswerValue.Yes, EvidenceGrade.Did)])
            {
                EntityName = AnswerTable.LogicalName,
            },
        });
    }

    [Fact]
    public void Recording_several_answers_recalculates_once()
    {
        var opportunity = _scene.Opportunity();

        var calls = ServiceCalls.Of(_scene, () => _scene.Record(opportunity,
            _scene.NewAnswer(null, _scene.Question(1), AnswerValue.Unknown, null),
            _scene.NewAnswer(null, _scene.Question(2), AnswerValue.Unknown, null)));

        Assert.Equal(new ServiceCalls(Reads: 12, Writes: 2 + 2), calls);
    }
}
