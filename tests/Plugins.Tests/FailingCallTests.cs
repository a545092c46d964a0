using System.ServiceModel;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

/// <summary>Whichever service call of a plugin fails, nothing of the request is saved: each call of each scenario fails once.</summary>
public sealed class FailingCallTests
{
    private readonly ScoredScene _scored = new();

    private readonly Scene _scene;

    public FailingCallTests() => _scene = _scored.Scene;

    /// <summary>What is done, and the least number of service calls that it takes: a scenario that ran no plugin would prove nothing.</summary>
    public static TheoryData<string, int> Scenarios => new()
    {
        { "answers are recorded", 8 },
        { "an answer is deleted", 4 },
        { "a step is done", 3 },
        { "a stakeholder joins", 3 },
        { "won", 3 },
        { "lost", 3 },
        { "reopened", 3 },
        { "a step is deleted", 3 },
        { "the process changes", 3 },
        { "a rating changes", 19 },
        { "an alternative is rated", 19 },
        { "the model changes", 19 },
        { "an account is assigned to its segment", 3 },
        { "a model is cloned", 8 },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Whichever_call_fails_nothing_is_saved(string scenario, int leastCalls)
    {
        var act = Prepare(scenario);
        var before = _scene.Everything();

        var calls = 0;
        while (Fails(act, at: calls + 1))
        {
            calls++;
            Assert.Equal(before, _scene.Everything());
        }

        Assert.NotEqual(before, _scene.Everything());
        Assert.True(calls >= leastCalls, $"Only {calls} calls were made.");
    }

    /// <summary>True when the call of that number was made, and failed; false when the request ended, well, before it.</summary>
    private bool Fails(Action act, int at)
    {
        var made = 0;
        _scene.BeforePluginCall = _ =>
        {
            if (++made == at) throw Fault.Of(ErrorCode.InvalidArgument, "The service call fails.");
        };
        try
        {
            act();
            Assert.True(made < at, $"Call {at} of {made} failed, and yet the request ended well.");
            return false;
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            Assert.True(made >= at, $"It failed by itself after {made} calls.");
            return true;
        }
        finally
        {
            _scene.BeforePluginCall = null;
        }
    }

    /// <summary>An opportunity with a history, and what shall be done to it.</summary>
    private Action Prepare(string scenario)
    {
        var opportunity = _scene.Opportunity();
        var answer = _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);
        var step = _scene.Step(opportunity, PartyChoice.Customer, dueIn: 3);
        var other = _scene.Process("other", stages: 2);
        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.ScoringModelId, _scored.Model);
        var rating = _scored.Rate(opportunity, "c1", RatingLevelChoice.Good);
        _scored.Rate(opportunity, "p1", RatingLevelChoice.Good);
        var alternative = _scored.Alternative(opportunity, AlternativeKindChoice.DoNothing);
        var clone = _scored.Clone(_scored.Model);
        _scored.Become(clone, LifecycleChoice.Active);
        var account = _scored.Account(employees: 5);
        _scored.Add(new Entity(SegmentTable.LogicalName)
        {
            [SegmentTable.Name] = "large", [SegmentTable.Key] = "large", [SegmentTable.Order] = 1, [SegmentTable.Rules] = $"{ScoredScene.Employees} > 250",
        });
        if (scenario == "reopened") _scene.Win(opportunity);
        _scene.Clock.Advance(TimeSpan.FromDays(2));

        return scenario switch
        {
            "answers are recorded" => () => _scene.Record(opportunity,
                _scene.NewAnswer(null, _scene.ExitFact(2), AnswerValue.Yes, EvidenceGrade.Confirmed),
                _scene.NewAnswer(null, _scene.Question(1), AnswerValue.No, EvidenceGrade.Did)),
            "an answer is deleted" => () => _scene.Service.Delete(AnswerTable.LogicalName, answer),
            "a step is done" => () => _scene.Done(step),
            "a stakeholder joins" => () => _scene.Stakeholder(opportunity, veto: true),
            "won" => () => _scene.Win(opportunity),
            "lost" => () => _scene.Lose(opportunity, status: 5),
            "reopened" => () => _scene.Reopen(opportunity),
            "a step is deleted" => () => _scene.Service.Delete(StepTable.LogicalName, step),
            "the process changes" => () => _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.ProcessId, other),
            "a rating changes" => () => _scene.Change(RatingTable.LogicalName, rating, RatingTable.Level, Scene.Option(RatingLevelChoice.Disproved)),
            "an alternative is rated" => () => _scored.RateAlternative(alternative, "c1", RatingLevelChoice.Plausible),
            "the model changes" => () => _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.ScoringModelId, clone),
            "an account is assigned to its segment" => () => _scene.Change(AccountTable.LogicalName, account.Id, ScoredScene.Employees, 500),
            "a model is cloned" => () => _scored.Clone(_scored.Model),
            _ => throw new ArgumentOutOfRangeException(nameof(scenario)),
        };
    }
}
