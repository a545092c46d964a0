using System.Xml.Linq;
using BuyerPath.Toolbox.Packing;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

/// <summary>What Microsoft's packer leaves out or overlooks without a word, ours refuses, naming the file.</summary>
public sealed class PackRefusalTests
{
    private const string Answer = "Entities/buy_Answer/Entity.xml";
    private const string Index = "Other/Relationships.xml";
    private const string Relationships = "Other/Relationships/buy_Stage.xml";
    private const string Choice = "OptionSets/buy_party.xml";
    private const string Control = "Controls/buy_BuyerPath.Journey/";
    private const string Assembly = "PluginAssemblies/BuyerPathPlugins-25CE5870-0A4F-51DA-8679-F3C7285EA190/BuyerPathPlugins.dll";

    private readonly SolutionSource _source = PackStage.Make();

    public static TheoryData<string, Action<SolutionSource>, string> Gaps => new()
    {
        // the manifest
        { "root missing", s => RootOf(s, "buy_party").Remove(), $"{Choice} is not listed in Other/Solution.xml: the root component of type 9 'buy_party' is missing." },
        { "root without component", s => s.Remove(Choice), "Other/Solution.xml lists the root component of type 9 'buy_party', but the source has no such component." },
        { "root twice", s => RootOf(s, "buy_party").AddAfterSelf(new XElement(RootOf(s, "buy_party"))), "Other/Solution.xml lists the root component of type 9 'buy_party' more than once." },
        { "component that is never a root", s => RootOf(s, "buy_party").SetAttributeValue("type", 26), "Other/Solution.xml lists the root component of type 26 'buy_party', but the source has no such component." },
        { "packs only one zip", s => s.Edit(Manifest.Path).Descendants("Managed").Single().Value = "0", "Other/Solution.xml: <Managed> must be 2, which allows both zips to be packed." },
        { "same component twice", s => s.Add("OptionSets/copy.xml", new XElement(s.Xml(Choice))), $"OptionSets/copy.xml holds the same component as {Choice}." },

        // places that are missing or wrong
        { "placeholder of tables", s => s.Edit("Other/Customizations.xml").Element("Entities")!.Remove(), $"Other/Customizations.xml has no <Entities />, so {Answer} would be left out." },
        { "placeholder of relationships", s => s.Edit("Other/Customizations.xml").Element("EntityRelationships")!.Remove(), $"Other/Customizations.xml has no <EntityRelationships />, so {Relationships} would be left out." },
        { "placeholder of forms", s => s.Edit(Answer).Element("FormXml")!.Remove(), $"{Answer} has no <FormXml />, so Entities/buy_Answer/FormXml/" },
        { "placeholder of views", s => s.Edit(Answer).Element("SavedQueries")!.Remove(), $"{Answer} has no <SavedQueries />, so Entities/buy_Answer/SavedQueries/" },
        { "placeholder of buttons", s => s.Edit(Answer).Element("RibbonDiffXml")!.Remove(), $"{Answer} has no <RibbonDiffXml />." },
        { "folder of another name", s => Move(s, Choice, "Choices/buy_party.xml"), "Choices/buy_party.xml would not be in the zip: the packer knows no component that lies there." },
        { "table in another folder", s => Move(s, Answer, "Entities/buy_answer/Entity.xml"), "Entities/buy_answer/Entity.xml holds the table buy_Answer, whose folder is Entities/buy_Answer." },
        { "form of an unknown kind", s => Move(s, First(s, "Entities/buy_Answer/FormXml/main/"), "Entities/buy_Answer/FormXml/dialog/{a}.xml"), "Entities/buy_Answer/FormXml/dialog/{a}.xml would not be in the zip: the packer knows no component that lies there." },
        { "form under another id", s => Copy(s, First(s, "Entities/buy_Answer/FormXml/main/"), "Entities/buy_Answer/FormXml/main/{a}.xml"), "Entities/buy_Answer/FormXml/main/{a}.xml holds the id " },
        { "view under another id", s => Copy(s, First(s, "Entities/buy_Answer/SavedQueries/"), "Entities/buy_Answer/SavedQueries/{a}.xml"), "Entities/buy_Answer/SavedQueries/{a}.xml holds the id " },
        { "only the managed variant", s => Move(s, Choice, "OptionSets/buy_party_managed.xml"), "OptionSets/buy_party_managed.xml has no plain file beside it, so the unmanaged zip would lack the component." },
        { "stray file at the top", s => s.Replace("notes.txt", [1]), "notes.txt would not be in the zip: the packer knows no component that lies there." },
        { "stray folder", s => s.Replace("docs/readme.md", [1]), "docs/readme.md would not be in the zip: the packer knows no component that lies there." },
        { "content types in the source", s => s.Replace("[Content_Types].xml", [1]), "[Content_Types].xml would not be in the zip: the packer knows no component that lies there." },

        // relationships
        { "relationship not in the index", s => InIndex(s, "buy_stage_question").Remove(), $"{Relationships} defines the relationship buy_stage_question, which {Index} does not name, so it would be left out." },
        { "relationship only in the index", s => s.Edit(Relationships).Elements().Single(IsNamed("buy_stage_question")).Remove(), $"{Index} names the relationship buy_stage_question, which no file defines, so it would be packed empty." },
        { "no index", s => s.Remove(Index), $"{Relationships} defines the relationship buy_stage_question, which {Index} does not name, so it would be left out." },
        { "relationship twice in the index", s => InIndex(s, "buy_stage_question").AddAfterSelf(new XElement(InIndex(s, "buy_stage_question"))), $"{Index} names the relationship buy_stage_question more than once." },
        { "relationship defined twice", s => s.Edit(Relationships).Add(new XElement(s.Xml(Relationships).Elements().Single(IsNamed("buy_stage_question")))), $"{Relationships} defines the relationship buy_stage_question, as {Relationships} does." },

        // files that belong to a component
        { "no DLL", s => s.Remove(Assembly), $"{Assembly} is missing. The script 'build' puts the built plugin there." },
        { "DLL of another identity", s => s.Edit(Assembly + ".data.xml").SetAttributeValue("FullName", "Other"), $"{Assembly}.data.xml says Other, but the DLL is BuyerPath.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=1b4fa4ccbc115171. Run 'dotnet pac-scripts/steps.cs'." },
        { "another identity in the manifest", s => Roots(s).Single(root => (int)root.Attribute("type")! == 91).SetAttributeValue("schemaName", "Other"), "Other/Solution.xml calls the plugin assembly Other, but it is BuyerPath.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=1b4fa4ccbc115171. Run 'dotnet pac-scripts/steps.cs'." },
        { "DLL elsewhere", s => s.Edit(Assembly + ".data.xml").Element("FileName")!.Value = "/X.dll", $"{Assembly}.data.xml: its <FileName> must be /{Assembly}." },
        { "second DLL", s => s.Replace("PluginAssemblies/Other.dll", [1]), "PluginAssemblies/Other.dll would not be in the zip: the packer knows no component that lies there." },
        { "no bundle", s => s.Remove(Control + "bundle.js"), $"{Control}bundle.js is missing, though its ControlManifest.xml names it." },
        { "no strings", s => s.Remove(Control + "strings/Journey.1033.resx"), $"{Control}strings/Journey.1033.resx is missing, though its ControlManifest.xml names it." },
        { "no control manifest", s => s.Remove(Control + "ControlManifest.xml"), $"{Control}ControlManifest.xml is missing. The script 'build' puts the built control there." },
        { "file that the control does not name", s => s.Replace(Control + "bundle.js.LICENSE.txt", [1]), $"{Control}bundle.js.LICENSE.txt would not be in the zip: the packer knows no component that lies there." },
        { "control of another name", s => s.Edit(Control + "ControlManifest.xml.data.xml").Element("Name")!.Value = "buy_BuyerPath.Other", $"{Control}ControlManifest.xml.data.xml describes the code component buy_BuyerPath.Other, but its manifest is of BuyerPath.Journey and lies in {Control}." },
        { "no web resource content", s => s.Add("WebResources/buy_/a.js.data.xml", XElement.Parse("<WebResource><Name>buy_/a.js</Name></WebResource>")), "WebResources/buy_/a.js is missing: the web resource would have no content." },
        { "web resource of another name", s => s.Add("WebResources/buy_/a.js.data.xml", XElement.Parse("<WebResource><Name>buy_/b.js</Name></WebResource>")), "WebResources/buy_/a.js.data.xml describes the web resource buy_/b.js, which belongs beside WebResources/buy_/b.js." },
        { "no formula file", s => s.Edit(Answer).Descendants("attribute").First().Add(new XElement("FormulaDefinitionFileName", "/Formulas/a.yaml")), "Entities/buy_Answer/Formulas/a.yaml is missing, though a column of the table has its formula there." },
        { "formula of no column", s => s.Replace("Entities/buy_Answer/Formulas/a.yaml", [1]), "Entities/buy_Answer/Formulas/a.yaml would not be in the zip: the packer knows no component that lies there." },
        { "Custom API in another folder", s => s.Add("customapis/buy_A/customapi.xml", XElement.Parse("<customapi uniquename='buy_B' />")), "customapis/buy_A/customapi.xml: its uniquename is buy_B, but the folder says otherwise." },
        { "value of an environment variable", s => s.Replace("environmentvariabledefinitions/buy_A/environmentvariablevalues.json", [1]), "environmentvariabledefinitions/buy_A/environmentvariablevalues.json would not be in the zip: the packer knows no component that lies there." },
    };

    [Theory]
    [MemberData(nameof(Gaps), DisableDiscoveryEnumeration = true)]
    public void A_gap_is_refused_by_name(string why, Action<SolutionSource> makeGap, string sentence)
    {
        makeGap(_source);

        var refusal = Assert.Throws<InvalidDataException>(() => SolutionPacker.Pack(_source, PackageType.Unmanaged));

        Assert.True(refusal.Message.Split('\n').Any(line => line.StartsWith(sentence, StringComparison.Ordinal)), $"{why}: {refusal.Message}");
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        _source.Remove(Choice);
        _source.Replace("notes.txt", [1]);

        var refusal = Assert.Throws<InvalidDataException>(() => SolutionPacker.Pack(_source, PackageType.Unmanaged));

        Assert.Equal(2, refusal.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData(Choice)]
    [InlineData(Manifest.Path)]
    [InlineData("Other/Customizations.xml")]
    public void A_file_that_is_no_XML_is_refused_by_name(string path)
    {
        _source.Replace(path, "<a>"u8.ToArray());

        Assert.StartsWith($"{path} is not well-formed XML: ", Assert.Throws<InvalidDataException>(() => SolutionPacker.Pack(_source, PackageType.Unmanaged)).Message);
    }

    [Fact]
    public void A_DLL_that_is_none_is_refused_by_name()
    {
        _source.Replace(Assembly, [1, 2, 3]);

        Assert.Equal($"{Assembly} is no .NET assembly.", Assert.Throws<InvalidDataException>(() => SolutionPacker.Pack(_source, PackageType.Unmanaged)).Message);
    }

    private static IEnumerable<XElement> Roots(SolutionSource source) => source.Edit(Manifest.Path).Descendants("RootComponent");

    private static XElement RootOf(SolutionSource source, string schemaName) => Roots(source).Single(root => (string?)root.Attribute("schemaName") == schemaName);

    private static XElement InIndex(SolutionSource source, string name) => source.Edit(Index).Elements().Single(IsNamed(name));

    private static Func<XElement, bool> IsNamed(string name) => element => (string?)element.Attribute("Name") == name;

    private static string First(SolutionSource source, string under) => source.Paths.First(path => path.StartsWith(under, StringComparison.Ordinal));

    private static void Copy(SolutionSource source, string from, string to) => source.Add(to, new XElement(source.Xml(from)));

    private static void Move(SolutionSource source, string from, string to)
    {
        Copy(source, from, to);
        source.Remove(from);
    }
}
