using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using BuyerPath.Sandbox.Loading;
using BuyerPath.Toolbox.Packing;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

public sealed class PackTests
{
    private const string Dll = "PluginAssemblies/BuyerPathPlugins-25CE5870-0A4F-51DA-8679-F3C7285EA190/BuyerPathPlugins.dll";
    private const string Control = "Controls/buy_BuyerPath.Journey";

    private readonly SolutionSource _source = PackStage.Make();

    [Theory]
    [InlineData(PackageType.Unmanaged)]
    [InlineData(PackageType.Managed)]
    public void Packing_twice_gives_the_same_bytes(PackageType type) =>
        Assert.Equal(SolutionPacker.Pack(_source, type).Zip, SolutionPacker.Pack(PackStage.Make(), type).Zip);

    [Fact]
    public void The_two_zips_differ_in_one_word()
    {
        var unmanaged = Entries(PackageType.Unmanaged);
        var managed = Entries(PackageType.Managed);

        Assert.Equal(unmanaged.Keys, managed.Keys);
        Assert.Equal(["solution.xml"], unmanaged.Keys.Where(path => !unmanaged[path].AsSpan().SequenceEqual(managed[path])));
        Assert.Equal(
            Encoding.UTF8.GetString(unmanaged["solution.xml"]),
            Encoding.UTF8.GetString(managed["solution.xml"]).Replace("<Managed>1<", "<Managed>0<", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_component_of_the_source_is_in_the_zip()
    {
        var zip = Customizations();

        AssertSame("OptionSets/", path => path, zip.Descendants("optionsets").Elements("optionset"), choice => $"OptionSets/{choice.Attribute("Name")!.Value}.xml");
        AssertSame("Entities/", path => path.EndsWith("/Entity.xml", StringComparison.Ordinal) ? path : null,
            zip.Element("Entities")!.Elements(), table => $"Entities/{table.Element("Name")!.Value}/Entity.xml");
        AssertSame("Entities/", path => path.Contains("/FormXml/", StringComparison.Ordinal) ? path : null,
            zip.Descendants("systemform"), form => $"Entities/{form.Ancestors("Entity").Single().Element("Name")!.Value}/FormXml/{form.Parent!.Attribute("type")!.Value}/{form.Element("formid")!.Value}.xml");
        AssertSame("Entities/", path => path.Contains("/SavedQueries/", StringComparison.Ordinal) ? path : null,
            zip.Descendants("savedquery"), view => $"Entities/{view.Ancestors("Entity").Single().Element("Name")!.Value}/SavedQueries/{view.Element("savedqueryid")!.Value}.xml");
        AssertSame("SdkMessageProcessingSteps/", path => path,
            zip.Element("SdkMessageProcessingSteps")!.Elements(), step => $"SdkMessageProcessingSteps/{step.Attribute("SdkMessageProcessingStepId")!.Value}.xml");
        Assert.Equal(
            _source.Files("Other/Relationships/").SelectMany(file => file.Root.Elements()).Select(relationship => relationship.Attribute("Name")!.Value).Order(),
            zip.Element("EntityRelationships")!.Elements().Select(relationship => relationship.Attribute("Name")!.Value).Order());
        Assert.Equal(
            _source.Paths.Where(path => path.StartsWith("customapis/", StringComparison.Ordinal)),
            Entries().Keys.Where(path => path.StartsWith("customapis/", StringComparison.Ordinal)));

        void AssertSame(string under, Func<string, string?> isOne, IEnumerable<XElement> packed, Func<XElement, string> pathOf) =>
            Assert.Equal(
                _source.Paths.Where(path => path.StartsWith(under, StringComparison.Ordinal) && isOne(path) is not null),
                packed.Select(pathOf).Order(StringComparer.Ordinal));
    }

    [Theory] // a maker's next export shows their changes and nothing else
    [InlineData(PackageType.Unmanaged)]
    [InlineData(PackageType.Managed)]
    public void Unpacking_the_zip_gives_the_source_byte_for_byte(PackageType type)
    {
        var unpacked = UnpackedZip.Files(SolutionPacker.Pack(_source, type).Zip);

        Assert.Equal(_source.Paths, unpacked.Keys);
        Assert.All(unpacked, file => Assert.Equal(Encoding.UTF8.GetString(_source.Bytes(file.Key)), Encoding.UTF8.GetString(file.Value)));
    }

    [Fact]
    public void A_component_is_in_the_zip_as_it_is_in_the_source() =>
        Assert.All(_source.Files("Entities/", "/Entity.xml"), file => Assert.Equal(
            file.Root.Element("EntityInfo")!.ToString(),
            Customizations().Element("Entities")!.Elements().Single(table => table.Element("Name")!.Value == file.Root.Element("Name")!.Value).Element("EntityInfo")!.ToString()));

    [Fact]
    public void The_DLL_in_the_zip_is_the_built_file_and_verifies()
    {
        var packed = Entries()[Dll];

        Assert.Equal(ShippedAssembly.Bytes(), packed);
        StrongName.Verify(packed, Dll);
    }

    [Fact]
    public void The_zip_has_the_files_of_the_control_and_no_others() =>
        Assert.Equal(
            [$"{Control}/ControlManifest.xml", $"{Control}/bundle.js", $"{Control}/css/Journey.css", $"{Control}/strings/Journey.1033.resx"],
            Entries().Keys.Where(path => path.StartsWith($"{Control}/", StringComparison.Ordinal)));

    [Fact]
    public void The_control_has_the_version_of_the_solution() =>
        Assert.Equal(_source.Manifest.Version, (string?)XElement.Parse(Encoding.UTF8.GetString(Entries()[$"{Control}/ControlManifest.xml"])).Element("control")!.Attribute("version") + ".0");

    [Fact]
    public void Every_entry_has_a_content_type()
    {
        Add("WebResources/buy_/plain", [1]);
        AddXml("WebResources/buy_/plain.data.xml", "<WebResource><Name>buy_/plain</Name><FileName>/WebResources/buy_plainABC</FileName></WebResource>", "WebResources");
        AddRoot(61, "schemaName", "buy_/plain");

        var types = XElement.Parse(Encoding.UTF8.GetString(Entries()["[Content_Types].xml"])).Elements().ToList();

        Assert.All(Entries().Keys.Where(path => path != "[Content_Types].xml"), path => Assert.Single(types, type =>
            (string?)type.Attribute("Extension") == Path.GetExtension(path).TrimStart('.') || (string?)type.Attribute("PartName") == "/" + path));
    }

    [Fact]
    public void The_managed_zip_takes_the_managed_variant_of_a_form()
    {
        var path = _source.Paths.First(path => path.Contains("/FormXml/main/", StringComparison.Ordinal));
        var variant = new XElement(_source.Xml(path));
        variant.SetAttributeValue("variant", "managed");
        variant.Element("systemform")!.SetAttributeValue("variant", "managed");
        _source.Add(path[..^".xml".Length] + "_managed.xml", variant);

        Assert.Single(Customizations(PackageType.Managed).Descendants("systemform"), form => form.Attribute("variant") is not null);
        Assert.DoesNotContain(Customizations().Descendants("systemform"), form => form.Attribute("variant") is not null);
    }

    /// <summary>Kinds that the product's later releases bring: path, XML, placeholder, root type, attribute and key.</summary>
    public static TheoryData<string, string, string, int, string, string> FurtherKinds => new()
    {
        { "Roles/Seller.xml", "<Role id=\"{1}\" name=\"Seller\" />", "Roles", 20, "id", "{1}" },
        { "Dashboards/{2}.xml", "<Dashboard><FormId>{2}</FormId></Dashboard>", "Dashboards", 60, "id", "{2}" },
        { "AppModules/buy_Path/AppModule.xml", "<AppModule><UniqueName>buy_Path</UniqueName></AppModule>", "AppModules", 80, "schemaName", "buy_Path" },
        { "AppModuleSiteMaps/buy_Path/AppModuleSiteMap.xml", "<AppModuleSiteMap><SiteMapUniqueName>buy_Path</SiteMapUniqueName></AppModuleSiteMap>", "AppModuleSiteMaps", 62, "schemaName", "buy_Path" },
        { "Other/FieldSecurityProfiles.xml", "<FieldSecurityProfiles><FieldSecurityProfile fieldsecurityprofileid=\"{3}\" /></FieldSecurityProfiles>", "FieldSecurityProfiles", 70, "id", "{3}" },
    };

    [Theory]
    [MemberData(nameof(FurtherKinds))]
    public void A_component_of_another_kind_finds_its_place(string path, string xml, string placeholder, int type, string attribute, string key)
    {
        AddXml(path, xml, placeholder);
        AddRoot(type, attribute, key);

        Assert.Contains(key, Customizations().Element(placeholder)!.ToString());
    }

    [Fact]
    public void A_chart_is_packed_with_its_table()
    {
        _source.Edit("Entities/buy_Answer/Entity.xml").Add(new XElement("Visualizations"));
        _source.Add("Entities/buy_Answer/Visualizations/{A}.xml", XElement.Parse("<visualization><savedqueryvisualizationid>{A}</savedqueryvisualizationid></visualization>"));

        Assert.Single(Customizations().Descendants("visualization"), chart => chart.Element("savedqueryvisualizationid")!.Value == "{A}");
    }

    [Fact]
    public void Formulas_of_a_table_go_to_the_root_of_the_zip()
    {
        AddFormula();
        Add("Entities/buy_Answer/Formulas/buy_answer-FormulaDefinitions.yaml", [1]);

        Assert.Contains("Formulas/buy_answer-FormulaDefinitions.yaml", Entries().Keys);
    }

    [Fact]
    public void An_environment_variable_goes_into_the_zip_as_it_is()
    {
        const string path = "environmentvariabledefinitions/buy_Days/environmentvariabledefinition.xml";
        _source.Add(path, XElement.Parse("<environmentvariabledefinition schemaname=\"buy_Days\" />"));

        Assert.Equal(_source.Bytes(path), Entries()[path]);
    }

    [Fact]
    public void A_picture_of_a_table_is_listed_in_the_manifest()
    {
        var customizations = _source.Edit("Other/Customizations.xml");
        customizations.Add(XElement.Parse("<EntityImageConfigs><EntityImageConfig><parententitylogicalname>buy_process</parententitylogicalname></EntityImageConfig></EntityImageConfigs>"));
        customizations.Add(XElement.Parse("<AttributeImageConfigs><AttributeImageConfig><attributelogicalname>buy_picture</attributelogicalname><parententitylogicalname>buy_process</parententitylogicalname></AttributeImageConfig></AttributeImageConfigs>"));
        AddRoot(432, "schemaName", "buy_process");
        AddRoot(431, "schemaName", "buy_process buy_picture");

        Assert.Single(Customizations().Elements("EntityImageConfigs").Elements());
    }

    private void AddFormula() =>
        _source.Edit("Entities/buy_Answer/Entity.xml").Descendants("attribute").First()
            .Add(new XElement("FormulaDefinitionFileName", "/Formulas/buy_answer-FormulaDefinitions.yaml"));

    private void AddXml(string path, string xml, string placeholder)
    {
        _source.Add(path, XElement.Parse(xml));
        var customizations = _source.Edit("Other/Customizations.xml");
        if (customizations.Element(placeholder) is null) customizations.Add(new XElement(placeholder));
    }

    private void Add(string path, byte[] content) => _source.Replace(path, content);

    private void AddRoot(int type, string attribute, string key) =>
        _source.Edit(Manifest.Path).Descendants("RootComponents").Single()
            .Add(new XElement("RootComponent", new XAttribute("type", type), new XAttribute(attribute, key), new XAttribute("behavior", 0)));

    private XElement Customizations(PackageType type = PackageType.Unmanaged) =>
        XElement.Parse(Encoding.UTF8.GetString(Entries(type)["customizations.xml"]));

    private SortedDictionary<string, byte[]> Entries(PackageType type = PackageType.Unmanaged)
    {
        using var zip = new ZipArchive(new MemoryStream(SolutionPacker.Pack(_source, type).Zip));
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            entries.Add(entry.FullName, bytes.ToArray());
        }
        return entries;
    }
}
