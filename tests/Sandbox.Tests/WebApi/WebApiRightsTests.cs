using System.Net;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>What the page is told of a user's rights, so that it offers nothing that would be refused.</summary>
public sealed class WebApiRightsTests : WebApiTests
{
    [Theory]
    [InlineData("smpl_visit", "Assign Create Delete Append AppendTo Read Share Write", "Visitor")]
    [InlineData("smpl_visit", "Read Write", "Visit Planner")]
    [InlineData("smpl_region", "AppendTo Read", "Visitor", "Visit Planner")]
    [InlineData("account", "", "Visitor")]
    [InlineData("account", "Assign Create Delete Append AppendTo Read Share Write", "System Administrator")]
    public async Task A_user_has_on_a_table_what_any_role_gives(string table, string rights, params string[] roles)
    {
        var user = Scene.User(Seed.BusinessUnitId, "Paula", roles);

        var all = (await Api.GetAsync($"/_local/users/{user}/rights")).Must(HttpStatusCode.OK).Json;

        Assert.Equal(rights.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), all.GetProperty(table).EnumerateArray().Select(right => right.GetString()!).Order());
    }

    [Fact]
    public async Task On_a_row_a_user_has_what_reaches_it()
    {
        var visitor = Scene.User(Seed.BusinessUnitId, "Ann", "Visitor");
        var own = Scene.Organization.ServiceFor(visitor).Create(new Microsoft.Xrm.Sdk.Entity("smpl_visit"));
        var other = Scene.Visit();

        Assert.Contains("Write", (await RightsOnAsync(visitor, own)).Text, StringComparison.Ordinal);
        Assert.Equal("[]", (await RightsOnAsync(visitor, other)).Text);
    }

    [Fact]
    public async Task Nothing_can_be_done_with_a_row_that_is_not_there_and_no_table_is_invented()
    {
        Assert.Equal("[]", (await RightsOnAsync(Scene.Me, Guid.NewGuid())).Text);
        (await Api.GetAsync($"/_local/users/{Scene.Me}/rights/smpl_none/{Guid.NewGuid()}")).Must(HttpStatusCode.NotFound);
    }

    private async Task<Answer> RightsOnAsync(Guid user, Guid visit) =>
        (await Api.GetAsync($"/_local/users/{user}/rights/smpl_visit/{visit}")).Must(HttpStatusCode.OK);
}
