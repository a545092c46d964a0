using System.Text.Json.Nodes;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Doctor;

namespace BuyerPath.Scripts.Tests;

public sealed class DoctorTests
{
    /// <summary>What is done to a sound environment, which examination must notice, and what it must name as fault and as remedy.</summary>
    private static readonly InjectedFault[] Faults =
    [
        new("SalesIsInstalled", it => it.System.Missing.UnionWith(["opportunity", "competitor"]), "opportunity, competitor missing", "admin center"),
        new("SolutionIsInstalled", it => it.System.Sets["solutions"].Clear(), "BuyerPath is not installed", "import.cs"),
        new("TablesAreThere", it => it.System.Missing.Add("buy_turn"), "The table buy_turn is missing", "import this version again"),
        new("ColumnsAreThere", it => it.System.Missing.Add("buy_journey"), "The column buy_journey of opportunity is missing", "import this version again"),
        new("VersionIsThisOne", it => it.System.Sets["solutions"][0]["version"] = "0.1.0.0", "Version 0.1.0.0 is installed, which is older", "upgrade it"),
        new("VersionIsThisOne", it => it.System.Sets["solutions"][0]["version"] = "9.0.0.0", "Version 9.0.0.0 is installed, which is newer", "git pull"),
        new("UpgradesAreApplied", it => it.System.Sets["solutions"].Add(new() { ["uniquename"] = "BuyerPath_Upgrade", ["version"] = "9.0.0.0" }), "The upgrade to 9.0.0.0 was staged", "pac solution upgrade --solution-name BuyerPath"),
        new("KeysAreActive", it => it.System.Sets["Keys"].Add(new() { ["LogicalName"] = "buy_key", ["EntityKeyIndexStatus"] = "Failed" }), "The key buy_key of buy_alternative is Failed", "Reactivate"),
        new("KeysAreActive", it => it.System.Sets["Keys"].Add(new() { ["LogicalName"] = "buy_key", ["EntityKeyIndexStatus"] = "Pending" }), "is Pending", "look again in some minutes"),
        new("StepsAreThere", it => it.System.Sets["sdkmessageprocessingsteps"].RemoveAll(step => step["name"]!.ToString().Contains("SellerStagesAreCompared")), "SellerStagesAreCompared", "import this version again"),
        new("StepsAreEnabled", it => it.System.Sets["sdkmessageprocessingsteps"][0]["statecode"] = 1, "is disabled", "enable it"),
        new("CustomApisAreThere", it => it.System.Sets["customapis"].RemoveAll(api => api["uniquename"]!.ToString() == "buy_GetJourney"), "The Custom API buy_GetJourney is missing", "import this version again"),
        new("AppIsThere", it => it.System.Sets["appmodules"].Clear(), "The app BuyerPath is missing", "import this version again"),
        new("AppIsThere", it => it.System.Sets["appmodules"][0]["statecode"] = 1, "The app BuyerPath is switched off", "activate it"),
        new("PluginsSucceed", it => it.System.Sets["plugintracelogs"].Add(new() { ["typename"] = "BuyerPath.Plugins.StepsDecideTurn, BuyerPath.Plugins", ["createdon"] = "2026-03-02T09:00:00Z", ["exceptiondetails"] = "Divided by zero\n at ..." }), "BuyerPath.Plugins.StepsDecideTurn ended with an error 1 times in the last day, last: Divided by zero", "Plug-in trace log"),
        new("RolesAreThere", it => it.Tamper("role", roles => RowOf(roles, "name", "Buying process reader")["name"] = "renamed"), "The role 'Buying process reader' is missing", "import this version again"),
        new("RolesAreGiven", it => it.Tamper("systemuserroles", given => Remove(given, "roleid", it.RoleCalled("Buying process seller"))), "No user and no team has a role of BuyerPath", "assign.cs"),
        new("SettingsCanBeRead", it => SetVariable(it, "buy_TakenBackMinutes", "an hour"), "buy_TakenBackMinutes is \"an hour\"", "make.powerapps.com"),
        new("ProcessesAreActive", it => it.Tamper("buy_process", processes => Each(processes, process => process["buy_lifecycle"] = 289450002)), "There is no active buying process", "seed.cs"),
        new("DefaultProcessIsActive", it => SetVariable(it, "buy_DefaultProcess", "classic7"), "buy_DefaultProcess is \"classic7\"", "give it one of bant,"),
        new("ProcessesAreComplete", it => it.Tamper("buy_question", questions => Each(questions, question => question["buy_kind"] = 289450000)), "has 0 exit facts instead of one", "import the templates again"),
        new("SegmentsLeadToActiveProcesses", it => it.Tamper("buy_process", processes => RowOf(processes, "buy_key", "meddpicc")["buy_lifecycle"] = 289450002), "leads to a process that is not active", "choose an active process on the segment"),
        new("OpportunitiesFollowProcesses", it => it.Tamper("opportunity", opportunities => FirstOpen(opportunities).Remove("buy_processid")), "1 open opportunities follow no buying process", "backfill.cs"),
        new("JourneysAreCalculated", it => it.Tamper("opportunity", opportunities => FirstOpen(opportunities).Remove("buy_calculatedon")), "1 open opportunities follow a process and were never calculated", "backfill.cs URL --recalculate"),
        new("JourneysAreFresh", it => it.Tamper("opportunity", opportunities => FirstOpen(opportunities)["buy_calculatedon"] = "2020-01-01T00:00:00Z"), "1 open opportunities were last calculated more than 2 days ago", "nightly flow"),
        new("SnapshotsAreTaken", it => it.Tamper("buy_scoresnapshot", snapshots => snapshots.Clear()), "No weekly snapshot was taken in the last 14 days", "buy_TakeSnapshots"),
        new("StagesAreOfTheirProcess", it => it.Tamper("opportunity", opportunities => FirstOpen(opportunities)["buy_processid"]!["id"] = AnotherProcess(it, opportunities)), "1 open opportunities stand at a stage of another process", "--recalculate"),
        new("OneVisitIsOpen", it => it.Tamper("buy_stagevisit", visits => Double(visits, "buy_lefton", "buy_stagevisitid")), "1 opportunities have several open stage visits", "buy_stagevisits"),
        new("OneTurnIsOpen", it => it.Tamper("buy_turn", turns => Double(turns, "buy_endedon", "buy_turnid")), "1 opportunities have several open turns", "buy_turns"),
        new("ClosedOpportunitiesHaveOutcomes", it => it.Tamper("opportunity", opportunities => First(opportunities, row => (int)row["statecode"]! != 0).Remove("buy_outcome")), "1 closed opportunities have no outcome", "reopen and close them"),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Faults.Length)];

    [Fact]
    public async Task A_sound_environment_has_no_fault()
    {
        await using var environment = await TestEnvironment.StartAsync();
        var paper = new StringWriter();

        Examine(environment, paper);

        Assert.Equal("Nothing found by 27 examinations.", paper.ToString().Trim());
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_fault_is_found_and_named_with_its_remedy(int number)
    {
        var injected = Faults[number];
        await using var environment = await TestEnvironment.StartAsync();
        injected.Inject(environment);
        var paper = new StringWriter();

        Assert.Throws<AdminException>(() => Examine(environment, paper));

        var lines = paper.ToString().Split(Environment.NewLine).SkipWhile(line => !line.StartsWith($"FAULT {injected.Examination}:", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count > 1, $"{injected.Examination} found nothing: {paper}");
        Assert.Contains(injected.Fault, lines[0]);
        Assert.Contains(injected.Remedy, lines[1]);
    }

    [Fact]
    public void Every_examination_has_a_fault_that_it_must_find() =>
        Assert.Equal(
            Examinations.First.Concat(Examinations.Others).Select(examination => examination.GetType().Name).Order(StringComparer.Ordinal),
            Faults.Select(fault => fault.Examination).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Without_the_solution_the_rest_is_left_out_and_it_is_said_so()
    {
        await using var environment = await TestEnvironment.StartAsync();
        environment.System.Sets["solutions"].Clear();
        environment.System.Sets["customapis"].Clear();
        var paper = new StringWriter();

        var found = Assert.Throws<AdminException>(() => Examine(environment, paper));

        Assert.StartsWith("1 faults found.", found.Message, StringComparison.Ordinal);
        Assert.Contains("23 examinations are left out", paper.ToString());
    }

    [Fact]
    public async Task The_sandbox_is_not_examined_for_what_it_does_not_have()
    {
        await using var environment = await TestEnvironment.StartAsync();

        var refusal = Assert.Throws<AdminException>(() => EnvironmentExamination.Perform(environment.Typed(), new Desk(TextReader.Null, TextWriter.Null)));

        Assert.Contains("has no tables of solutions", refusal.Message);
    }

    private static void Examine(TestEnvironment environment, StringWriter paper) =>
        EnvironmentExamination.Perform(new Examined(environment.Connection, Shipped.Here, DateTimeOffset.UtcNow), new Desk(TextReader.Null, paper));

    private static void SetVariable(TestEnvironment environment, string name, string value) =>
        environment.Tamper("environmentvariabledefinition", definitions => RowOf(definitions, "schemaname", name)["defaultvalue"] = value);

    private static JsonObject RowOf(JsonArray rows, string column, string value) => First(rows, row => (string?)row[column] == value);

    private static void Remove(JsonArray rows, string column, Guid id)
    {
        foreach (var row in rows.Where(row => row![column]!.ToString() == id.ToString()).ToList())
            rows.Remove(row);
    }

    private static JsonObject FirstOpen(JsonArray opportunities) => First(opportunities, row => (int)row["statecode"]! == 0 && row.ContainsKey("buy_stageid"));

    private static JsonObject First(JsonArray rows, Func<JsonObject, bool> condition) => rows.Select(row => row!.AsObject()).First(condition);

    private static void Each(JsonArray rows, Action<JsonObject> change)
    {
        foreach (var row in rows)
            change(row!.AsObject());
    }

    private static string AnotherProcess(TestEnvironment environment, JsonArray opportunities)
    {
        var own = FirstOpen(opportunities)["buy_processid"]!["id"]!.ToString();
        return environment.Stored("buy_process", process => process["buy_processid"]!.ToString() != own)[0]["buy_processid"]!.ToString();
    }

    /// <summary>Adds a second open interval to an opportunity that has one.</summary>
    private static void Double(JsonArray rows, string end, string key)
    {
        var twin = First(rows, row => !row.ContainsKey(end)).DeepClone();
        twin[key] = Guid.NewGuid();
        rows.Add(twin);
    }

    private sealed record InjectedFault(string Examination, Action<TestEnvironment> Inject, string Fault, string Remedy);
}
