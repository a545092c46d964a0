using System.ServiceModel;
using System.Text.Json;
using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Plugins.Tests;

/// <summary>What closed opportunities teach, through the Custom APIs.</summary>
public sealed class CalibrateTests
{
    private const string Telling = "s1.1";

    private readonly Scene _scene = new();
    private readonly EntityReference _process;

    public CalibrateTests() => _process = _scene.Process("history", stages: 3);

    [Fact]
    public void Too_few_closed_deals_are_refused_with_the_reason_and_the_calibration_says_so()
    {
        Close(9);

        var (id, _, left, summary) = Calibrate();

        Assert.Equal(0, left);
        Assert.Equal("9 deals of the process are closed: a calibration needs 10.", summary);
        Assert.Equal(CalibrationStateChoice.Refused, StateOf(id));
        Refused(() => Accept(id), "The calibration is refused: only one that is proposed can be accepted.");
    }

    [Fact]
    public void A_few_deals_propose_figures_without_weights_and_say_why()
    {
        Close(20);

        var (id, read, left, summary) = Calibrate();

        Assert.Equal((20, 0), (read, left));
        Assert.StartsWith("20 closed deals: 10 ended Go, 10 without a decision.", summary, StringComparison.Ordinal);
        Assert.Contains("No weights of questions are proposed. 10 closed deals ended Go: proposing weights needs 40", summary, StringComparison.Ordinal);
        Assert.Equal(CalibrationStateChoice.Proposed, StateOf(id));
        var (process, model) = Accept(id);
        Assert.Equal((null, null), (process, model));
        Assert.Equal(CalibrationStateChoice.Accepted, StateOf(id));
    }

    [Fact]
    public void Weights_that_history_proposes_become_a_draft_when_accepted_and_the_active_process_stays_as_it_is()
    {
        Close(100);
        var before = WeightsOf(_process.Id);

        var (id, summary) = CalibrateAll(most: 60);
        var (process, _) = Accept(id);

        Assert.Contains("Weights of questions: 3 of 3 would change.", summary, StringComparison.Ordinal);
        Assert.Equal(before, WeightsOf(_process.Id));
        Assert.NotNull(process);
        var draft = _scene.Row(ProcessTable.LogicalName, process.Value);
        Assert.Equal((LifecycleChoice.Draft, 2), (Scene.Chosen<LifecycleChoice>(draft, ProcessTable.Lifecycle), draft.GetAttributeValue<int>(ProcessTable.Version)));
        var proposed = ProposedWeights(id);
        Assert.Equal(proposed, WeightsOf(process.Value).Where(weight => proposed.ContainsKey(weight.Key)).ToDictionary());
        Assert.Equal(4, WeightsOf(process.Value)["s1.2"]);   // the exit fact keeps its weight
        Assert.All(proposed, weight => Assert.InRange(weight.Value, 1, 3));
    }

    [Fact]
    public void A_call_reads_a_page_and_the_next_goes_on_where_it_ended_through_two_readings()
    {
        Close(100);

        var calls = Enumerable.Range(0, 6).Select(_ => Calibrate(most: 40)).ToList();

        Assert.Equal([40, 40, 20, 40, 40, 20], calls.Select(call => call.Read));
        Assert.Equal([160, 120, 100, 60, 20, 0], calls.Select(call => call.Left));
        Assert.Single(calls.Select(call => call.Id).Distinct());
        Assert.All(calls.SkipLast(1), call => Assert.Equal("", call.Summary));
        Assert.Equal(CalibrationStateChoice.Proposed, StateOf(calls[0].Id));
    }

    [Fact]
    public void In_pages_it_comes_to_the_same_as_at_once()
    {
        Close(100);

        var (paged, _) = CalibrateAll(most: 7);
        var (whole, _) = CalibrateAll(most: 1000);

        Assert.NotEqual(paged, whole);
        Assert.Equal(Text(paged, CalibrationTable.Proposal), Text(whole, CalibrationTable.Proposal));
        Assert.Equal(Text(paged, CalibrationTable.Chances), Text(whole, CalibrationTable.Chances));
    }

    [Fact]
    public void A_call_that_breaks_loses_its_page_and_nothing_else()
    {
        Close(30);
        Calibrate(most: 10);
        var calls = 0;
        _scene.BeforePluginCall = request =>
        {
            if (request is UpdateRequest { Target.LogicalName: CalibrationTable.LogicalName } && ++calls == 2) // the first is the lock
                throw Fault.Of(ErrorCode.InvalidArgument, "The database did not answer.");
        };

        Assert.ThrowsAny<FaultException>(() => Calibrate(most: 10));
        _scene.BeforePluginCall = null;
        var second = Calibrate(most: 10);
        var last = Calibrate(most: 10);

        Assert.Equal((10, 40), (second.Read, second.Left));
        Assert.Equal((10, 0), (last.Read, last.Left));
        Assert.StartsWith("30 closed deals: ", last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_reads_Finnish_is_told_in_Finnish_what_history_says()
    {
        Close(30);
        _scene.Reads(1035);

        var (id, summary) = CalibrateAll(most: 50);

        Assert.StartsWith("30 suljettua kauppaa: ", summary, StringComparison.Ordinal);
        Assert.Contains("Painoja (kysymykset) ei ehdoteta. ", summary, StringComparison.Ordinal);
        Assert.Equal(summary, Text(id, CalibrationTable.Summary));
        Assert.Contains("Muuten päättyi", Text(id, CalibrationTable.Proposal), StringComparison.Ordinal);
    }

    [Fact]
    public void Deals_that_close_while_it_runs_count_the_next_time()
    {
        Close(20);
        Calibrate(most: 10);
        _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        Close(5);

        var (_, summary) = CalibrateAll(most: 10);

        Assert.StartsWith("20 closed deals: ", summary, StringComparison.Ordinal);
        Assert.StartsWith("25 closed deals: ", CalibrateAll(most: 50).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Deals_of_older_versions_count_by_the_keys_of_stages_and_questions()
    {
        Close(60);
        var next = _scene.Clone(_process);
        _scene.Become(next, LifecycleChoice.Active);
        Close(60, next);

        var (id, summary) = CalibrateAll(most: 1000, next);

        Assert.StartsWith("120 closed deals: ", summary, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Text(id, CalibrationTable.Proposal));
        Assert.Equal(120, json.RootElement.GetProperty("stages")[0].GetProperty("deals").GetInt32());
        Assert.Equal(120, json.RootElement.GetProperty("questions").GetProperty("weights")[0].GetProperty("deals").GetInt32());
    }

    [Fact]
    public void A_newer_calibration_supersedes_the_accepted_one_of_the_same_process()
    {
        Close(12);
        var first = Calibrate().Id;
        Accept(first);
        var second = Calibrate().Id;
        Accept(second);

        Assert.Equal((CalibrationStateChoice.Superseded, CalibrationStateChoice.Accepted), (StateOf(first), StateOf(second)));
        Refused(() => Accept(second), "The calibration is accepted: only one that is proposed can be accepted.");
    }

    [Theory]
    [InlineData("Buying process administrator", true)]
    [InlineData("Buying process seller", false)]
    [InlineData("Buying process manager", false)]
    public void An_administrator_calibrates_and_accepts_and_nobody_else(string role, bool may)
    {
        Close(12);
        var user = _scene.Organization.ServiceFor(_scene.User("somebody", "Salesperson", role));

        if (may)
        {
            var id = Calibrate(service: user).Id;
            Accept(id, user);
            Assert.Equal(CalibrationStateChoice.Accepted, StateOf(id));
        }
        else
        {
            var before = _scene.Everything();
            Assert.ThrowsAny<FaultException>(() => Calibrate(service: user));
            Assert.Equal(before, _scene.Everything());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void How_many_it_reads_in_a_call_is_bounded(int most) =>
        Refused(() => Calibrate(most), $"Most is {most}: give a number from 1 to 1000, or leave it out for 500.");

    /// <summary>Every other deal is won. Of ten won, eight said yes to the telling question; of ten others, two.</summary>
    private void Close(int deals, EntityReference? process = null)
    {
        var questions = _scene.All(QuestionTable.LogicalName).Where(row => row[QuestionTable.Key] is string).ToLookup(row => (string)row[QuestionTable.Key]);
        var stages = _scene.All(StageTable.LogicalName).ToDictionary(row => row.Id, row => ((EntityReference)row[StageTable.ProcessId]).Id);
        var chance = new Random(5);
        for (var at = 0; at < deals; at++)
        {
            var won = at % 2 == 0;
            var opportunity = _scene.Opportunity(process ?? _process);
            _scene.Service.Execute(new CreateMultipleRequest
            {
                Targets = new EntityCollection([
                    Answer(opportunity, Telling, chance.Next(10) < (won ? 8 : 2)),
                    Answer(opportunity, "s2.1", chance.Next(2) == 0),
                    Answer(opportunity, "s3.1", chance.Next(2) == 0),
                ]) { EntityName = AnswerTable.LogicalName },
            });
            if (won) _scene.Win(opportunity);
            else _scene.Lose(opportunity);
        }

        Entity Answer(Guid opportunity, string key, bool yes)
        {
            var question = questions[key].Single(row => stages[((EntityReference)row[QuestionTable.StageId]).Id] == (process ?? _process).Id);
            return _scene.NewAnswer(opportunity, question.ToEntityReference(), yes ? AnswerValue.Yes : AnswerValue.No, EvidenceGrade.Did);
        }
    }

    private (Guid Id, int Read, int Left, string Summary) Calibrate(int? most = null, EntityReference? process = null, IOrganizationService? service = null)
    {
        var request = new OrganizationRequest(Api.Calibrate.Name) { ["Target"] = process ?? _process };
        if (most is { } limit) request["Most"] = limit;
        var response = (service ?? _scene.Service).Execute(request);
        return ((Guid)response["CalibrationId"], (int)response["Read"], (int)response["Left"], (string)response["Summary"]);
    }

    private (Guid Id, string Summary) CalibrateAll(int most, EntityReference? process = null)
    {
        while (true)
        {
            var (id, _, left, summary) = Calibrate(most, process);
            if (left == 0) return (id, summary);
        }
    }

    private (Guid? Process, Guid? Model) Accept(Guid id, IOrganizationService? service = null)
    {
        var response = (service ?? _scene.Service).Execute(new OrganizationRequest(AcceptCalibration.Name)
        {
            ["Target"] = new EntityReference(CalibrationTable.LogicalName, id),
        });
        return (Id("ProcessId"), Id("ScoringModelId"));

        Guid? Id(string name) => response.Results.TryGetValue(name, out var value) ? (Guid?)value : null;
    }

    private static void Refused(Action call, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FaultException<OrganizationServiceFault>>(call).Detail.Message);

    private CalibrationStateChoice? StateOf(Guid id) => Scene.Chosen<CalibrationStateChoice>(_scene.Row(CalibrationTable.LogicalName, id), CalibrationTable.State);

    private string Text(Guid id, string column) => (string)_scene.Row(CalibrationTable.LogicalName, id)[column];

    private Dictionary<string, int> ProposedWeights(Guid id)
    {
        using var json = JsonDocument.Parse(Text(id, CalibrationTable.Proposal));
        return json.RootElement.GetProperty("questions").GetProperty("weights").EnumerateArray()
            .ToDictionary(weight => weight.GetProperty("key").GetString()!, weight => weight.GetProperty("new").GetInt32());
    }

    private Dictionary<string, int> WeightsOf(Guid process)
    {
        var stages = _scene.All(StageTable.LogicalName).Where(row => ((EntityReference)row[StageTable.ProcessId]).Id == process).Select(row => row.Id).ToHashSet();
        return _scene.All(QuestionTable.LogicalName)
            .Where(row => stages.Contains(((EntityReference)row[QuestionTable.StageId]).Id))
            .ToDictionary(row => (string)row[QuestionTable.Key], row => (int)row[QuestionTable.Weight]);
    }
}
