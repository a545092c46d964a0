using System.ServiceModel;
using System.Text.Json;
using BuyerPath.Domain.Focus;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

/// <summary>Win chance, hours and what they are worth, tiers and the week, as they are stored and given.</summary>
public sealed class FocusTests
{
    private readonly Scene _scene = new();
    private readonly EntityReference _process;

    public FocusTests()
    {
        _process = _scene.Process("deals", stages: 4);
        foreach (var stage in _scene.All(StageTable.LogicalName).Where(row => ((EntityReference)row[StageTable.ProcessId]).Id == _process.Id))
            _scene.Change(StageTable.LogicalName, stage.Id, StageTable.StartingWinChancePercent, (int)stage[StageTable.Order] * 10m);
    }

    [Fact]
    public void Before_there_is_history_the_chance_is_the_templates_and_says_so()
    {
        var opportunity = _scene.Opportunity(_process);

        Assert.Equal((10m, ChanceBasisChoice.Template), ChanceOf(opportunity));
        _scene.Answer(opportunity, _scene.QuestionsOf("deals", 1)[^1], AnswerValue.Yes, EvidenceGrade.Confirmed);
        Assert.Equal((20m, ChanceBasisChoice.Template), ChanceOf(opportunity));
    }

    [Fact]
    public void Once_a_calibration_is_accepted_the_chance_is_that_of_deals_like_it_and_the_active_process_stays()
    {
        foreach (var at in Enumerable.Range(0, 20))
        {
            var closed = _scene.Opportunity(_process);
            _scene.Clock.Advance(TimeSpan.FromDays(1));
            if (at % 4 == 0) _scene.Lose(closed);
            else _scene.Win(closed);
        }
        var opportunity = _scene.Opportunity(_process);
        var calibration = (Guid)_scene.Service.Execute(new OrganizationRequest(Calibrate.Name) { ["Target"] = _process })["CalibrationId"];
        Assert.Equal((10m, ChanceBasisChoice.Template), ChanceOf(opportunity));   // proposed is not accepted

        _scene.Service.Execute(new OrganizationRequest(AcceptCalibration.Name) { ["Target"] = new EntityReference(CalibrationTable.LogicalName, calibration) });
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        _scene.RecalculateJourneys();

        // 15 of 20: (15 + 1) / 30 = 0.5333; of no segment (15 + 5.333) / 30 = 0.6778; at this stage (15 + 6.778) / 30 = 0.7259
        Assert.Equal((72.6m, ChanceBasisChoice.History), ChanceOf(opportunity));
    }

    [Fact]
    public void An_hour_is_worth_chance_times_value_over_the_hours_that_are_left()
    {
        var opportunity = Deal(value: 10_000);
        Assert.Null(_scene.Row(opportunity).GetAttributeValue<decimal?>(OpportunityTable.ValuePerHour));

        var step = Step(opportunity, hours: 4);
        Assert.Equal((4m, 250m), HoursOf(opportunity));
        _scene.Change(StepTable.LogicalName, step, StepTable.EffortHours, 8m);
        Assert.Equal((8m, 125m), HoursOf(opportunity));
        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.EstimatedValue, new Money(20_000));
        Assert.Equal((8m, 250m), HoursOf(opportunity));
    }

    [Fact]
    public void The_segments_budget_is_left_in_the_share_of_the_stages_that_are()
    {
        var segment = _scene.Service.Create(new Entity(SegmentTable.LogicalName)
        {
            [SegmentTable.Name] = "Segment", [SegmentTable.Key] = "segment", [SegmentTable.Order] = 1, [SegmentTable.EffortHours] = 40m,
        });
        var opportunity = Deal(value: 10_000);

        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.SegmentId, new EntityReference(SegmentTable.LogicalName, segment));

        Assert.Equal((40m, 25m), HoursOf(opportunity));
        _scene.Answer(opportunity, _scene.QuestionsOf("deals", 1)[^1], AnswerValue.Yes, EvidenceGrade.Confirmed);
        Assert.Equal((30m, 66.67m), HoursOf(opportunity));
    }

    [Fact]
    public void The_night_compares_a_sellers_deals_and_writes_their_tiers()
    {
        var rich = Deal(value: 100_000);
        Step(rich, hours: 20);
        var middling = Deal(value: 50_000);
        foreach (var _ in Enumerable.Range(0, 6)) Step(middling, hours: 1);   // five hours are left for it: one more would bring something
        var poor = Deal(value: 100);
        Step(poor, hours: 20);
        _scene.Clock.Advance(TimeSpan.FromDays(1));

        _scene.RecalculateJourneys();

        Assert.Equal((FocusTierChoice.Now, FocusTierChoice.Now, FocusTierChoice.Later), (TierOf(rich), TierOf(middling), TierOf(poor)));
    }

    [Fact]
    public void Deals_of_different_sellers_are_not_compared()
    {
        var other = _scene.User("other", "Salesperson", "Buying process seller");
        var rich = Deal(value: 100_000);
        Step(rich, hours: 20);
        var poor = Deal(value: 100);
        Step(poor, hours: 20);
        _scene.Change(OpportunityTable.LogicalName, poor, OpportunityTable.OwnerId, new EntityReference("systemuser", other));
        _scene.Clock.Advance(TimeSpan.FromDays(1));

        _scene.RecalculateJourneys();

        Assert.Equal((FocusTierChoice.Now, FocusTierChoice.Now), (TierOf(rich), TierOf(poor)));
    }

    [Fact]
    public void Writing_tiers_calculates_nothing_again()
    {
        Step(Deal(value: 1_000), hours: 1);
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        _scene.RecalculateJourneys();

        Assert.Equal((0, 0), _scene.RecalculateJourneys());
    }

    [Fact]
    public void A_week_is_planned_for_the_caller_by_the_usual_hours()
    {
        var rich = Deal(value: 100_000, name: "rich");
        Step(rich, hours: 20);
        var poor = Deal(value: 100, name: "poor");
        Step(poor, hours: 20);

        using var week = Week();

        Assert.Equal((30.0, 15.0), (Number(week, "hours"), Number(week, "reservePercent")));
        Assert.Equal(["rich"], Names(week, "lines"));
        Assert.Equal(["poor"], Names(week, "left"));
        Assert.Equal(10_000, Number(week, "uplift"), 3);   // 10 % to 20 % of 100,000
    }

    [Fact]
    public void A_seller_plans_with_their_own_deals_and_a_manager_with_those_of_a_seller()
    {
        var seller = _scene.User("seller", "Salesperson", "Buying process seller");
        var colleague = _scene.User("colleague", "Salesperson", "Buying process seller");
        var manager = _scene.User("manager", "Sales Manager", "Buying process manager");
        var opportunity = Deal(value: 1_000, name: "theirs");
        Step(opportunity, hours: 1);
        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.OwnerId, new EntityReference("systemuser", seller));

        Assert.Equal(["theirs"], Names(Week(asUser: seller), "lines"));
        Assert.Equal(["theirs"], Names(Week(asUser: manager, of: seller), "lines"));
        Assert.Empty(Names(Week(asUser: colleague, of: seller), "lines"));
    }

    [Fact]
    public void A_promise_is_forced_in_and_a_step_without_hours_is_named()
    {
        var opportunity = Deal(value: 1_000, name: "deal");
        Step(opportunity, hours: 2, dueIn: 3);
        Step(opportunity, hours: null);

        using var week = Week(hours: 1);

        Assert.Equal(["deal"], Names(week, "lines"));
        Assert.Equal("promised", week.RootElement.GetProperty("lines")[0].GetProperty("reason").GetString());
        Assert.True(week.RootElement.GetProperty("overcommitted").GetBoolean());
        Assert.Equal(["deal"], Names(week, "withoutHours"));
    }

    [Fact]
    public void Planning_a_week_saves_nothing()
    {
        Step(Deal(value: 1_000), hours: 1);
        var before = _scene.Everything();

        Week().Dispose();

        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void There_are_no_more_hours_in_a_week_than_there_are() => Assert.Equal(
        "Hours is outside the week: give 0 to 168.",
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Week(hours: 169)).Detail.Message);

    private Guid Deal(int value, string name = "Deal")
    {
        var opportunity = _scene.Opportunity(_process);
        _scene.Service.Update(new Entity(OpportunityTable.LogicalName, opportunity) { [OpportunityTable.Name] = name, [OpportunityTable.EstimatedValue] = new Money(value) });
        return opportunity;
    }

    private Guid Step(Guid opportunity, decimal? hours, int? dueIn = null)
    {
        var step = _scene.NewStep(opportunity, PartyChoice.Us, dueIn);
        step[StepTable.EffortHours] = hours;
        return _scene.Service.Create(step);
    }

    private JsonDocument Week(decimal? hours = null, Guid? asUser = null, Guid? of = null)
    {
        var request = new OrganizationRequest(PlanWeek.Name);
        if (hours is { } some) request["Hours"] = some;
        if (of is { } user) request["UserId"] = user;
        var service = asUser is { } caller ? _scene.Organization.ServiceFor(caller) : _scene.Service;
        return JsonDocument.Parse((string)service.Execute(request)["Week"]);
    }

    private static double Number(JsonDocument week, string name) => week.RootElement.GetProperty(name).GetDouble();

    private static IEnumerable<string?> Names(JsonDocument week, string part) =>
        week.RootElement.GetProperty(part).EnumerateArray().Select(line => line.GetProperty("name").GetString());

    private (decimal?, ChanceBasisChoice?) ChanceOf(Guid opportunity) => (
        _scene.Row(opportunity).GetAttributeValue<decimal?>(OpportunityTable.WinChancePercent),
        Scene.Chosen<ChanceBasisChoice>(_scene.Row(opportunity), OpportunityTable.ChanceBasis));

    private (decimal?, decimal?) HoursOf(Guid opportunity) => (
        _scene.Row(opportunity).GetAttributeValue<decimal?>(OpportunityTable.RemainingHours),
        _scene.Row(opportunity).GetAttributeValue<decimal?>(OpportunityTable.ValuePerHour));

    private FocusTierChoice? TierOf(Guid opportunity) => Scene.Chosen<FocusTierChoice>(_scene.Row(opportunity), OpportunityTable.FocusTier);
}
