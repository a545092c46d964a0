using System.Xml.Linq;
using BuyerPath.Toolbox.Source;
using static BuyerPath.Solution.Tests.SourceCopy;

namespace BuyerPath.Solution.Tests;

/// <summary>Labels, columns, choices, keys and relationships.</summary>
public class SourceTableRulesTests
{
    [Fact]
    public void A_label_without_finnish_is_found() =>
        Breaks<LabelsAreInBothLanguages>("<displaynames> of buy_Grade has no text, or not just one, in language 1035", source =>
            source.Column("buy_Answer", "buy_Grade").Element("displaynames")!.Elements().Last().Remove());

    [Fact]
    public void An_empty_description_is_found() =>
        Breaks<LabelsAreInBothLanguages>("<Descriptions> of buy_Grade has no text, or not just one, in language 1033", source =>
            source.Column("buy_Answer", "buy_Grade").Element("Descriptions")!.Elements().First().SetAttributeValue("description", " "));

    [Fact]
    public void An_option_with_two_english_labels_is_found() =>
        Breaks<LabelsAreInBothLanguages>("<labels> of 289450000 has no text, or not just one, in language 1033", source =>
        {
            var label = source.Edit("OptionSets/buy_party.xml").Descendants("label").First();
            label.AddAfterSelf(new XElement(label));
        });

    [Fact]
    public void A_column_without_a_description_is_found() =>
        Breaks<LabelsAreInBothLanguages>("column buy_Grade has no <Descriptions>", source => source.Column("buy_Answer", "buy_Grade").Element("Descriptions")!.Remove());

    [Theory]
    [InlineData("LogicalName", "buy_Grade")]
    [InlineData("Name", "buy_grades")]
    public void A_column_that_names_itself_otherwise_is_found(string element, string name) =>
        Breaks<ColumnsAgreeWithThemselves>($"{name}, not buy_grade", source => source.Column("buy_Answer", "buy_Grade").Element(element)!.Value = name);

    [Fact]
    public void A_column_without_our_prefix_is_found() =>
        Breaks<ColumnsAgreeWithThemselves>("does not begin with buy_", source =>
        {
            var column = source.Column("buy_Answer", "buy_Grade");
            column.SetAttributeValue("PhysicalName", "own_Grade");
            column.Element("Name")!.Value = column.Element("LogicalName")!.Value = "own_grade";
        });

    [Fact]
    public void A_length_that_is_not_twice_the_greatest_is_found() =>
        Breaks<ColumnsAgreeWithThemselves>("buy_Key has the length 50", source => source.Column("buy_Stage", "buy_Key").Element("Length")!.Value = "50");

    [Fact]
    public void A_column_listed_twice_is_found() =>
        Breaks<ColumnsAgreeWithThemselves>("buy_Grade is listed 2 times", source =>
        {
            var column = source.Column("buy_Answer", "buy_Grade");
            column.AddAfterSelf(new XElement(column));
        });

    [Theory]
    [InlineData("buy_Answer", "OwnerId")]
    [InlineData("buy_Process", "OrganizationId")]
    [InlineData("buy_Process", "statecode")]
    public void A_system_column_that_is_not_listed_is_found(string table, string column) =>
        Breaks<SystemColumnsAreListed>($"the system column {column.ToLowerInvariant()} is not listed", source => source.Column(table, column).Remove());

    [Fact]
    public void A_standard_column_in_the_source_of_an_extended_table_is_found() =>
        Breaks<SystemColumnsAreListed>("Name is no system column", source =>
            source.Column("Opportunity", "buy_Journey").AddAfterSelf(Standard(source)));

    [Fact]
    public void A_second_primary_name_is_found() =>
        Breaks<TablesHaveOnePrimaryName>("2 columns have PrimaryName", source =>
            source.Column("buy_Stage", "buy_Key").Element("DisplayMask")!.Value = source.Column("buy_Stage", "buy_Name").Element("DisplayMask")!.Value);

    [Fact]
    public void A_table_without_a_primary_name_is_found() =>
        Breaks<TablesHaveOnePrimaryName>("0 columns have PrimaryName", source => source.Column("buy_Stage", "buy_Name").Element("DisplayMask")!.Value = Column.Everywhere);

    [Fact]
    public void A_primary_name_that_forms_do_not_require_is_found() =>
        Breaks<TablesHaveOnePrimaryName>("end with RequiredForForm", source =>
            source.Column("buy_Stage", "buy_Name").Element("DisplayMask")!.Value = "PrimaryName|" + Column.Everywhere);

    [Fact]
    public void A_choice_that_does_not_exist_is_found() =>
        Breaks<ChoicesExist>("uses the global choice buy_mood", source => source.Column("buy_Answer", "buy_Grade").Element("OptionSetName")!.Value = "buy_mood");

    [Fact]
    public void Options_of_a_column_called_otherwise_are_found() =>
        Breaks<ChoicesExist>("not buy_question_buy_isnegative", source => source.Column("buy_Question", "buy_IsNegative").Element("optionset")!.SetAttributeValue("Name", "buy_isnegative"));

    [Theory]
    [InlineData("289449999", "outside the publisher's range")]   // one below
    [InlineData("289460000", "outside the publisher's range")]   // one above
    [InlineData("289450001", "given twice")]
    public void A_value_that_is_not_ours_alone_is_found(string value, string finding) =>
        Breaks<ChoiceValuesAreOurs>(finding, source => source.Edit("OptionSets/buy_party.xml").Descendants("option").First().SetAttributeValue("value", value));

    [Fact]
    public void A_key_of_a_column_that_does_not_exist_is_found() =>
        Breaks<KeysNameColumns>("the key buy_StageOrder names buy_place", source => source.Element("Entities/buy_Stage/Entity.xml", "AttributeName", "buy_order").Value = "buy_place");

    [Fact]
    public void A_relationship_that_is_not_in_the_index_is_found() =>
        Breaks<RelationshipsMatchTheIndex>("buy_process_stage is not in the index", source => Entry(source, "buy_process_stage").Remove());

    [Fact]
    public void A_relationship_that_is_only_in_the_index_is_found() =>
        Breaks<RelationshipsMatchTheIndex>("no file defines it", source => source.Relationship("buy_process_stage").Remove());

    [Fact]
    public void A_relationship_twice_in_the_index_is_found() =>
        Breaks<RelationshipsMatchTheIndex>("buy_process_stage is there twice", source => Entry(source, "buy_process_stage").AddAfterSelf(new XElement(Entry(source, "buy_process_stage"))));

    [Theory]
    [InlineData("ReferencingEntityName", "buy_stage", "the table is written buy_Stage")]
    [InlineData("ReferencedEntityName", "buy_process", "the table is written buy_Process")]
    [InlineData("ReferencedEntityName", "buy_Template", "a table that the solution does not have")]
    [InlineData("ReferencingAttributeName", "buy_processid", "the column is written buy_ProcessId")]
    public void A_relationship_with_a_wrong_name_is_found(string element, string name, string finding)
    {
        // The navigation property is checked too; it follows the lookup, so that only one thing is wrong.
        Breaks<RelationshipsNameWhatExists>(finding, source =>
        {
            var relationship = source.Relationship("buy_process_stage");
            relationship.Element(element)!.Value = name;
            relationship.Descendants("NavigationPropertyName").First().Value = relationship.Element("ReferencingAttributeName")!.Value;
        });
    }

    [Theory]
    [InlineData("buy_TemplateId", "which buy_Stage does not have")]
    [InlineData("buy_Order", "a column of type int")]
    public void A_relationship_whose_lookup_is_none_is_found(string column, string finding) =>
        Breaks<RelationshipsNameWhatExists>(finding, source =>
        {
            var relationship = source.Relationship("buy_process_stage");
            relationship.Element("ReferencingAttributeName")!.Value = relationship.Descendants("NavigationPropertyName").First().Value = column;
        });

    [Theory]
    [InlineData("FirstEntityName", "buy_content", "the table is written buy_Content")]
    [InlineData("SecondEntityName", "buy_Phase", "a table that the solution does not have")]
    public void A_many_to_many_relationship_with_a_wrong_table_is_found(string element, string name, string finding) =>
        Breaks<RelationshipsNameWhatExists>(finding, source => ManyToMany(source).Element(element)!.Value = name);

    [Fact]
    public void A_many_to_many_relationship_that_is_not_in_the_index_is_found() =>
        Breaks<RelationshipsMatchTheIndex>("buy_content_stage is not in the index", source => Entry(source, "buy_content_stage").Remove());

    [Fact]
    public void A_many_to_many_relationship_that_is_only_in_the_index_is_found() =>
        Breaks<RelationshipsMatchTheIndex>("no file defines it", source => ManyToMany(source).Remove());

    [Fact]
    public void A_navigation_property_called_otherwise_is_found() =>
        Breaks<RelationshipsNameWhatExists>("must have the navigation properties buy_ProcessId and buy_process_stage", source =>
            source.Relationship("buy_process_stage").Descendants("NavigationPropertyName").First().Value = "buy_processid");

    [Fact]
    public void A_lookup_without_relationship_is_found() =>
        Breaks<LookupsHaveOneRelationship>("buy_SourceId has 0 relationships", source => source.Relationship("buy_contact_answer").Remove());

    private static XElement Entry(SolutionSource source, string name) =>
        source.Edit("Other/Relationships.xml").Elements().First(entry => entry.Attribute("Name")!.Value == name);

    private static XElement ManyToMany(SolutionSource source) =>
        source.Edit("Other/Relationships/buy_Content.xml").Elements().Single(one => one.Attribute("Name")!.Value == "buy_content_stage");

    private static XElement Standard(SolutionSource source)
    {
        var column = new XElement(source.Column("buy_Stage", "buy_Name"));
        column.SetAttributeValue("PhysicalName", "Name");
        column.Element("IsCustomField")!.Value = "0";
        return column;
    }
}
