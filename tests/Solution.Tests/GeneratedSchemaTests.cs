using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Generation;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

public sealed class GeneratedSchemaTests
{
    private readonly SolutionSource _source = SolutionSource.Load(Repository.PathOf("solution/src"));

    [Fact]
    public void The_names_in_the_code_are_those_of_the_solution() =>
        Assert.All(SchemaFiles.Of(_source), file => Assert.True(
            File.Exists(Repository.PathOf(file.Key)) && File.ReadAllText(Repository.PathOf(file.Key)).ReplaceLineEndings("\n") == file.Value,
            $"{file.Key} does not fit solution/src. Run 'dotnet pac-scripts/schema.cs'."));

    [Fact]
    public void A_table_has_a_class_with_its_columns_and_their_descriptions() =>
        Assert.Contains("""
            public static class AnswerTable
            {
                /// <summary>Logical name of the table.</summary>
                public const string LogicalName = "buy_answer";
            """, CSharp());

    [Fact]
    public void A_choice_has_an_enum_with_the_values_of_the_platform() =>
        Assert.Contains("""
            public enum QuestionKindChoice
            {
                /// <summary>Diagnostic.</summary>
                Diagnostic = 289450000,

                /// <summary>Exit fact.</summary>
                ExitFact = 289450001,
            }
            """, CSharp());

    [Fact]
    public void A_lookup_can_be_bound_in_the_Web_API() =>
        Assert.Contains("""
              questionId: "buy_questionid",
              questionIdNavigation: "buy_QuestionId",
            """, TypeScript());

    [Fact]
    public void A_description_cannot_break_out_of_its_comment()
    {
        DescriptionOf("Entities/buy_Answer/Entity.xml", "buy_Detail").SetAttributeValue("description", "a < b & c\nand </summary>");

        Assert.Contains("/// <summary>a &lt; b &amp; c and &lt;/summary&gt;</summary>", CSharp());
    }

    [Fact]
    public void A_column_without_description_is_refused()
    {
        DescriptionOf("Entities/buy_Answer/Entity.xml", "buy_Detail").SetAttributeValue("description", " ");

        AssertRefused("Entities/buy_Answer/Entity.xml: Entity/EntityInfo/buy_Answer/attributes/buy_Detail/Descriptions has no text in English, which names and documents it in the code.");
    }

    [Fact]
    public void Two_columns_cannot_share_a_name_in_code()
    {
        var detail = _source.Edit("Entities/buy_Answer/Entity.xml").Descendants("attribute").Single(column => (string?)column.Attribute("PhysicalName") == "buy_Detail");
        detail.SetAttributeValue("PhysicalName", "buy_Grade");

        AssertRefused("Entities/buy_Answer/Entity.xml: the name Grade of buy_grade is taken in the generated code.");
    }

    [Fact]
    public void A_choice_whose_label_does_not_spell_its_name_is_refused()
    {
        _source.Edit("OptionSets/buy_party.xml").Element("displaynames")!.Elements().First().SetAttributeValue("description", "Who");

        AssertRefused("OptionSets/buy_party.xml: code gets the word boundaries of buy_party from its English label, but 'Who' does not spell it.");
    }

    [Fact]
    public void A_standard_table_that_the_generator_does_not_know_is_refused_by_name()
    {
        var entity = _source.Edit("Entities/Opportunity/Entity.xml").Element("EntityInfo")!.Element("entity")!;
        entity.SetAttributeValue("Name", "Lead");

        AssertRefused("Entities/Opportunity/Entity.xml: the schema does not know the standard table lead; add it to StandardTables.");
    }

    private System.Xml.Linq.XElement DescriptionOf(string path, string column) =>
        _source.Edit(path).Descendants("attribute").Single(attribute => (string?)attribute.Attribute("PhysicalName") == column)
            .Element("Descriptions")!.Elements().First();

    private void AssertRefused(string sentence) =>
        Assert.Equal(sentence, Assert.Throws<InvalidDataException>(() => SchemaFiles.Of(_source)).Message);

    private string CSharp() => SchemaFiles.Of(_source)["plugins/Plugins/Schema/Tables.g.cs"];

    private string TypeScript() => SchemaFiles.Of(_source)["webresources/shared/schema.g.ts"];
}
