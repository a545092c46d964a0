using System.Text;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;
using static BuyerPath.Solution.Tests.SourceCopy;

namespace BuyerPath.Solution.Tests;

/// <summary>Files, placeholders, root components and ids.</summary>
public class SourceFileRulesTests
{
    private const string Choice = "OptionSets/buy_party.xml";
    private const string Customizations = "Other/Customizations.xml";

    public static TheoryData<string, string> OtherShapes => new()
    {
        // as an export writes it                             written otherwise
        { "\uFEFF",                                           "" },        // no byte order mark
        { "\n",                                               "\r\n" },
        { "  ",                                               "\t" },
        { "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",    "" },        // no declaration
        { " />",                                              "/>" },
    };

    [Theory]
    [MemberData(nameof(OtherShapes))]
    public void Another_shape_than_the_exports_is_found(string exported, string otherwise) =>
        Breaks<FilesHaveTheExportedShape>(Choice, source =>
            source.Replace(Choice, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(source.Bytes(Choice)).Replace(exported, otherwise, StringComparison.Ordinal))));

    [Fact]
    public void A_line_feed_at_the_end_is_found() =>
        Breaks<FilesHaveTheExportedShape>(Choice, source => source.Replace(Choice, [.. source.Bytes(Choice), (byte)'\n']));

    [Fact]
    public void A_view_in_a_file_of_another_name_is_found() =>
        Breaks<FilesAreNamedAfterTheirContent>("holds view {", source =>
            source.Edit(source.View("buy_Answer", "active")).Descendants("savedqueryid").Single().Value = StableId("another"));

    [Fact]
    public void A_form_in_a_file_of_another_name_is_found() =>
        Breaks<FilesAreNamedAfterTheirContent>("holds form {", source =>
            source.Edit(source.MainForm("buy_Answer")).Descendants("formid").Single().Value = StableId("another"));

    [Fact]
    public void A_table_in_a_folder_of_another_name_is_found() =>
        Breaks<FilesAreNamedAfterTheirContent>("holds table buy_Reply", source =>
            source.Edit("Entities/buy_Answer/Entity.xml").Element("Name")!.Value = "buy_Reply");

    [Fact]
    public void A_choice_in_a_file_of_another_name_is_found() =>
        Breaks<FilesAreNamedAfterTheirContent>("holds choice buy_side", source => source.Edit(Choice).SetAttributeValue("Name", "buy_side"));

    [Fact]
    public void A_relationship_in_the_file_of_another_table_is_found() =>
        Breaks<FilesAreNamedAfterTheirContent>("holds a relationship of Account", source =>
            source.Relationship("buy_contact_answer").Element("ReferencedEntityName")!.Value = "Account");

    [Theory]
    [InlineData("Entities")]
    [InlineData("optionsets")]
    [InlineData("CustomControls")]
    [InlineData("SolutionPluginAssemblies")]
    [InlineData("EntityRelationships")]
    public void A_missing_placeholder_is_found(string name) =>
        Breaks<PlaceholdersArePresent>($"<{name} /> is missing", source => source.Edit(Customizations).Element(name)!.Remove());

    [Fact]
    public void A_missing_language_is_found() =>
        Breaks<PlaceholdersArePresent>("language 1035", source => source.Element(Customizations, "Language", "1035").Remove());

    [Theory]
    [InlineData("FormXml")]
    [InlineData("SavedQueries")]
    [InlineData("RibbonDiffXml")]
    public void A_missing_placeholder_of_a_table_is_found(string name) =>
        Breaks<PlaceholdersArePresent>($"<{name} /> is missing", source => source.Edit("Entities/buy_Answer/Entity.xml").Element(name)!.Remove());

    [Theory]
    [InlineData("buy_answer")]
    [InlineData("buy_party")]
    [InlineData("buy_BuyerPath.Journey")]
    public void A_component_that_is_not_listed_is_found(string name) =>
        Breaks<RootComponentsMatchTheSource>($"for {name}", source => Root(source, name).Remove());

    [Fact]
    public void A_listed_component_that_does_not_exist_is_found() =>
        Breaks<RootComponentsMatchTheSource>("'buy_party' that no file describes", source => source.Remove(Choice));

    [Fact]
    public void A_component_listed_twice_is_found() =>
        Breaks<RootComponentsMatchTheSource>("'buy_party' 2 times", source => Root(source, "buy_party").AddAfterSelf(new XElement(Root(source, "buy_party"))));

    [Theory]
    [InlineData("buy_answer", "2")]    // only parts of a table that nobody else defines
    [InlineData("opportunity", "0")]   // all of a table that is not ours
    public void A_wrong_behavior_of_a_table_is_found(string table, string behavior) =>
        Breaks<RootComponentsMatchTheSource>($"{table} needs behavior", source => Root(source, table).SetAttributeValue("behavior", behavior));

    [Theory]
    [InlineData("{1fd64a61-4a5a-4e39-8d9b-3a1f64d1a6a5}")]   // version 4: by chance
    [InlineData("{72D3C7BA-33AA-5836-BA40-FB1DD8C48BE5}")]   // upper case
    [InlineData("72d3c7ba-33aa-5836-ba40-fb1dd8c48be5")]     // no braces
    public void An_id_that_is_not_stable_is_found(string id) =>
        Breaks<IdsAreStable>(id, source => source.Edit(source.MainForm("buy_Answer")).Descendants("tab").First().SetAttributeValue("id", id));

    [Fact]
    public void An_id_used_twice_on_a_form_is_found() =>
        Breaks<IdsAreUnique>("is used 2 times", source =>
        {
            var cells = source.Edit(source.MainForm("buy_Answer")).Descendants("cell").Take(2).ToList();
            cells[1].SetAttributeValue("id", cells[0].Attribute("id")!.Value);
        });

    [Fact]
    public void Two_views_with_one_id_are_found() =>
        Breaks<IdsAreUnique>("is used 2 times", source =>
            source.Edit(source.View("buy_Answer", "active")).Descendants("savedqueryid").Single().Value = NewView.IdOf("buy_Stage", "active").ToString("B"));

    [Theory]
    [InlineData("opportunity", "extends Opportunity")]
    [InlineData("competitor", "relates to Competitor by buy_competitor_alternative")]
    public void A_table_of_another_app_that_is_no_dependency_is_found(string table, string finding) =>
        Breaks<OtherAppsAreDependencies>(finding, source => Dependency(source, table).Remove());

    [Fact]
    public void A_dependent_relationship_without_its_other_table_is_found() =>
        Breaks<OtherAppsAreDependencies>("buy_competitor_alternative lacks parentSchemaName", source =>
            Dependency(source, "competitor").Element("Dependent")!.SetAttributeValue("parentSchemaName", null));

    private static XElement Dependency(SolutionSource source, string table) =>
        source.Edit(Manifest.Path).Descendants("Required").Single(required => required.Attribute("schemaName")!.Value == table).Parent!;

    private static XElement Root(SolutionSource source, string name) =>
        source.Edit(Manifest.Path).Descendants("RootComponent").First(root => root.Attribute("schemaName")?.Value == name);

    private static string StableId(string key) => Toolbox.StableId.Of(key).ToString("B");
}
