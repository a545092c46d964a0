using System.Xml.Linq;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Packing;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

public sealed class PackStageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("buyerpath-stage-").FullName;
    private readonly SolutionSource _source = SolutionSource.Load(Repository.PathOf("solution/src"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_stage_on_disk_packs_to_the_same_zip_as_in_memory()
    {
        var source = PackStage.Make();
        var stage = Path.Combine(_folder, "source");
        Directory.CreateDirectory(stage);
        File.WriteAllText(Path.Combine(stage, "left over from the last time.txt"), "");

        SolutionStage.WriteTo(stage, source);

        Assert.Equal(SolutionPacker.Pack(source, PackageType.Managed).Zip, SolutionPacker.Pack(SolutionSource.Load(stage), PackageType.Managed).Zip);
    }

    [Fact]
    public void A_plugin_that_was_not_built_is_named_with_the_remedy() =>
        AssertRefused(Path.Combine(_folder, "missing.dll"), "missing.dll is missing. Build it with 'dotnet build plugins/Plugins -c Release'.");

    [Fact]
    public void A_control_that_was_not_built_is_named_with_the_remedy() =>
        AssertRefused(ShippedAssembly.File, "ControlManifest.xml is missing. Build it with 'npm run build --prefix webresources'.");

    [Fact]
    public void A_file_that_the_build_of_the_control_left_out_is_named()
    {
        PackStage.BuildControls(_folder);
        File.Delete(Path.Combine(_folder, "journey", "out", "controls", "Journey", "bundle.js"));

        AssertRefused(ShippedAssembly.File, "bundle.js is missing. Build it with 'npm run build --prefix webresources'.");
    }

    [Fact]
    public void A_script_that_was_not_built_is_named_with_the_remedy()
    {
        PackStage.BuildControls(_folder);
        PackStage.AddIconsAndScript(_folder);
        File.Delete(Path.Combine(_folder, "forms", "out", "process.js"));

        AssertRefused(ShippedAssembly.File, "process.js is missing. Build it with 'npm run build --prefix webresources'.");
    }

    [Fact]
    public void An_icon_that_was_not_drawn_is_named()
    {
        PackStage.BuildControls(_folder);
        PackStage.AddIconsAndScript(_folder);
        File.Delete(Path.Combine(_folder, "images", "turn.svg"));

        AssertRefused(ShippedAssembly.File, "turn.svg is missing: draw it, or take the web resource of that name out of the solution.");
    }

    [Fact]
    public void A_web_resource_of_another_kind_must_have_its_content_in_the_source()
    {
        PackStage.BuildControls(_folder);
        PackStage.AddIconsAndScript(_folder);
        _source.Add("WebResources/buy_/help.html.data.xml", new XElement("WebResource"));

        AssertRefused(ShippedAssembly.File, "WebResources/buy_/help.html is missing, and only icons (.svg) and form scripts (.js) are built.");
    }

    [Theory] // the fourth number would be lost, and with it the reason for an update to take the new code
    [InlineData("1.2.3.4")]
    [InlineData("1.2.3")]
    [InlineData("next")]
    public void A_version_that_a_control_cannot_have_is_refused(string version)
    {
        PackStage.BuildControls(_folder);
        _source.Edit(Manifest.Path).Descendants("Version").First().Value = version;

        AssertRefused(ShippedAssembly.File, $"the version {version} must have four numbers and end with 0, because a code component's version has only three.");
    }

    private void AssertRefused(string pluginFile, string ending) =>
        Assert.EndsWith(ending, Assert.Throws<InvalidDataException>(() => SolutionStage.AddBuilt(_source, pluginFile, _folder)).Message);
}
