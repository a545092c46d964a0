using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Tests;

/// <summary>What the views of the packed solution show.</summary>
public sealed class ViewTests
{
    private const int English = 1033;
    private const string OverdueSteps = "Overdue steps";
    private const string MyOpenSteps = "My open steps";

    private readonly Scene _scene = new();

    [Fact]
    public void Every_view_is_answered() =>
        Assert.All(_scene.Organization.Model.Views, view => _ = Rows(view));

    [Theory]
    [InlineData(-400, true)]
    [InlineData(-2, true)]
    [InlineData(-1, true)]     // yesterday
    [InlineData(0, false)]     // today: there is still time
    [InlineData(1, false)]
    public void A_step_is_overdue_from_the_day_after_it_was_due(int daysFromToday, bool isOverdue)
    {
        Step(_scene.Opportunity(), step => step[StepTable.DueOn] = _scene.Now.Date.AddDays(daysFromToday));

        Assert.Equal(isOverdue, Shows(OverdueSteps));
    }

    [Theory]
    [InlineData(OverdueSteps)]
    [InlineData(MyOpenSteps)]
    public void A_step_that_is_done_is_no_longer_listed(string view)
    {
        Step(_scene.Opportunity(), step => step[StepTable.DoneOn] = _scene.Now);

        Assert.False(Shows(view));
    }

    [Theory]
    [InlineData(OverdueSteps)]
    [InlineData(MyOpenSteps)]
    public void Steps_of_a_closed_opportunity_are_not_listed(string view)
    {
        var opportunity = _scene.Opportunity();
        Step(opportunity);
        Assert.True(Shows(view));

        Lose(opportunity);

        Assert.False(Shows(view));
    }

    /// <summary>A step of ours that was due yesterday, unless told otherwise.</summary>
    private void Step(Guid opportunity, Action<Entity>? otherwise = null)
    {
        var step = new Entity(StepTable.LogicalName)
        {
            [StepTable.Name] = "Step",
            [StepTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity),
            [StepTable.Party] = Scene.Option(PartyChoice.Us),
            [StepTable.DueOn] = _scene.Now.Date.AddDays(-1),
        };
        otherwise?.Invoke(step);
        _scene.Service.Create(step);
    }

    private void Lose(Guid opportunity)
    {
        const int usualStatusReason = -1;
        _scene.Service.Execute(new OrganizationRequest("LoseOpportunity")
        {
            ["OpportunityClose"] = new Entity("opportunityclose") { ["opportunityid"] = new EntityReference(OpportunityTable.LogicalName, opportunity) },
            ["Status"] = new OptionSetValue(usualStatusReason),
        });
    }

    private bool Shows(string name) => Rows(_scene.Organization.Model.Views.Single(view => view.Name.In(English) == name)).Entities.Count > 0;

    private EntityCollection Rows(View view) => _scene.Service.RetrieveMultiple(new FetchExpression(view.Fetch.ToString()));
}
