using System.IO.Compression;
using System.Xml.Linq;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Packing;

namespace BuyerPath.Solution.Tests;

/// <summary>The version with which a component came is said once: what a kept release has keeps saying it, and what it lacks came later.</summary>
public sealed class IntroducedVersionTests
{
    private static readonly Version Latest =
        Directory.EnumerateDirectories(Repository.PathOf("tests/Solution.Tests/releases")).Select(folder => new Version(Path.GetFileName(folder))).Max()!;

    private readonly Dictionary<string, string> _released = Of(File.ReadAllBytes(Repository.PathOf($"tests/Solution.Tests/releases/{Latest}/BuyerPath_managed.zip")));
    private readonly Dictionary<string, string> _present = Of(SolutionPacker.Pack(PackStage.Make(), PackageType.Managed).Zip);

    [Fact]
    public void What_was_released_says_the_same_version_as_then() =>
        Assert.Empty(from component in _present
                     let then = _released.GetValueOrDefault(component.Key, component.Value)
                     where component.Value != then
                     select $"{component.Key} says {component.Value}, and said {then}");

    [Fact]
    public void What_came_after_the_last_release_says_a_later_version() =>
        Assert.Empty(from component in _present
                     where !_released.ContainsKey(component.Key) && new Version(component.Value) <= Latest
                     select $"{component.Key} says {component.Value}");

    [Fact]
    public void A_column_of_both_is_known_by_its_name() =>
        Assert.All([_released, _present], components => Assert.Contains("ImportExportXml/Entities/Entity buy_Answer/EntityInfo/entity buy_Answer/attributes/attribute buy_Grade", components));

    /// <summary>Version by component; one lies within another, as a column within its table.</summary>
    private static Dictionary<string, string> Of(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return (
            from entry in archive.Entries
            where entry.FullName == "customizations.xml" || entry.FullName.StartsWith("environmentvariabledefinitions/", StringComparison.Ordinal)
            from version in Root(entry).Descendants().Where(element => element.Name.LocalName is "IntroducedVersion" or "introducedversion")
            select (Component: string.Join('/', version.Ancestors().Reverse().Select(Named)), version.Value))
            .ToDictionary(component => component.Component, component => component.Value);
    }

    private static XElement Root(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return XElement.Load(content);
    }

    private static string Named(XElement element)
    {
        string[] attributes = ["PhysicalName", "Name", "SdkMessageProcessingStepId", "PluginAssemblyId", "schemaname", "id"];
        string[] children = ["Name", "formid", "savedqueryid", "savedqueryvisualizationid", "FormId", "WebResourceId", "UniqueName", "SiteMapUniqueName", "LogicalName"];
        var name = attributes.Select(attribute => element.Attribute(attribute)?.Value).Concat(children.Select(child => element.Element(child)?.Value)).FirstOrDefault(name => name is not null);
        return $"{element.Name.LocalName} {name}".TrimEnd();
    }
}
