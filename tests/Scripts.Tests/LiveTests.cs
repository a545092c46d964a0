using BuyerPath.Live;
using BuyerPath.Toolbox.Admin;

namespace BuyerPath.Scripts.Tests;

/// <summary>The checks that are made on an environment, tried on the sandbox: an environment that is not there cannot try them.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private readonly List<string> said = [];
    private TestEnvironment environment = null!;

    public async Task InitializeAsync() => environment = await TestEnvironment.StartAsync();

    public async Task DisposeAsync() => await environment.DisposeAsync();

    [Fact]
    public void One_opportunity_goes_from_its_first_answer_to_its_outcome_and_leaves_nothing_behind()
    {
        var before = RowsByTable();

        ThrowAwayDeal.Play(environment.Service, said.Add);

        Assert.Equal(7, said.Count);
        Assert.Equal("The opportunity was deleted.", said[^1]);
        Assert.Equal(before, RowsByTable());
    }

    [Fact]
    public void What_does_not_work_is_named_and_still_nothing_is_left_behind()
    {
        environment.Tamper("environmentvariabledefinition", rows => rows.First(row => (string?)row!["schemaname"] == "buy_DefaultProcess")!["defaultvalue"] = "none");
        var before = RowsByTable();

        var fault = Assert.Throws<AdminException>(() => ThrowAwayDeal.Play(environment.Service, said.Add));

        Assert.Contains("A new opportunity got no buying process.", fault.Message);
        Assert.Equal(before, RowsByTable());
    }

    private Dictionary<string, int> RowsByTable() => new[] { "opportunity", "buy_answer", "buy_step", "buy_stagevisit", "buy_turn", "buy_scoresnapshot", "opportunityclose" }
        .ToDictionary(table => table, table => environment.Stored(table, _ => true).Count);
}
