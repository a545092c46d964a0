using BuyerPath.Toolbox.Admin;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Scripts.Tests;

public sealed class AssignTests : IAsyncLifetime, IDisposable
{
    private const string Manager = "Buying process manager";

    private readonly RecordingPac pac = new();
    private TestEnvironment environment = null!;

    public async Task InitializeAsync() => environment = await TestEnvironment.StartAsync();

    public async Task DisposeAsync() => await environment.DisposeAsync();

    public void Dispose() => pac.Dispose();

    [Fact]
    public void A_user_gets_the_role_from_pac_even_when_the_environment_does_not_know_them_yet()
    {
        pac.Answer("admin assign-user");

        Assign("--user", "aino@contoso.com", "--yes");

        Assert.Equal(["admin", "assign-user", "--environment", environment.Target.Url, "--user", "aino@contoso.com", "--role", Manager], pac.Call("admin assign-user"));
    }

    [Fact]
    public void A_team_gets_it_as_a_row_and_the_second_time_there_is_nothing_to_do()
    {
        var team = environment.Service.Create(new Entity("team") { ["name"] = "Sales' north", ["businessunitid"] = UnitOfTheSystem() });

        Assign("--team", "Sales' north", "--yes");
        Assign("--team", "Sales' north");

        var given = Assert.Single(environment.Stored("teamroles", row => row["teamid"]!.ToString() == team.ToString()));
        Assert.Equal(environment.RoleCalled(Manager).ToString(), given["roleid"]!.ToString());
        Assert.Contains("Nothing to do.", pac.Told);
        Assert.Empty(pac.Commands); // a team needs no pac
    }

    [Fact]
    public void Who_has_the_role_is_left_alone()
    {
        var user = environment.Service.Create(new Entity("systemuser") { ["lastname"] = "Laine", ["domainname"] = "aino@contoso.com", ["businessunitid"] = UnitOfTheSystem() });
        environment.Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", environment.RoleCalled(Manager))]);

        Assign("--user", "aino@contoso.com");

        Assert.Contains("aino@contoso.com has the role already.", pac.Told);
        Assert.Empty(pac.Commands);
    }

    [Fact]
    public void A_user_whom_pac_cannot_bring_in_is_named_with_what_to_look_at()
    {
        pac.Answer("admin assign-user", "Error: user not found", exitCode: 1);

        var fault = Assert.Throws<AdminException>(() => Assign("--user", "nobody@contoso.com", "--yes"));

        Assert.Contains("see that nobody@contoso.com exists in the tenant", fault.Message);
    }

    [Theory]
    [InlineData("--team", "South", "There is no team 'South'.")]
    [InlineData(null, null, "Nobody is named.")]
    public void Who_is_not_there_is_refused(string? option, string? name, string fault)
    {
        var refusal = Assert.Throws<AdminException>(() => Assign(option is null ? ["--yes"] : [option, name!, "--yes"]));

        Assert.Contains(fault, refusal.Message);
    }

    private void Assign(params string[] options) =>
        AssignRoles.Perform(environment.Typed(["--role", "manager", .. options]), () => pac.Pac, pac.Desk());

    private EntityReference UnitOfTheSystem() => new("businessunit", Guid.Parse(environment.Stored("businessunit", _ => true)[0]["businessunitid"]!.ToString()));
}
