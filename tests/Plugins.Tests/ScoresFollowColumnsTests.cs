using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class ScoresFollowColumnsTests
{
    private readonly ScoredScene _scored = new();
    private readonly Scene _scene;
    private readonly EntityReference _account;
    private readonly Guid _opportunity;

    public ScoresFollowColumnsTests()
    {
        _scene = _scored.Scene;
        var model = _scored.NewModel("columns", LifecycleChoice.Draft);
        _scored.Add(ScoredScene.NewColumnCriterion(model, "value", SideChoice.Provider, CriterionTableChoice.Opportunity, OpportunityTable.EstimatedValue));
        _scored.Add(ScoredScene.NewColumnCriterion(model, "size", SideChoice.Customer, CriterionTableChoice.Account, ScoredScene.Employees));
        _scored.Become(model, LifecycleChoice.Active);
        _account = _scored.Account(employees: 20);
        _opportunity = _scored.Opportunity(model, _account);
    }

    [Fact]
    public void A_column_of_the_opportunity_moves_its_score()
    {
        _scene.Change(OpportunityTable.LogicalName, _opportunity, OpportunityTable.EstimatedValue, new Money(30));

        Assert.Equal(75m, _scene.Row(_opportunity)[OpportunityTable.ProviderScorePercent]);
    }

    [Fact]
    public void A_column_of_the_account_moves_the_scores_of_its_open_opportunities()
    {
        Assert.Equal(50m, _scene.Row(_opportunity)[OpportunityTable.CustomerScorePercent]);

        _scene.Change(AccountTable.LogicalName, _account.Id, ScoredScene.Employees, 40);
        Assert.Equal(100m, _scene.Row(_opportunity)[OpportunityTable.CustomerScorePercent]);

        _scene.Win(_opportunity);
        _scene.Change(AccountTable.LogicalName, _account.Id, ScoredScene.Employees, 0);
        Assert.Equal(100m, _scene.Row(_opportunity)[OpportunityTable.CustomerScorePercent]);
    }

    [Fact]
    public void Another_account_moves_the_score()
    {
        _scene.Change(OpportunityTable.LogicalName, _opportunity, OpportunityTable.ParentAccountId, _scored.Account(employees: 30));

        Assert.Equal(75m, _scene.Row(_opportunity)[OpportunityTable.CustomerScorePercent]);
    }

    [Fact]
    public void A_save_that_no_criterion_reads_costs_one_query_and_writes_nothing() =>
        Assert.Equal(new ServiceCalls(Reads: 1, Writes: 0), ServiceCalls.Of(_scene, () =>
            _scene.Change(OpportunityTable.LogicalName, _opportunity, OpportunityTable.Name, "Another name")));
}
