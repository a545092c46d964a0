using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Tests;

/// <summary>What the charts and dashboards of the packed solution draw.</summary>
public sealed class ChartTests
{
    private const int English = 1033;

    private readonly Scene _scene = new();

    [Fact]
    public void Every_chart_is_answered() =>
        Assert.All(_scene.Organization.Model.Charts, chart => Assert.All(Groups(chart), group => Assert.Contains(chart.Series[0].Measure, group.Attributes.Keys)));

    [Fact]
    public void Opportunities_are_counted_at_the_stage_where_the_customer_stands()
    {
        var process = _scene.Process("P", stages: 2);
        _scene.Opportunity(process);
        _scene.Opportunity(process);

        var group = Assert.Single(Groups(Chart("Opportunities by buying stage")));

        Assert.Equal(2, Value(group, "measure"));
    }

    [Fact]
    public void Turns_are_parted_by_whether_they_are_overdue()
    {
        var opportunity = _scene.Opportunity();
        _scene.Step(opportunity, PartyChoice.Us, dueIn: -1);

        Assert.Contains(Groups(Chart("Waiting by party")), group =>
            ((OptionSetValue)Value(group, "category")!).Value == (int)PartyChoice.Us && (bool)Value(group, "part")!);
    }

    [Fact]
    public void Outcomes_are_counted_where_the_buying_process_ended()
    {
        var opportunity = _scene.Opportunity();
        _scene.Win(opportunity);

        var group = Assert.Single(Groups(Chart("Outcomes by buying stage")), group => Value(group, "part") is OptionSetValue { Value: (int)OutcomeChoice.Go });
        Assert.Equal(1, Value(group, "measure"));
    }

    [Theory] // the seller sees their own; the tile of the manager shows the same opportunity whoever owns it
    [InlineData("My open opportunities", "Where customers stand")]
    [InlineData("Customers waiting on me", "Customers waiting on us")]
    [InlineData("Nobody's turn on mine", "Nobody's turn")]
    [InlineData("My blind spots", "Open opportunities with blind spots")]
    public void Sellers_see_their_own_and_managers_all(string mine, string all)
    {
        var colleague = _scene.User("Colleague", "Salesperson", "Buying process seller");
        foreach (var owner in (Guid?[])[null, colleague])
        {
            var opportunity = _scene.Opportunity();
            if (all == "Customers waiting on us") _scene.Step(opportunity, PartyChoice.Us, dueIn: -1);
            if (all == "Open opportunities with blind spots") Advance(opportunity);
            if (owner is { } other) _scene.Change(OpportunityTable.LogicalName, opportunity, "ownerid", new EntityReference("systemuser", other));
        }

        Assert.Equal((1, 2), (Rows(mine), Rows(all)));
    }

    /// <summary>Shows the customer past a stage of which nothing else is known.</summary>
    private void Advance(Guid opportunity) => _scene.Answer(opportunity, _scene.Question(2), AnswerValue.Yes, EvidenceGrade.Confirmed);

    private Chart Chart(string name) => _scene.Organization.Model.Charts.Single(chart => chart.Name.In(English) == name);

    private IReadOnlyList<Entity> Groups(Chart chart) => [.. _scene.Service.RetrieveMultiple(new FetchExpression(chart.Fetch.ToString())).Entities];

    private int Rows(string view) => _scene.Service.RetrieveMultiple(new FetchExpression(
        _scene.Organization.Model.Views.Single(one => one.Table == OpportunityTable.LogicalName && one.Name.In(English) == view).Fetch.ToString())).Entities.Count;

    private static object? Value(Entity group, string alias) => group.GetAttributeValue<AliasedValue>(alias)?.Value;
}
