using System.Text.Json.Nodes;
using BuyerPath.Toolbox.Admin;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Scripts.Tests;

public sealed class BackfillTests : IAsyncLifetime
{
    private readonly StringWriter paper = new();
    private TestEnvironment environment = null!;

    public async Task InitializeAsync() => environment = await TestEnvironment.StartAsync();

    public async Task DisposeAsync() => await environment.DisposeAsync();

    [Fact]
    public void An_open_opportunity_begins_with_the_process_of_its_accounts_segment_else_with_the_default_one()
    {
        var large = Waiting(Account("large"));
        var alone = Waiting(null);

        Begin("--yes");

        Assert.Equal("meddpicc", KeyOfProcess(large));
        Assert.Equal(IdOfSegment("large"), Stored(large)["buy_segmentid"]!["id"]!.ToString());
        Assert.Equal("classic6", KeyOfProcess(alone));
        Assert.False(Stored(alone).ContainsKey("buy_segmentid"));
        Assert.Contains("2 opportunities have begun.", paper.ToString());
    }

    [Fact]
    public void No_answer_is_made_up_and_the_journey_begins_at_the_first_stage()
    {
        var answers = environment.Stored("buy_answer", _ => true).Count;
        var opportunity = Waiting(null, salesStage: 2);

        Begin("--yes");

        var stage = environment.Stored("buy_stage", row => row["buy_stageid"]!.ToString() == Stored(opportunity)["buy_stageid"]!["id"]!.ToString()).Single();
        Assert.Equal(1, (int)stage["buy_order"]!);
        Assert.Equal(answers, environment.Stored("buy_answer", _ => true).Count);
    }

    [Fact]
    public void What_is_done_is_out_of_the_way_of_the_next_run()
    {
        var opportunities = Enumerable.Range(0, 3).Select(_ => Waiting(null)).ToList();

        Begin("--yes", "--most", "2");
        Assert.Single(opportunities, IsWaiting);

        Begin("--yes");
        Assert.DoesNotContain(opportunities, IsWaiting);

        Begin();
        Assert.Contains("Nothing to do.", paper.ToString());
    }

    [Fact]
    public void One_that_is_refused_is_named_and_the_others_are_done()
    {
        var other = Waiting(null);
        var unlucky = Waiting(Account("large"));
        environment.Tamper("buy_stage", stages => stages.Remove(stages.First(stage => ProcessOf(stage!) == IdOfProcess("meddpicc")))); // what MayBeChosen refuses

        var fault = Assert.Throws<AdminException>(() => Begin("--yes"));

        Assert.StartsWith("1 of 2 opportunities were refused; the others are done.", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"REFUSED Deal ({unlucky})", paper.ToString());
        Assert.False(IsWaiting(other));
        Assert.True(IsWaiting(unlucky));
    }

    [Fact]
    public void Without_a_default_process_nothing_is_begun()
    {
        var opportunity = Waiting(null);
        environment.Tamper("environmentvariabledefinition", rows => rows.First(row => (string?)row!["schemaname"] == "buy_DefaultProcess")!["defaultvalue"] = "none");

        var fault = Assert.Throws<AdminException>(() => Begin("--yes"));

        Assert.Contains("There is no active process with the key \"none\" of buy_DefaultProcess.", fault.Message);
        Assert.True(IsWaiting(opportunity));
    }

    [Fact]
    public void Recalculating_goes_on_until_nothing_is_left()
    {
        environment.Tamper("opportunity", rows =>
        {
            foreach (var row in rows.Where(row => row!.AsObject().ContainsKey("buy_calculatedon"))) row!["buy_calculatedon"] = "2020-01-01T00:00:00Z";
        });

        Begin("--yes", "--recalculate");

        Assert.EndsWith(" 0 left.", paper.ToString().TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(environment.Stored("opportunity", row => (int)row["statecode"]! == 0 && row["buy_calculatedon"]?.ToString() is { } on && on.StartsWith("2020", StringComparison.Ordinal)));
    }

    private void Begin(params string[] options) => Backfill.Perform(environment.Typed(options), new Desk(TextReader.Null, paper));

    private Guid Account(string segment) => environment.Service.Create(new Entity("account")
    {
        ["name"] = segment, ["buy_segmentid"] = new EntityReference("buy_segment", Guid.Parse(IdOfSegment(segment))),
    });

    /// <summary>An opportunity from before BuyerPath.</summary>
    private Guid Waiting(Guid? account, int salesStage = 0)
    {
        var row = new Entity("opportunity") { ["name"] = "Deal", ["salesstage"] = new OptionSetValue(salesStage) };
        if (account is { } id) row["parentaccountid"] = new EntityReference("account", id);
        var opportunity = environment.Service.Create(row);
        environment.Tamper("opportunity", rows =>
        {
            var stored = rows.First(stored => stored!["opportunityid"]!.ToString() == opportunity.ToString())!.AsObject();
            foreach (var column in stored.Select(column => column.Key).Where(column => column.StartsWith("buy_", StringComparison.Ordinal)).ToList()) stored.Remove(column);
        });
        return opportunity;
    }

    private bool IsWaiting(Guid opportunity) => !Stored(opportunity).ContainsKey("buy_processid");

    private JsonObject Stored(Guid opportunity) => environment.Stored("opportunity", row => row["opportunityid"]!.ToString() == opportunity.ToString()).Single();

    private string KeyOfProcess(Guid opportunity) =>
        (string)environment.Stored("buy_process", row => row["buy_processid"]!.ToString() == Stored(opportunity)["buy_processid"]!["id"]!.ToString()).Single()["buy_key"]!;

    private string IdOfProcess(string key) => environment.Stored("buy_process", row => (string)row["buy_key"]! == key).Single()["buy_processid"]!.ToString();

    private string IdOfSegment(string key) => environment.Stored("buy_segment", row => (string)row["buy_key"]! == key).Single()["buy_segmentid"]!.ToString();

    private static string ProcessOf(JsonNode stage) => stage["buy_processid"]!["id"]!.ToString();
}
