using System.ServiceModel;
using BuyerPath.Domain.Focus;
using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

/// <summary>What an admin decides for the whole environment.</summary>
public sealed class EnvironmentVariableTests
{
    private const string Definition = "environmentvariabledefinition";

    private readonly Scene _scene = new();

    [Fact]
    public void The_solution_brings_the_usual_settings()
    {
        var defaults = _scene.All(Definition).ToDictionary(row => (string)row["schemaname"], row => (string)row["defaultvalue"]);

        Assert.Equal([.. JourneySettings.Names, .. FocusSettings.Names, ProcessRules.DefaultProcessName], defaults.Keys.ToHashSet());
        Assert.Equal(JourneySettings.Usual, JourneySettings.Read(name => defaults[name]).Value);
        Assert.Equal(FocusSettings.Usual, FocusSettings.Read(name => defaults[name]).Value);
        Assert.Equal("classic6", defaults[ProcessRules.DefaultProcessName]);
    }

    [Fact]
    public void A_night_reads_those_of_journeys_and_those_of_weeks_once_however_many_opportunities_it_is_of()
    {
        foreach (var _ in Enumerable.Range(0, 30)) _scene.Opportunity();
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        _scene.Organization.Trace.Clear();

        Assert.Equal((30, 0), _scene.RecalculateJourneys());

        Assert.Equal(2, _scene.Organization.Trace.Entries.Count(entry => entry is { Kind: TraceKind.PluginCall, Table: Definition }));
    }

    [Theory]
    [InlineData(JourneySettings.TakenBackMinutesName, "an hour", "The environment variable buy_TakenBackMinutes is \"an hour\": give a whole number from 0 to 1440.")]
    [InlineData(JourneySettings.MissedDatesName, "0", "The environment variable buy_MissedDatesForNoDecision is \"0\": give a whole number from 1 to 20.")]
    [InlineData(JourneySettings.ClosingWithoutOutcomeName, "never", "The environment variable buy_ClosingWithoutOutcome is \"never\": give advice, flag or block.")]
    public void What_a_variable_may_not_be_is_refused_by_its_name(string name, string text, string sentence)
    {
        Set(name, text);

        Assert.Equal(sentence, Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Opportunity()).Detail.Message);
    }

    [Fact]
    public void An_opportunity_that_brings_no_process_begins_with_the_newest_active_version_of_the_default()
    {
        Set(ProcessRules.DefaultProcessName, "usual");
        var first = _scene.Process("usual", stages: 2);
        var second = _scene.Clone(first);
        _scene.Become(second, LifecycleChoice.Active);
        _scene.Clone(first);   // the third version is a draft

        var opportunity = _scene.OpportunityWithoutProcess();

        Assert.Equal(second, _scene.Row(opportunity)[OpportunityTable.ProcessId]);
        Assert.Equal("usual 1", _scene.StageOf(opportunity));
    }

    [Fact]
    public void A_process_that_is_brought_along_goes_before_the_default()
    {
        Set(ProcessRules.DefaultProcessName, "usual");
        _scene.Process("usual", stages: 2);

        Assert.Equal("Stage 1", _scene.StageOf(_scene.Opportunity()));
    }

    [Fact]
    public void Without_an_active_default_an_opportunity_begins_without_a_process_and_the_trace_says_so()
    {
        _scene.Process("classic6", stages: 2, lifecycle: LifecycleChoice.Draft);

        var opportunity = _scene.OpportunityWithoutProcess();

        Assert.Null(_scene.StageOf(opportunity));
        Assert.Contains(_scene.Organization.Trace.Entries, entry => entry is { Kind: TraceKind.Text }
            && entry.Text == "There is no active process of the key \"classic6\" (buy_DefaultProcess): the opportunity begins without one.");
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("31", 1)]
    [InlineData("30", 3)]   // less than so many minutes
    public void A_move_that_is_taken_back_in_time_leaves_no_visit(string? minutes, int visits)
    {
        if (minutes is not null) Set(JourneySettings.TakenBackMinutesName, minutes);
        var opportunity = _scene.Opportunity();
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        var answer = _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.Yes, EvidenceGrade.Confirmed);
        _scene.Clock.Advance(TimeSpan.FromMinutes(30));

        _scene.Service.Delete(AnswerTable.LogicalName, answer);

        Assert.Equal(visits, _scene.VisitsOf(opportunity).Count);
    }

    [Theory]
    [InlineData("1", OutcomeChoice.NoDecision)]
    [InlineData("2", null)]
    public void So_many_missed_dates_propose_no_decision(string dates, OutcomeChoice? proposed)
    {
        Set(JourneySettings.MissedDatesName, dates);
        var opportunity = _scene.Opportunity();
        var decision = _scene.NewStep(opportunity, PartyChoice.Customer, dueIn: 2);
        decision[StepTable.IsDecisionDate] = true;
        _scene.Service.Create(decision);
        _scene.Clock.Advance(TimeSpan.FromDays(9));

        _scene.RecalculateJourneys();

        Assert.Equal(proposed, Proposed(opportunity));
    }

    [Theory]
    [InlineData("advice", null)]
    [InlineData("flag", OutcomeChoice.NoDecision)]
    [InlineData(null, OutcomeChoice.NoDecision)]
    public void A_loss_without_an_outcome_is_mapped_and_where_wanted_flagged(string? level, OutcomeChoice? proposed)
    {
        if (level is not null) Set(JourneySettings.ClosingWithoutOutcomeName, level);
        var opportunity = _scene.Opportunity();

        _scene.Lose(opportunity);

        var row = _scene.Row(opportunity);
        Assert.Equal(OutcomeChoice.NoDecision, Scene.Chosen<OutcomeChoice>(row, OpportunityTable.Outcome));
        Assert.True(row.GetAttributeValue<bool>(OpportunityTable.IsOutcomeAssumed));
        Assert.Equal(proposed, Proposed(opportunity));
        Assert.Equal(proposed is not null, _scene.StoredJourney(opportunity)!.Contains("\"reason\":\"outcomeNotGiven\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loss_without_an_outcome_is_refused_where_an_admin_blocks_it_and_with_one_it_closes()
    {
        Set(JourneySettings.ClosingWithoutOutcomeName, "block");
        var opportunity = _scene.Opportunity();
        var before = _scene.Everything();

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Lose(opportunity));

        Assert.StartsWith("The outcome (buy_outcome) is missing: say how the customer's decision ended", refusal.Detail.Message, StringComparison.Ordinal);
        Assert.Equal(before, _scene.Everything());
        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.Outcome, Scene.Option(OutcomeChoice.WithdrawnByUs));
        _scene.Lose(opportunity);
        Assert.Null(Proposed(opportunity));
    }

    private OutcomeChoice? Proposed(Guid opportunity) => Scene.Chosen<OutcomeChoice>(_scene.Row(opportunity), OpportunityTable.ProposedOutcome);

    private void Set(string name, string text)
    {
        var definition = _scene.All(Definition).Single(row => (string)row["schemaname"] == name);
        _scene.Service.Create(new Entity("environmentvariablevalue")
        {
            ["environmentvariabledefinitionid"] = definition.ToEntityReference(),
            ["value"] = text,
        });
    }
}
