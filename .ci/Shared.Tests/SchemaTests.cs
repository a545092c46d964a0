using System.Xml.Linq;
using BuyerPath.Toolbox;

namespace BuyerPath.Shared.Tests;

/// <summary>Parts of the solution against the published XSDs of 2018, where these still apply to what is exported today.</summary>
public sealed class SchemaTests
{
    /// <summary>What today's exports have and the XSDs of 2018 do not know: the controls of subgrids and code components.</summary>
    private static readonly string[] Newer = ["indicationOfSubgrid", "uniqueid", "controlDescriptions"];

    [Fact]
    public void Every_view_is_valid_FetchXML() =>
        Assert.Empty(from file in Files("SavedQueries")
                     from fetch in XDocument.Load(file).Descendants("fetch")
                     from violation in Xsd.Violations(fetch, "fetch.xsd")
                     select $"{Path.GetFileName(file)}: {violation}");

    [Fact]
    public void Every_form_is_valid_but_for_what_is_newer_than_the_XSD() =>
        Assert.Empty(from file in Files("FormXml")
                     from form in XDocument.Load(file).Descendants("form")
                     from violation in Xsd.Violations(form, "FormXml.xsd")
                     where !Newer.Any(name => violation.Contains($"'{name}'", StringComparison.Ordinal))
                     select $"{Path.GetFileName(file)}: {violation}");

    [Fact]
    public void Every_file_of_buttons_is_valid() =>
        Assert.Empty(from file in Directory.EnumerateFiles(Repository.PathOf("solution/src/Entities"), "RibbonDiff.xml", SearchOption.AllDirectories)
                     from violation in Xsd.Violations(XElement.Load(file), "RibbonCore.xsd")
                     select $"{file}: {violation}");

    /// <summary>The attribute, misspelt as it is, is in 98 site maps of real exports.</summary>
    [Fact]
    public void Every_site_map_is_valid_but_for_one_attribute_that_exports_have() =>
        Assert.Empty(from file in Directory.EnumerateFiles(Repository.PathOf("solution/src/AppModuleSiteMaps"), "AppModuleSiteMap.xml", SearchOption.AllDirectories)
                     from map in XDocument.Load(file).Descendants("SiteMap")
                     from violation in Xsd.Violations(map, "SiteMap.xsd")
                     where !violation.Contains("'ToolTipResourseId'", StringComparison.Ordinal)
                     select $"{file}: {violation}");

    [Fact]
    public void The_data_of_every_chart_are_valid() =>
        Assert.Empty(from file in Files("Visualizations")
                     from data in XDocument.Load(file).Descendants("datadefinition")
                     from violation in Xsd.Violations(data, "VisualizationDataDescription.xsd")
                     select $"{Path.GetFileName(file)}: {violation}");

    private static IEnumerable<string> Files(string kind) =>
        Directory.EnumerateFiles(Repository.PathOf("solution/src/Entities"), "*.xml", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}{kind}{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
