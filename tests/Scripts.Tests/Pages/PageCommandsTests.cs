using System.Text.RegularExpressions;
using BuyerPath.Toolbox;
using Xunit.Abstractions;

namespace BuyerPath.Scripts.Tests.Pages;

/// <summary>Somebody who never saw the repository types every command of every page, in a fresh clone and from the top.</summary>
public sealed partial class PageCommandsTests(ITestOutputHelper log)
{
    /// <summary>Commands that cannot be typed here, and where each is run, or else by whom it is said: the file must hold it.</summary>
    private static readonly IReadOnlyList<(string Command, string Where, string Reason)> Elsewhere =
    [
        ("dotnet pac-scripts/test.cs", ".github/workflows/ci.yml", "it is the run that this test belongs to"),
        ("dotnet build -p:DataverseSdk=package", ".github/workflows/ci.yml", "Microsoft's packages are not on every feed"),
        ("dotnet test tests/FakeXrmEasy.Tests -c Release -p:DataverseSdk=package -p:DataverseSdkFrom=core", ".github/workflows/ci.yml", "as before"),
        ("dotnet run --project tests/Live -c Release -p:DataverseSdk=package -- https://contoso-test.crm4.dynamics.com", ".github/workflows/ci.yml", "as before, and it needs an environment"),
        ("dotnet tool install --global Microsoft.PowerApps.CLI.Tool", ".github/workflows/ci.yml", "it changes the machine"),
        ("dotnet tool restore", ".github/workflows/ci.yml", "the tools are not on every feed"),
        ("dotnet stryker", ".github/workflows/ci.yml", "it takes minutes and a tool that is not on every feed"),
        ("cd tests/Sandbox.Tests && dotnet stryker --config-file stryker-config.json", ".github/workflows/ci.yml", "as before"),
        ("az login", "pac-scripts/Toolbox/Admin/Connections/AccessToken.cs", "it signs a person in; the scripts say the same"),
    ];

    public static TheoryData<string> Pages => [.. PageCommand.Pages];

    [Fact]
    public async Task Every_command_of_every_page_does_what_the_page_says()
    {
        var clone = new FreshClone();
        File.WriteAllText(Path.Combine(clone.Folder, "deals.csv"), "Topic,Account,Est. Revenue,Owner,Status,Created On\nFleet renewal,Contoso,120000,Aino,Open,2026-01-05\n");
        await using var tenant = await StandInTenant.StartAsync(Path.Combine(clone.Folder, "solution/src"));
        tenant.AddTeam("Sales");

        var failures = new List<string>();
        foreach (var command in PageCommand.All.Where(command => Elsewhere.All(other => other.Command != command.Text)))
        {
            var began = DateTime.UtcNow;
            if (await FaultOf(command.Text, clone, tenant) is { } fault) failures.Add($"{command}\n{fault}");
            log.WriteLine($"{(DateTime.UtcNow - began).TotalSeconds,6:0.0} s  {command}");
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.DoesNotContain(clone.Changed, path => path != "deals.csv" && !path.StartsWith("tests/Solution.Tests/releases/", StringComparison.Ordinal)); // what else scripts write was there already
    }

    [Fact]
    public void What_is_run_elsewhere_is_on_a_page_and_is_run_there() =>
        Assert.All(Elsewhere, other =>
        {
            Assert.Contains(PageCommand.All, command => command.Text == other.Command);
            Assert.Contains(Address().Replace(other.Command, "\"$DATAVERSE_URL\""), File.ReadAllText(Repository.PathOf(other.Where)));
        });

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_block_that_is_no_commands_says_what_it_is(string page) => Assert.Empty(PageCommand.UnknownLanguages(page));

    /// <summary>Null when all is well.</summary>
    private static async Task<string?> FaultOf(string command, FreshClone clone, StandInTenant tenant)
    {
        if (command.StartsWith("dotnet pac-scripts/try.cs", StringComparison.Ordinal)) return await FaultOfTrying(command, clone);
        if (!Local().IsMatch(command) && !Remote().IsMatch(command)) return "It is neither a command that is known to run on any machine nor one for an environment. Say in this test how it is run.";

        if (Remote().IsMatch(command) && command.Contains("import.cs", StringComparison.Ordinal)) tenant.Pac.HasNothing(once: true);
        var typed = Address().Replace(command, tenant.Url).Replace("--opportunities N", "--opportunities 200", StringComparison.Ordinal);
        var before = tenant.Pac.Commands.Count;
        var (exitCode, output) = clone.Type(typed, command.Contains("remove.cs", StringComparison.Ordinal) ? "BuyerPath\n" : "yes\n", tenant.Pac.Folder);
        if (exitCode != 0) return $"It ended with {exitCode}:\n{output}";
        if (DrivesPac().IsMatch(command) && tenant.Pac.Commands.Count == before) return $"It did not reach pac:\n{output}";
        return null;
    }

    /// <summary>The page opens in nobody's browser here; what it would show is asked for.</summary>
    private static async Task<string?> FaultOfTrying(string command, FreshClone clone)
    {
        try
        {
            await clone.WhileRunning($"{command} --no-open", AddressOfSandbox(), async line =>
            {
                using var client = new HttpClient { BaseAddress = new Uri(line.Groups[1].Value) };
                Assert.Contains("<html", await client.GetStringAsync("/"));
                Assert.Contains("\"name\":", await client.GetStringAsync("/api/data/v9.2/opportunities?$select=name&$top=1"));
            });
            return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or Xunit.Sdk.XunitException)
        {
            return fault.Message;
        }
    }

    [GeneratedRegex(@"^(dotnet pac-scripts/(build|data|check|schema|steps|roles|supported|powerbi|keep|add|help)\.cs|dotnet pac-scripts/\w+\.cs help$|dotnet run -c Release --project tests/Benchmarks -- |dotnet test tests/Domain\.Tests |git (diff|status))")]
    private static partial Regex Local();

    [GeneratedRegex(@"^(dotnet pac-scripts/(import|seed|assign|doctor|export|backfill|remove)\.cs (URL|https://contoso)|pac )")]
    private static partial Regex Remote();

    [GeneratedRegex(@"(import|seed|export|remove)\.cs (URL|https)|^pac ")]
    private static partial Regex DrivesPac();

    [GeneratedRegex(@"\bURL\b|https://contoso(-\w+)?\.crm4\.dynamics\.com")]
    private static partial Regex Address();

    [GeneratedRegex(@"^BuyerPath sandbox: (http\S+)")]
    private static partial Regex AddressOfSandbox();
}
