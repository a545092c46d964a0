using BuyerPath.Sandbox.Loading;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Loading;

public sealed class PluginLoadingTests
{
    [Fact]
    public void The_plugin_runs_from_the_bytes_of_the_zip_with_its_configuration()
    {
        var organization = new TestSolution().WithPlugin().Load();
        var service = organization.ServiceFor(organization.DefaultUserId);

        var visit = service.Create(new Entity("smpl_visit") { ["smpl_subject"] = "loud" });

        Assert.Equal("LOUD!", service.Retrieve("smpl_visit", visit, new ColumnSet("smpl_subject"))["smpl_subject"]);
    }

    [Fact]
    public void An_assembly_without_strong_name_is_refused()
    {
        var solution = new TestSolution().WithPlugin();
        solution.Files["PluginAssemblies/SamplePlugin/SamplePlugin.dll"] = File.ReadAllBytes(typeof(PluginLoadingTests).Assembly.Location);

        Assert.Contains("no strong name", Assert.Throws<InvalidDataException>(() => SolutionReader.Read(solution.Zip())).Message);
    }
}
