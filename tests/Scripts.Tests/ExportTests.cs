using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Exporting;

namespace BuyerPath.Scripts.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly RecordingPac pac = new();
    private readonly string folder = Directory.CreateTempSubdirectory("export-tests").FullName;

    public void Dispose()
    {
        pac.Dispose();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal); // git protects its own
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Both_packages_are_exported_and_unpacked_together()
    {
        var source = Committed();
        pac.Answer("solution publish").Answer("solution export").Answer("solution unpack", exitCode: 1);

        Assert.Throws<AdminException>(() => Export(source));

        Assert.Equal(["publish", "export", "export", "unpack"], pac.Commands.Select(command => command.Split(' ')[1]));
        Assert.EndsWith("--overwrite --async", pac.Commands[1], StringComparison.Ordinal);
        Assert.EndsWith("--overwrite --async --managed", pac.Commands[2], StringComparison.Ordinal);
        Assert.EndsWith("--packagetype Both", pac.Commands[3], StringComparison.Ordinal);
        Assert.Equal("<a />", File.ReadAllText(Path.Combine(source, "Entities/a.xml"))); // what failed changed nothing
    }

    [Theory]
    [InlineData("solution publish")]
    [InlineData("solution export")]
    public void What_fails_on_the_way_changes_nothing(string step)
    {
        var source = Committed();
        pac.Answer(step, "Error", exitCode: 1, once: true).Answer("solution publish").Answer("solution export");

        var fault = Assert.Throws<AdminException>(() => Export(source));

        Assert.Contains($"'pac {step}' ended with 1", fault.Message);
        Assert.Contains("nothing was changed", fault.Message);
        Assert.StartsWith(step, pac.Commands[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Uncommitted_changes_are_not_mixed_with_what_the_environment_brings()
    {
        var source = Committed();
        File.WriteAllText(Path.Combine(source, "Entities/a.xml"), "<mine />");

        var refusal = Assert.Throws<AdminException>(() => Export(source));

        Assert.Contains("has changes that are not committed", refusal.Message);
        Assert.Empty(pac.Commands);
    }

    [Fact]
    public void What_people_made_is_taken_over_and_noise_is_not()
    {
        var (exported, source) = (Path.Combine(folder, "exported"), Path.Combine(folder, "src"));
        Write(source, "Other/Solution.xml", """<ImportExportXml version="9.2.1.1"><Version>0.2.0.0</Version></ImportExportXml>""");
        Write(exported, "Other/Solution.xml", """<ImportExportXml version="9.2.9.9"><Version>0.2.0.0</Version></ImportExportXml>""");
        Write(source, "Entities/same.xml", "<a>\n  <b />\n</a>");
        Write(exported, "Entities/same.xml", "<a><b></b></a>");
        Write(source, "Entities/changed.xml", "<a />");
        Write(exported, "Entities/changed.xml", "<a><b /></a>");
        Write(exported, "Entities/changed_managed.xml", "<a><b /></a>");
        Write(exported, "Entities/other_managed.xml", "<managed />");
        Write(exported, "Entities/other.xml", "<plain />");
        Write(source, "Entities/gone.xml", "<a />");
        Write(source, "Roles/seller.xml", "<from-the-matrix />");
        Write(exported, "Roles/seller.xml", "<from-the-environment />");
        Write(exported, "Roles/new.xml", "<from-the-environment />");

        var changes = ExportedFiles.TakeOver(exported, source);

        Assert.Equal(["changed Entities/changed.xml", "deleted Entities/gone.xml", "added   Entities/other.xml", "added   Entities/other_managed.xml"], changes);
        Assert.Equal("<from-the-matrix />", File.ReadAllText(Path.Combine(source, "Roles/seller.xml")));
        Assert.Empty(ExportedFiles.TakeOver(exported, source)); // a second time there is nothing to do
    }

    private void Export(string source) => ExportSource.Perform(new Arguments([RecordingPac.Environment, "--yes"]), () => pac.Pac, pac.Desk(), source);

    /// <summary>A source that git knows.</summary>
    private string Committed()
    {
        var source = Path.Combine(folder, "src");
        Write(source, "Entities/a.xml", "<a />");
        Run.In(source, "git", "init", "--quiet");
        Run.In(source, "git", "add", ".");
        Run.In(source, "git", "-c", "user.name=Maker", "-c", "user.email=maker@contoso.com", "commit", "--quiet", "--message", "Begin");
        return source;
    }

    private static void Write(string root, string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
