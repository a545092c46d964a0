using System.ServiceModel;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class AccountsFindTheirSegmentTests
{
    private readonly ScoredScene _scored = new();
    private readonly Scene _scene;
    private readonly EntityReference _large;
    private readonly EntityReference _rest;

    public AccountsFindTheirSegmentTests()
    {
        _scene = _scored.Scene;
        _large = Segment("large", 10, $"{ScoredScene.Employees} >= 250", model: _scored.Model);
        _rest = Segment("rest", 20, null);
    }

    [Fact]
    public void A_new_account_goes_to_the_first_segment_whose_rules_hold()
    {
        Assert.Equal(_large.Id, SegmentOf(_scored.Account(employees: 250)));
        Assert.Equal(_rest.Id, SegmentOf(_scored.Account(employees: 249)));
        Assert.Equal(_rest.Id, SegmentOf(_scored.Account()));
    }

    [Fact]
    public void A_change_of_a_column_that_rules_read_moves_the_account_and_another_does_not()
    {
        var account = _scored.Account(employees: 10);
        _scene.Change(AccountTable.LogicalName, account.Id, AccountTable.SegmentId, _large);   // by hand

        _scene.Change(AccountTable.LogicalName, account.Id, AccountTable.Name, "Renamed");
        Assert.Equal(_large.Id, SegmentOf(account));

        _scene.Change(AccountTable.LogicalName, account.Id, ScoredScene.Employees, 11);
        Assert.Equal(_rest.Id, SegmentOf(account));
    }

    [Fact]
    public void A_rule_that_cannot_be_read_is_refused_with_its_line() => Assert.Contains(
        "Rules (buy_rules), line 2",
        RefusalOf(() => Segment("bad", 30, $"{ScoredScene.Employees} >= 250\nlarge ones")), StringComparison.Ordinal);

    [Fact]
    public void A_column_that_accounts_do_not_have_is_refused_by_name() =>
        Assert.Contains("nosuchcolumn", RefusalOf(() => Segment("bad", 30, "nosuchcolumn = 1")), StringComparison.Ordinal);

    [Fact]
    public void A_new_opportunity_gets_segment_process_and_newest_active_model_of_its_account()
    {
        var second = _scored.Clone(_scored.Model);
        _scored.Become(second, LifecycleChoice.Active);

        var row = _scene.Row(Opportunity(_scored.Account(employees: 900)));

        Assert.Equal(_large.Id, row.GetAttributeValue<EntityReference>(OpportunityTable.SegmentId).Id);
        Assert.Equal(second.Id, row.GetAttributeValue<EntityReference>(OpportunityTable.ScoringModelId).Id);
        Assert.Equal(VerdictChoice.Ask, Scene.Chosen<VerdictChoice>(row, OpportunityTable.Verdict));
    }

    [Fact]
    public void What_the_opportunity_brings_stands()
    {
        var process = _scene.Process("brought", stages: 2);
        Segment("first", 1, null, process: _scene.Process("of the segment", stages: 2));
        var account = _scored.Account();

        Assert.Equal("of the segment 1", _scene.StageOf(Opportunity(account)));
        Assert.Equal("brought 1", _scene.StageOf(Opportunity(account, process)));
    }

    [Fact]
    public void Existing_accounts_are_assigned_in_parts_until_none_is_left()
    {
        for (var count = 0; count < 5; count++) _scored.Account(employees: 300);
        _scene.Change(SegmentTable.LogicalName, _large.Id, SegmentTable.Rules, $"{ScoredScene.Employees} >= 1000");

        Assert.Equal((2, 3), Assign(2));
        Assert.Equal((3, 0), Assign(null));
        Assert.Equal((0, 0), Assign(null));
        Assert.All(_scene.All(AccountTable.LogicalName), account => Assert.Equal(_rest.Id, account.GetAttributeValue<EntityReference>(AccountTable.SegmentId).Id));
    }

    private (int Assigned, int Left) Assign(int? most)
    {
        var request = new OrganizationRequest(AssignSegments.Name);
        if (most is { } limit) request["Most"] = limit;
        var response = _scene.Service.Execute(request);
        return ((int)response["Assigned"], (int)response["Left"]);
    }

    private Guid Opportunity(EntityReference account, EntityReference? process = null) => _scene.Service.Create(new Entity(OpportunityTable.LogicalName)
    {
        [OpportunityTable.Name] = "Opportunity",
        [OpportunityTable.ParentAccountId] = account,
        [OpportunityTable.ProcessId] = process,
    });

    private EntityReference Segment(string key, int order, string? rules, EntityReference? model = null, EntityReference? process = null) =>
        _scored.Add(new Entity(SegmentTable.LogicalName)
        {
            [SegmentTable.Name] = key,
            [SegmentTable.Key] = key,
            [SegmentTable.Order] = order,
            [SegmentTable.Rules] = rules,
            [SegmentTable.ProcessId] = process,
            [SegmentTable.ScoringModelId] = model,
        });

    private Guid? SegmentOf(EntityReference account) =>
        _scene.Row(AccountTable.LogicalName, account.Id).GetAttributeValue<EntityReference>(AccountTable.SegmentId)?.Id;

    private static string RefusalOf(Action save) => Assert.Throws<FaultException<OrganizationServiceFault>>(save).Detail.Message;
}
