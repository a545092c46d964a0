using System.ServiceModel;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class OpportunitiesFollowTheirModelTests
{
    private readonly ScoredScene _scored = new();
    private readonly Scene _scene;

    public OpportunitiesFollowTheirModelTests() => _scene = _scored.Scene;

    [Fact]
    public void Only_an_active_model_can_be_chosen()
    {
        var draft = _scored.NewModel("draft", LifecycleChoice.Draft);

        Assert.Equal("draft is a draft: choose an active scoring model.", RefusalOf(() => _scored.Opportunity(draft)));
        Assert.Equal("draft is a draft: choose an active scoring model.", RefusalOf(() => _scene.Service.Create(new Entity(OpportunityTable.LogicalName)
        {
            [OpportunityTable.Name] = "Opportunity",
            [OpportunityTable.ScoringModelId] = draft,
        })));
    }

    [Fact]
    public void Another_model_keeps_ratings_of_the_same_keys_and_its_own_score()
    {
        var opportunity = _scored.Opportunity();
        _scored.Rate(opportunity, "p1", RatingLevelChoice.Proven);
        _scored.Rate(opportunity, "c2", RatingLevelChoice.Good);
        var clone = _scored.Clone(_scored.Model);
        _scored.Become(clone, LifecycleChoice.Active);
        _scene.Clock.Advance(TimeSpan.FromDays(1));

        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.ScoringModelId, clone);

        Assert.Equal(4, _scene.All(RatingTable.LogicalName).Count);
        Assert.Equal(100m, _scene.Row(opportunity)[OpportunityTable.ProviderScorePercent]);
        Assert.Equal(75m, _scene.Row(opportunity)[OpportunityTable.CustomerScorePercent]);
    }

    [Fact]
    public void Without_a_model_scores_and_verdict_are_empty_and_a_snapshot_says_so()
    {
        var opportunity = _scored.Opportunity();
        _scene.Clock.Advance(TimeSpan.FromDays(1));

        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.ScoringModelId, null);

        Assert.Equal((null, null, null, null, null), _scored.ScoreOf(opportunity));
        Assert.Equal((SnapshotCauseChoice.ScoreChanged, null, null), _scored.SnapshotsOf(opportunity)[^1]);
    }

    [Fact]
    public void The_model_of_a_closed_opportunity_stays()
    {
        var opportunity = _scored.Opportunity();
        _scene.Lose(opportunity);

        Assert.Equal(
            "The opportunity is closed: reopen it to choose another scoring model (buy_scoringmodelid).",
            RefusalOf(() => _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.ScoringModelId, null)));
    }

    [Fact]
    public void A_draft_becomes_active_only_when_it_is_complete_and_its_columns_are_there()
    {
        var draft = _scored.NewModel("draft", LifecycleChoice.Draft);
        var criterion = ScoredScene.NewCriterion(draft, "p", SideChoice.Provider, 1);
        criterion[CriterionTable.Level2] = null;
        _scored.Add(criterion);

        var gaps = RefusalOf(() => _scored.Become(draft, LifecycleChoice.Active));
        Assert.Contains("does not say what level 2 means", gaps, StringComparison.Ordinal);
        Assert.Contains("no criterion on the customer side", gaps, StringComparison.Ordinal);

        var other = _scored.NewModel("other", LifecycleChoice.Draft);
        _scored.Add(ScoredScene.NewCriterion(other, "p", SideChoice.Provider, 1));
        _scored.Add(ScoredScene.NewColumnCriterion(other, "c", SideChoice.Customer, CriterionTableChoice.Account, "nosuchcolumn"));
        Assert.Contains("nosuchcolumn", RefusalOf(() => _scored.Become(other, LifecycleChoice.Active)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_followed_model_does_not_change_and_its_clone_does()
    {
        _scored.Opportunity();

        Assert.Contains(
            "Opportunities follow model, so buy_weight cannot change",
            RefusalOf(() => _scene.Change(CriterionTable.LogicalName, _scored.Criterion("p1").Id, CriterionTable.Weight, 7)), StringComparison.Ordinal);
        Assert.Contains(
            "Opportunities follow model, so buy_borderpercent cannot change",
            RefusalOf(() => _scene.Change(ScoringModelTable.LogicalName, _scored.Model.Id, ScoringModelTable.BorderPercent, 50m)), StringComparison.Ordinal);
        Assert.Contains(
            "Opportunities follow model",
            RefusalOf(() => _scored.Add(ScoredScene.NewCriterion(_scored.Model, "new", SideChoice.Provider, 1))), StringComparison.Ordinal);

        var clone = _scene.Row(ScoringModelTable.LogicalName, _scored.Clone(_scored.Model).Id);
        Assert.Equal(2, clone[ScoringModelTable.Version]);
        Assert.Equal(LifecycleChoice.Draft, Scene.Chosen<LifecycleChoice>(clone, ScoringModelTable.Lifecycle));
        _scene.Change(ScoringModelTable.LogicalName, clone.Id, ScoringModelTable.BorderPercent, 50m);
    }

    [Fact]
    public void Cloning_reads_three_times_and_writes_each_row_once() =>
        Assert.Equal(new ServiceCalls(Reads: 3, Writes: 1 + 4), ServiceCalls.Of(_scene, () => _scored.Clone(_scored.Model)));

    private static string RefusalOf(Action save) => Assert.Throws<FaultException<OrganizationServiceFault>>(save).Detail.Message;
}
