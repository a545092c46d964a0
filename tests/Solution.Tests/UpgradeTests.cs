using System.IO.Compression;
using System.Text.Json;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using BuyerPath.Sandbox.Store;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Packing;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Solution.Tests;

/// <summary>A customer with an older release and rows in it gets the present solution.</summary>
public sealed class UpgradeTests
{
    private static readonly byte[] Present = SolutionPacker.Pack(PackStage.Make(), PackageType.Managed).Zip;

    /// <summary>When the rows were saved.</summary>
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<string> Kept =
        [.. Directory.EnumerateDirectories(Repository.PathOf("tests/Solution.Tests/releases")).Select(folder => Path.GetFileName(folder)!)];

    public static TheoryData<string> Releases => [.. Kept];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_row_of_an_older_release_is_kept_and_new_columns_are_empty(string version)
    {
        var older = Released(version);

        var upgraded = older.Upgrade(new MemoryStream(Present));

        Assert.Equal(new Version(version), older.Model.Version);
        Assert.True(upgraded.Model.Version > older.Model.Version);
        Assert.NotEmpty(older.Rows.All(AnswerTable.LogicalName));
        Assert.Empty(Values(older).Except(Values(upgraded)));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_month_after_the_upgrade_the_present_plugins_recalculate_what_has_faded(string version)
    {
        var upgraded = Released(version).Upgrade(new MemoryStream(Present)).Copy(new OrganizationOptions { Clock = new AdjustableClock(Day.AddDays(30)) });

        var first = Recalculate(upgraded);
        var second = Recalculate(upgraded);

        Assert.NotEqual(0, first.Recalculated);
        Assert.Equal((0, 0), (first.Left, second.Recalculated));
        Assert.All(OpenJourneys(upgraded), opportunity => Assert.NotNull(opportunity[OpportunityTable.StageId]));
    }

    [Fact]
    public void The_present_version_is_above_every_release() =>
        Assert.All(Kept, release => Assert.True(new Version(SourceCopy.Take().Manifest.Version) > new Version(release)));

    /// <summary>The organization of that customer, on the day on which its rows were saved.</summary>
    private static Organization Released(string version)
    {
        var folder = Repository.PathOf($"tests/Solution.Tests/releases/{version}");
        using var zip = File.OpenRead(Path.Combine(folder, "BuyerPath_managed.zip"));
        using var rows = File.OpenRead(Path.Combine(folder, "rows.json.gz"));
        using var json = new GZipStream(rows, CompressionMode.Decompress);
        var organization = Organization.Load(zip, new OrganizationOptions { Clock = new AdjustableClock(Day) });
        using var snapshot = JsonDocument.Parse(json);
        organization.Restore(organization.ReadSnapshot(snapshot.RootElement));
        return organization;
    }

    private static (int Recalculated, int Left) Recalculate(Organization organization)
    {
        var response = organization.ServiceFor(organization.SystemUserId).Execute(new OrganizationRequest(RecalculateJourneys.Name));
        return ((int)response["Recalculated"], (int)response["Left"]);
    }

    private static IEnumerable<Row> OpenJourneys(Organization organization) =>
        organization.Rows.All(OpportunityTable.LogicalName).Where(opportunity => opportunity[OpportunityTable.StateCode] is 0 && opportunity[OpportunityTable.ProcessId] is not null);

    /// <summary>Every value of every row.</summary>
    private static IReadOnlyList<string> Values(Organization organization) =>
    [
        .. from table in organization.Model.Tables.Keys.Order(StringComparer.Ordinal)
           from row in organization.Rows.All(table)
           from value in row.Values.OrderBy(value => value.Key, StringComparer.Ordinal)
           select $"{table} {row.Id} {value.Key} {value.Value}",
    ];
}
