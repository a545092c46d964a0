using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Messages;

[Covers(Supported.Messages, "WinOpportunity", "LoseOpportunity")]
public sealed class CloseOpportunityTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Winning_runs_its_own_steps_around_those_of_both_rows()
    {
        var runs = new List<string>();
        foreach (var (message, table) in new[] { ("Win", "opportunity"), ("Create", "opportunityclose"), ("Update", "opportunity") })
        {
            foreach (var stage in new[] { 10, 20, 40 })
                _scene.On(message, table, stage, run => runs.Add($"{run.Context.MessageName}{run.Context.Stage}@{run.Context.Depth}"));
        }

        Close("WinOpportunity", _scene.Opportunity(), status: 3);

        Assert.Equal("Win10@1 Win20@1 Create10@1 Create20@1 Create40@1 Update10@1 Update20@1 Update40@1 Win40@1", string.Join(" ", runs));
    }

    [Theory]
    [InlineData("WinOpportunity", 3, 1, 3)]
    [InlineData("WinOpportunity", -1, 1, 3)]
    [InlineData("LoseOpportunity", 5, 2, 5)]
    [InlineData("LoseOpportunity", -1, 2, 4)]
    public void State_status_and_actual_figures_are_set(string message, int status, int stateAfter, int statusAfter)
    {
        var opportunity = _scene.Opportunity();

        Close(message, opportunity, status, close =>
        {
            close["actualrevenue"] = new Money(500m);
            close["actualend"] = new DateTime(2026, 2, 1, 15, 0, 0, DateTimeKind.Utc);
        });

        var row = _scene.Organization.Rows.Find("opportunity", opportunity)!;
        Assert.Equal((stateAfter, statusAfter, 500m), (row["statecode"], row["statuscode"], row["actualvalue"]));
        Assert.Equal(new DateTime(2026, 2, 1), row["actualclosedate"]);
        var close = Assert.Single(_scene.Organization.Rows.All("opportunityclose"));
        Assert.Equal((1, 2), (close["statecode"], close["statuscode"]));
    }

    [Fact]
    public void Without_a_date_the_opportunity_closes_today()
    {
        var opportunity = _scene.Opportunity();

        Close("WinOpportunity", opportunity);

        Assert.Equal(Scene.Start.UtcDateTime.Date, _scene.Organization.Rows.Find("opportunity", opportunity)!["actualclosedate"]);
    }

    [Fact]
    public void An_update_cannot_close_but_can_reopen()
    {
        var opportunity = _scene.Opportunity();
        Assert.Equal(ErrorCode.CloseByMessageOnly, Scene.CodeOf(() => SetState(1)));
        Assert.Equal(ErrorCode.CloseByMessageOnly, Scene.CodeOf(() => SetState(2)));

        Close("WinOpportunity", opportunity);
        SetState(0);

        Assert.Equal(1, _scene.Organization.Rows.Find("opportunity", opportunity)!["statuscode"]);

        void SetState(int state) => _scene.Service.Update(new Entity("opportunity", opportunity) { ["statecode"] = new OptionSetValue(state) });
    }

    [Fact]
    public void A_closed_opportunity_cannot_be_closed_again()
    {
        var opportunity = _scene.Opportunity();
        Close("WinOpportunity", opportunity);

        Assert.Equal(ErrorCode.AlreadyClosed, Scene.CodeOf(() => Close("LoseOpportunity", opportunity)));
        Assert.Equal(1, _scene.Count("opportunityclose"));
    }

    [Fact]
    public void A_status_of_another_state_closes_nothing()
    {
        var opportunity = _scene.Opportunity();

        Assert.Equal(ErrorCode.StatusNotOfState, Scene.CodeOf(() => Close("WinOpportunity", opportunity, status: 4)));

        Assert.Equal(0, _scene.Count("opportunityclose"));
    }

    private void Close(string message, Guid opportunity, int status = -1, Action<Entity>? more = null)
    {
        var close = new Entity("opportunityclose") { ["opportunityid"] = new EntityReference("opportunity", opportunity) };
        more?.Invoke(close);
        _scene.Execute(message, ("OpportunityClose", close), ("Status", new OptionSetValue(status)));
    }
}
