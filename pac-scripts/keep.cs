#!/usr/bin/env dotnet
#:project Toolbox/BuyerPath.Toolbox.csproj
#:project ../tests/Sandbox.Host/BuyerPath.Sandbox.Host.csproj
#:property PublishAot=false

// Keeps a release for the upgrade tests: the managed zip as built, and the rows that the sample pipeline makes in it.
// Run it once per release, after build.cs and data.cs.
//
//   dotnet pac-scripts/keep.cs
using System.IO.Compression;
using System.Text.Json;
using BuyerPath.Sandbox;
using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox;

return Script.Run(() =>
{
    var zip = Repository.PathOf("artifacts/solution/BuyerPath_managed.zip");
    var clock = new AdjustableClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    var organization = Loaded(zip, new OrganizationOptions { Clock = clock });
    Console.WriteLine(SamplePipeline.Load(organization, clock, Repository.PathOf("solution/data/sample/pipeline.yaml")));

    var folder = Repository.PathOf($"tests/Solution.Tests/releases/{organization.Model.Version}");
    Directory.CreateDirectory(folder);
    File.Copy(zip, Path.Combine(folder, Path.GetFileName(zip)), overwrite: true);
    using var file = File.Create(Path.Combine(folder, "rows.json.gz"));
    using var packed = new GZipStream(file, CompressionLevel.SmallestSize);
    JsonSerializer.Serialize(packed, organization.WriteSnapshot());
    Console.WriteLine($"Kept in {folder}.");
});

static Organization Loaded(string zip, OrganizationOptions options)
{
    using var solution = File.OpenRead(zip);
    var organization = Organization.Load(solution, options);
    foreach (var package in (string[])["Processes", "Starter"])
    {
        using var data = File.OpenRead(Repository.PathOf($"artifacts/data/BuyerPath.{package}.en.zip"));
        organization.Import(data);
    }
    return organization;
}
