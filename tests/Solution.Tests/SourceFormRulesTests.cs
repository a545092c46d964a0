using System.Xml.Linq;
using BuyerPath.Toolbox.Source;
using static BuyerPath.Solution.Tests.SourceCopy;

namespace BuyerPath.Solution.Tests;

/// <summary>Views and forms.</summary>
public class SourceFormRulesTests
{
    private const string Pipeline = "where customers stand";

    private static readonly Wording Any = new("Text", "Teksti");

    [Theory]
    [InlineData("active", "0 default views of type 0 (Public)")]
    [InlineData("lookup", "0 default views of type 64 (Lookup)")]
    public void A_missing_default_view_is_found(string key, string finding) =>
        Breaks<TablesHaveTheirViews>(finding, source => source.Remove(source.View("buy_Answer", key)));

    [Fact]
    public void A_second_default_view_is_found() =>
        Breaks<TablesHaveTheirViews>("2 default views of type 0 (Public)", source => source.Edit(source.View("buy_Answer", "inactive")).Descendants("isdefault").Single().Value = "1");

    [Theory]
    [InlineData("attribute")]
    [InlineData("order")]
    [InlineData("condition")]
    public void A_view_with_a_column_that_does_not_exist_is_found(string part) =>
        Breaks<ViewsNameColumns>("names buy_gone, which opportunity does not have", source =>
        {
            var element = source.Edit(source.View("Opportunity", Pipeline)).Descendants(part).First();
            element.SetAttributeValue(part == "attribute" ? "name" : "attribute", "buy_gone");
        });

    [Fact]
    public void A_view_of_a_linked_table_with_a_column_that_does_not_exist_is_found() =>
        Breaks<ViewsNameColumns>("names buy_gone, which buy_stage does not have", source =>
            source.Edit(source.View("Opportunity", Pipeline)).Descendants("entity").Single().Add(
                new XElement("link-entity", new XAttribute("name", "buy_stage"), new XAttribute("from", "buy_stageid"), new XAttribute("to", "buy_stageid"), new XAttribute("alias", "stage"),
                    new XElement("attribute", new XAttribute("name", "buy_gone")))));

    [Fact]
    public void A_view_that_shows_what_it_does_not_query_is_found() =>
        Breaks<ViewsNameColumns>("shows buy_grade and does not query it", source =>
            source.Edit(source.View("buy_Answer", "active")).Descendants("attribute").Single(attribute => attribute.Attribute("name")!.Value == "buy_grade").Remove());

    [Fact]
    public void A_view_of_another_table_is_found() =>
        Breaks<ViewsNameColumns>("queries buy_stage and lies in the folder of buy_Answer", source =>
            source.Edit(source.View("buy_Answer", "active")).Descendants("entity").Single().SetAttributeValue("name", "buy_stage"));

    [Fact]
    public void A_view_with_the_key_of_another_table_is_found() =>
        Breaks<ViewsNameColumns>("not buy_answerid", source => source.Edit(source.View("buy_Answer", "active")).Descendants("row").Single().SetAttributeValue("id", "buy_stageid"));

    [Fact]
    public void A_view_that_jumps_by_another_column_is_found() =>
        Breaks<ViewsNameColumns>("not by buy_number", source => source.Edit(source.View("buy_Answer", "active")).Descendants("grid").Single().SetAttributeValue("jump", "buy_value"));

    [Fact]
    public void A_quick_find_view_that_searches_nothing_is_found() =>
        Breaks<ViewsNameColumns>("without columns that it searches", source =>
            source.Edit(source.View("buy_Answer", "quick find")).Descendants("filter").Single(filter => filter.Attribute("isquickfindfields") is not null).Remove());

    [Theory]
    [InlineData("buy_Answer", "buy_gone")]
    [InlineData("Opportunity", "buy_gone")]
    [InlineData("buy_Answer", "name")]        // a column of opportunities, not of answers
    public void A_field_of_a_column_that_does_not_exist_is_found(string table, string column) =>
        Breaks<FormFieldsFitTheirColumns>($"shows {column}, which {table} does not have", source =>
            source.Edit(source.MainForm(table)).Descendants("control").Last(control => control.Attribute("datafieldname") is not null).SetAttributeValue("datafieldname", column));

    [Fact]
    public void A_field_with_the_control_of_another_type_is_found() =>
        Breaks<FormFieldsFitTheirColumns>("shows buy_grade with the control", source =>
            Control(source, "buy_Answer", "buy_grade").SetAttributeValue("classid", Control(source, "buy_Answer", "buy_detail").Attribute("classid")!.Value));

    [Theory]
    [InlineData("RelationshipName", "buy_process_stage", "does not lead from Opportunity to buy_Answer")]
    [InlineData("RelationshipName", "buy_gone", "does not lead from Opportunity to buy_Answer")]
    [InlineData("TargetEntityType", "buy_gone", "a table that the solution does not have")]
    [InlineData("ViewId", "{00000000-0000-5000-8000-000000000000}", "which buy_Answer does not have")]
    public void A_list_that_does_not_reach_its_rows_is_found(string parameter, string value, string finding) =>
        Breaks<SubgridsReachTheirRows>(finding, source =>
            source.Edit(source.MainForm("Opportunity")).Descendants("control").Single(control => control.Attribute("id")!.Value == "answers").Descendants(parameter).Single().Value = value);

    [Theory]
    [InlineData("buy_opportunityid", "buy_criterion", "{9e6d8a09-0000-5000-8000-000000000000}", "shows rows of buy_criterion; buy_opportunityid points at Opportunity.")]
    [InlineData("buy_level", "buy_criterion", "{9e6d8a09-0000-5000-8000-000000000000}", "shows rows of buy_criterion; buy_level points at no table.")]
    [InlineData("buy_criterionid", "buy_stage", "{9e6d8a09-0000-5000-8000-000000000000}", "shows rows of buy_stage; buy_criterionid points at buy_Criterion.")]
    [InlineData("buy_criterionid", "buy_criterion", "{9e6d8a09-0000-5000-8000-000000000000}", "uses the form {9e6d8a09-0000-5000-8000-000000000000}, which Entities/buy_Criterion/FormXml/quick/ does not have.")]
    public void A_quick_view_that_does_not_show_its_row_is_found(string lookup, string table, string form, string finding) =>
        Breaks<QuickViewsShowTheirRows>(finding, source =>
        {
            var control = source.Edit(source.MainForm("buy_Rating")).Descendants("control").Single(control => control.Attribute("id")!.Value == "view_criterion");
            control.SetAttributeValue("datafieldname", lookup);
            control.Descendants("QuickForms").Single().Value = $"<QuickFormIds><QuickFormId entityname=\"{table}\">{form}</QuickFormId></QuickFormIds>";
        });

    [Fact]
    public void A_code_component_that_is_not_in_the_solution_is_found() =>
        Breaks<CodeComponentsAreBoundWhole>("is buy_BuyerPath.Other, which the solution does not have", source => Components(source).First().SetAttributeValue("name", "buy_BuyerPath.Other"));

    public static TheoryData<string, Action<XElement>> BrokenBoards => new()
    {
        { "is shown by buy_BuyerPath.Other, which", board => board.Elements("customControl").Last().SetAttributeValue("name", "buy_BuyerPath.Other") },
        { "form factors 0, 1 and 2", board => board.Elements("customControl").Last().Remove() },
        { "does not take the rows", board => board.Elements("customControl").Last().Descendants("data-set").Remove() },
        { "is not the fallback", board => board.Elements("customControl").First().Remove() },
    };

    [Theory]
    [MemberData(nameof(BrokenBoards))]
    public void A_view_that_is_not_shown_whole_is_found(string finding, Action<XElement> breakIt) =>
        Breaks<ViewsAreShownWhole>(finding, source => breakIt(source.Edit(source.Files("Entities/Opportunity/SavedQueries/").First(view => view.Root.Descendants("controlDescription").Any()).Path).Descendants("controlDescription").Single()));

    [Fact]
    public void A_code_component_that_leaves_out_the_phone_is_found() =>
        Breaks<CodeComponentsAreBoundWhole>("form factors 0, 1 and 2", source => Components(source)[1].Remove());

    [Fact]
    public void A_code_component_that_is_not_bound_is_found() =>
        Breaks<CodeComponentsAreBoundWhole>("is not bound to the column", source => Components(source)[2].Element("parameters")!.Elements().Remove());

    [Fact]
    public void A_code_component_with_the_fallback_of_another_type_is_found() =>
        Breaks<CodeComponentsAreBoundWhole>("has the fallback", source =>
            source.Edit(source.MainForm("Opportunity")).Descendants("customControl").First().SetAttributeValue("id", Control(source, "Opportunity", "buy_blindspots").Attribute("classid")!.Value));

    [Fact]
    public void A_code_component_that_nothing_describes_is_found() =>
        Breaks<CodeComponentsAreBoundWhole>("describes it 0 times", source => source.Edit(source.MainForm("Opportunity")).Descendants("controlDescription").Remove());

    [Fact]
    public void A_description_of_no_control_is_found() =>
        Breaks<CodeComponentsAreBoundWhole>("which is not on the form", source => Control(source, "Opportunity", "buy_journey").Parent!.Remove());

    [Fact]
    public void A_column_that_nobody_sees_is_found() =>
        Breaks<ColumnsAreShown>("no form and no view shows buy_Proof", source =>
        {
            foreach (var file in source.Files("Entities/buy_Question/").Select(file => file.Path).ToList())
                source.Edit(file).Descendants().Where(part => part.Attribute("datafieldname")?.Value == "buy_proof").Remove();
        });

    [Fact]
    public void A_quick_view_form_that_no_form_shows_is_found() =>
        Breaks<QuickFormsAreReached>("no form shows this quick view form", source =>
            new NewForm("buy_Question", FormKind.QuickView, "unseen", Any, Any, [new FormTab("tab", Any, [[new FieldSection("fields", Any, new FormField("buy_proof"))]])]).AddTo(source));

    [Theory]
    [InlineData("buy_Question", "1", "no quick create form is there")]
    [InlineData("buy_Answer", "0", "a quick create form is there")]
    public void A_table_that_is_created_quickly_without_its_form_or_not_with_it_is_found(string table, string allowed, string finding) =>
        Breaks<QuickFormsAreReached>(finding, source => source.Edit(source.Table(table).Path).Descendants("IsQuickCreateEnabled").Single().Value = allowed);

    private static XElement Control(SolutionSource source, string table, string column) =>
        source.Edit(source.MainForm(table)).Descendants("control").Single(control => control.Attribute("datafieldname")?.Value == column);

    private static List<XElement> Components(SolutionSource source) =>
        [.. source.Edit(source.MainForm("Opportunity")).Descendants("customControl").Where(control => control.Attribute("name") is not null)];
}
