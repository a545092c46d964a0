using System.Text.RegularExpressions;
using BuyerPath.Toolbox;
using YamlDotNet.RepresentationModel;

namespace BuyerPath.Scripts.Tests;

/// <summary>The files of continuous integration, as far as they can be judged without the service that runs them.</summary>
public sealed partial class PipelineTests
{
    private static readonly string[] Wanted =
    [
        "dotnet pac-scripts/test.cs", "dotnet pac-scripts/check.cs", "dotnet build -p:DataverseSdk=package", "pac solution check",
        "dotnet pac-scripts/import.cs", "dotnet pac-scripts/seed.cs", "dotnet pac-scripts/doctor.cs",
    ];

    public static TheoryData<string> Files => [".github/workflows/ci.yml", "azure-pipelines.yml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_builds_checks_tests_and_deploys_by_scripts_that_exist(string file)
    {
        var commands = CommandsOf(file);

        Assert.All(Wanted, wanted => Assert.Contains(commands, command => command.StartsWith(wanted, StringComparison.Ordinal)));
        Assert.All(commands.SelectMany(command => Script().Matches(command)), script => Assert.True(File.Exists(Repository.PathOf(script.Value)), script.Value));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_asks_a_person_and_no_secret_stands_in_it(string file)
    {
        var commands = CommandsOf(file);

        Assert.All(commands.Where(command => Regex.IsMatch(command, @"pac-scripts/(import|seed|assign|backfill|remove)\.cs")), command => Assert.Contains("--yes", command));
        Assert.All(commands.SelectMany(command => Secret().Matches(command)), secret => Assert.Equal("$AZURE_CLIENT_SECRET", secret.Groups[1].Value));
    }

    /// <summary>Each line of each step that is a command.</summary>
    private static List<string> CommandsOf(string file)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Repository.PathOf(file));
        yaml.Load(reader);
        return
        [
            .. from mapping in yaml.Documents.Single().AllNodes.OfType<YamlMappingNode>()
               from entry in mapping.Children
               where entry.Key is YamlScalarNode { Value: "run" or "script" }
               from line in ((YamlScalarNode)entry.Value).Value!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
               select line,
        ];
    }

    [GeneratedRegex(@"pac-scripts/[a-z]+\.cs")]
    private static partial Regex Script();

    [GeneratedRegex("--clientSecret \"?([^\" ]+)")]
    private static partial Regex Secret();
}
