using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

public sealed class TakeSnapshotsTests
{
    private readonly Scene _scene = new();   // begins on a Monday

    [Fact]
    public void Each_open_opportunity_gets_one_a_week_however_often_it_is_called()
    {
        var open = new[] { _scene.Opportunity(), _scene.OpportunityWithoutProcess() };
        _scene.Win(_scene.Opportunity());

        Assert.Equal((2, 0), Take());
        _scene.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal((0, 0), Take());
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((2, 0), Take());

        Assert.Equal(4, Weekly().Count);
        Assert.Equal(open.Order(), Weekly().Select(row => ((EntityReference)row[ScoreSnapshotTable.OpportunityId]).Id).Distinct().Order());
    }

    [Fact]
    public void It_goes_on_where_it_ended()
    {
        foreach (var _ in Enumerable.Range(0, 5)) _scene.Opportunity();

        Assert.Equal([(2, 3), (2, 1), (1, 0), (0, 0)], Enumerable.Range(0, 4).Select(_ => Take(most: 2)));
    }

    [Fact]
    public void It_says_what_the_deal_is_like_and_leaves_the_opportunity_as_it_is()
    {
        var opportunity = _scene.Opportunity();
        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.EstimatedValue, new Money(500));
        var before = _scene.Row(opportunity)[OpportunityTable.CalculatedOn];
        _scene.Clock.Advance(TimeSpan.FromHours(1));

        Take();

        var snapshot = Assert.Single(Weekly());
        Assert.Equal("Stage 1", ((EntityReference)snapshot[ScoreSnapshotTable.StageId]).Name);
        Assert.Equal(500m, Scene.Shown(snapshot[ScoreSnapshotTable.EstimatedValue]));
        Assert.Equal(_scene.Now, snapshot[ScoreSnapshotTable.TakenOn]);
        Assert.Equal(before, _scene.Row(opportunity)[OpportunityTable.CalculatedOn]);
    }

    private (int Taken, int Left) Take(int? most = null)
    {
        var request = new OrganizationRequest(TakeSnapshots.Name);
        if (most is { } limit) request["Most"] = limit;
        var response = _scene.Service.Execute(request);
        return ((int)response["Taken"], (int)response["Left"]);
    }

    private List<Entity> Weekly() => [.. _scene.All(ScoreSnapshotTable.LogicalName)
        .Where(row => Scene.Chosen<SnapshotCauseChoice>(row, ScoreSnapshotTable.Cause) == SnapshotCauseChoice.Weekly)];
}
