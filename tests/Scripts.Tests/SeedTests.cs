using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin;

namespace BuyerPath.Scripts.Tests;

public sealed class SeedTests : IAsyncLifetime, IDisposable
{
    private readonly RecordingPac pac = new();
    private TestEnvironment environment = null!;

    public async Task InitializeAsync() => environment = await TestEnvironment.StartAsync();

    public async Task DisposeAsync() => await environment.DisposeAsync();

    public void Dispose() => pac.Dispose();

    [Fact]
    public void Processes_come_before_what_builds_on_them()
    {
        environment.Tamper("buy_segment", segments => segments.Clear());
        pac.Answer("data import");

        Seed("--language", "en", "--starter", "--yes");

        Assert.Equal([Import("Processes"), Import("Starter")], pac.Commands);
    }

    [Fact]
    public void The_starter_package_is_not_imported_over_segments_that_are_there()
    {
        pac.Answer("data import");

        Seed("--language", "en", "--starter", "--yes");

        Assert.Equal([Import("Processes")], pac.Commands);
        Assert.Contains("4 segments are there: the starter package is left out, for it would undo what was changed in them.", pac.Told);
    }

    [Fact]
    public void Another_language_than_that_of_the_environment_is_refused()
    {
        var refusal = Assert.Throws<AdminException>(() => Seed("--language", "fi", "--yes"));

        Assert.Contains("The processes of this environment are in English", refusal.Message);
        Assert.Contains("give --language en", refusal.Message);
        Assert.Empty(pac.Commands);
    }

    [Fact]
    public void An_import_that_fails_ends_it()
    {
        environment.Tamper("buy_segment", segments => segments.Clear());
        pac.Answer("data import", "Error: key not active", exitCode: 1);

        var fault = Assert.Throws<AdminException>(() => Seed("--language", "en", "--starter", "--yes"));

        Assert.Contains("'pac data import' ended with 1", fault.Message);
        Assert.Single(pac.Commands);
    }

    [Fact]
    public void The_sample_pipeline_comes_through_the_Web_API_once()
    {
        environment.Tamper("opportunity", opportunities => opportunities.Clear());
        pac.Answer("data import");

        Seed("--language", "en", "--sample", "--yes");

        var opportunities = environment.Stored("opportunity", _ => true);
        Assert.Contains($"{opportunities.Count} opportunities of the sample pipeline are new.", pac.Told);
        Assert.Contains(opportunities, row => (int)row["statecode"]! != 0);
        Assert.All(opportunities, row => Assert.True(row.ContainsKey("buy_journey")));

        Seed("--language", "en", "--sample", "--yes");

        Assert.Equal(opportunities.Count, environment.Stored("opportunity", _ => true).Count);
        Assert.Contains("0 opportunities of the sample pipeline are new.", pac.Told);
    }

    private void Seed(params string[] options) => SeedData.Perform(environment.Typed(options), () => pac.Pac, pac.Desk(), SampleUpload.Perform);

    private string Import(string package) => $"data import --data {Repository.PathOf($"artifacts/data/BuyerPath.{package}.en.zip")} --environment {environment.Target.Url}";
}
