using System.Xml.Linq;
using BuyerPath.Toolbox.Adding;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

/// <summary>What <c>add.cs</c> does with a command line.</summary>
public class SourceAdditionTests
{
    private static readonly string[] Names = ["--en", "Note", "--fi", "Huomautus"];
    private static readonly string[] Texts = [.. Names, "--describe-en", "A note.", "--describe-fi", "Huomautus."];

    private readonly SolutionSource source = SourceCopy.Take();

    public static TheoryData<string, string, string> ColumnTypes => new()
    {
        // type and its options                        element           its value
        { "text --length 40",                          "Length",         "80" },
        { "text --length 40 --several-lines",          "Format",         "textarea" },
        { "url --length 200",                          "Format",         "url" },
        { "memo --length 2000",                        "MaxLength",      "2000" },
        { "memo --length 2000 --unaudited",            "IsAuditEnabled", "0" },
        { "whole --min -5 --max 10",                   "MinValue",       "-5" },
        { "decimal --min 0 --max 2.5 --digits 2",      "MaxValue",       "2.5" },
        { "date",                                      "Behavior",       "2" },
        { "datetime",                                  "Behavior",       "1" },
        { "yesno",                                     "AppDefaultValue", "0" },
        { "yesno --default yes",                       "AppDefaultValue", "1" },
        { "choice --of buy_party",                     "OptionSetName",  "buy_party" },
        { "memo --length 2000 --required",             "RequiredLevel",  "required" },
    };

    [Theory]
    [MemberData(nameof(ColumnTypes))]
    public void A_column_of_every_type_can_be_added(string typed, string element, string value)
    {
        Add($"column buy_Answer buy_Note {typed}", Texts);

        Assert.Equal(value, source.Table("buy_Answer").Find("buy_note")!.Xml.Element(element)!.Value);
        Assert.Equal(["Entities/buy_Answer/Entity.xml"], source.Changed);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_formula_stands_in_the_file_of_its_table()
    {
        Add("column buy_Answer buy_Age decimal --min 0 --max 9 --digits 0", [.. Texts, "--formula", "DateDiff(createdon, Now(), TimeUnit.Days)"]);
        Add("column buy_Answer buy_AAA yesno", [.. Texts, "--formula", "IsBlank(buy_grade)"]);

        Assert.Equal("buy_aaa: =IsBlank(buy_grade)\nbuy_age: =DateDiff(createdon, Now(), TimeUnit.Days)\n",
            System.Text.Encoding.UTF8.GetString(source.Bytes("Entities/buy_Answer/Formulas/buy_answer-FormulaDefinitions.yaml")));
        var column = source.Table("buy_Answer").Find("buy_age")!.Xml;
        Assert.Equal(["0", "0", "3"], ((string[])["ValidForCreateApi", "ValidForUpdateApi", "SourceType"]).Select(flag => column.Element(flag)!.Value));
        Assert.Equal("/Formulas/buy_answer-FormulaDefinitions.yaml", column.Elements().Last().Value);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_column_stands_among_the_others_in_the_order_of_names()
    {
        Add("column buy_Answer buy_Note memo --length 100", Texts);

        var names = source.Table("buy_Answer").Columns.Select(column => column.SchemaName).ToList();
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }

    [Theory]
    [InlineData("user", "buy_Number", 17, 7)]
    [InlineData("organization", "buy_Number", 14, 6)]
    public void A_table_comes_with_all_that_a_table_has(string owner, string primary, int systemColumns, int views)
    {
        Add($"table buy_Remark --set buy_remarks --owner {owner} --number K-{{SEQNUM:6}} --plural-en Remarks --plural-fi Huomiot", Texts);

        var table = source.Table("buy_Remark");
        Assert.Equal(systemColumns, table.Columns.Count(column => !column.IsCustom));
        Assert.Equal([primary], table.Columns.Where(column => column.IsCustom).Select(column => column.SchemaName));
        Assert.Equal(views, source.Files("Entities/buy_Remark/SavedQueries/").Count());
        Assert.Single(source.Files("Entities/buy_Remark/FormXml/main/"));
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_choice_gets_values_of_the_publisher_in_their_order()
    {
        string[] options = ["--option", "Merry|Iloinen", "--option", "Sad|Surullinen"];
        Add("choice buy_mood", [.. Texts, .. options]);

        var values = source.Xml("OptionSets/buy_mood.xml").Descendants("option").Select(option => option.Attribute("value")!.Value);
        Assert.Equal(["289450000", "289450001"], values);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Theory]
    [InlineData("remove-link", "RemoveLink", "NoCascade")]
    [InlineData("restrict", "Restrict", "NoCascade")]
    [InlineData("cascade", "Cascade", "NoCascade")]
    [InlineData("parental", "Cascade", "Cascade")]
    public void A_lookup_comes_with_its_relationship(string onDelete, string cascadeDelete, string cascadeAssign)
    {
        Add($"lookup buy_Process buy_ModelId buy_Stage --relationship buy_stage_process --on-delete {onDelete}", Texts);

        var relationship = source.Relationships.Single(relationship => relationship.SchemaName == "buy_stage_process");
        Assert.Equal("Other/Relationships/buy_Stage.xml", relationship.Path);
        Assert.Equal(cascadeDelete, relationship.Xml.Element("CascadeDelete")!.Value);
        Assert.Equal(cascadeAssign, relationship.Xml.Element("CascadeAssign")!.Value);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_lookup_may_point_at_a_standard_table()
    {
        Add("lookup buy_Answer buy_ReviewerId SystemUser --relationship buy_systemuser_answer --on-delete remove-link --required", Texts);

        Assert.Equal("required", source.Table("buy_Answer").Find("buy_reviewerid")!.Xml.Element("RequiredLevel")!.Value);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Theory]
    [InlineData("", "0")] // as the platform makes a new lookup
    [InlineData("--audited", "1")]
    public void A_lookup_is_audited_when_that_is_asked(string typed, string audited)
    {
        Add($"lookup buy_Answer buy_ReviewerId SystemUser --relationship buy_systemuser_answer --on-delete remove-link {typed}", Texts);

        Assert.Equal(audited, source.Table("buy_Answer").Find("buy_reviewerid")!.Xml.Element("IsAuditEnabled")!.Value);
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("--unaudited", "0")]
    public void A_table_is_audited_unless_that_is_not_wanted(string typed, string audited)
    {
        Add($"table buy_Remark --set buy_remarks --owner user --plural-en Remarks --plural-fi Huomiot {typed}", Texts);

        Assert.Equal(audited, source.Table("buy_Remark").Entity.Element("IsAuditEnabled")!.Value);
    }

    [Fact]
    public void A_many_to_many_relationship_lies_with_its_first_table()
    {
        Add("many-to-many buy_answer_stage buy_Answer buy_stage");

        var relationship = source.ManyToMany.Single(one => one.SchemaName == "buy_answer_stage");
        Assert.Equal("Other/Relationships/buy_Answer.xml", relationship.Path);
        Assert.Equal(("buy_Answer", "buy_Stage"), (relationship.First, relationship.Second));
        Assert.Equal("buy_answer_stage", relationship.Xml.Element("IntersectEntityName")!.Value);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Theory]
    [InlineData("buy_Question", "buy_Stakeholder")]
    [InlineData("buy_Stakeholder", "buy_Question")]
    public void A_list_reaches_its_rows_over_a_many_to_many_relationship_from_either_side(string table, string listed)
    {
        Add("many-to-many buy_question_stakeholder buy_Question buy_Stakeholder");
        Add($"list {table} others --tab general --of {listed} --relationship buy_question_stakeholder --height 4", Names);

        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_key_names_its_columns_in_their_order()
    {
        Add("key buy_Question buy_QuestionOrder buy_StageId buy_order --en Order --fi Järjestys");

        var key = source.Table("buy_Question").Entity.Descendants("EntityKey").Single(key => key.Element("Name")!.Value == "buy_QuestionOrder");
        Assert.Equal(["buy_stageid", "buy_order"], key.Descendants("AttributeName").Select(column => column.Value));
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_field_comes_last_in_its_section()
    {
        Add("column buy_Answer buy_Note memo --length 100", Texts);
        Add("field buy_Answer buy_note --section answer --locked");

        var form = source.Xml(source.MainForm("buy_Answer"));
        var last = form.Descendants("section").First(section => section.Attribute("name")!.Value == "answer").Descendants("control").Last();
        Assert.Equal("buy_note", last.Attribute("datafieldname")!.Value);
        Assert.Equal("true", last.Attribute("disabled")!.Value);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_field_fills_the_last_row_before_it_begins_another()
    {
        Add("column Opportunity buy_Note memo --length 100", Texts);
        Add("field Opportunity buy_note --section position");

        var rows = source.Xml(source.MainForm("Opportunity")).Descendants("section").Single(section => section.Attribute("name")!.Value == "position").Descendants("row");
        Assert.Equal([3, 3, 2], rows.Select(row => row.Elements("cell").Count()));
    }

    [Fact]
    public void A_tab_comes_after_another_and_is_filled_from_its_top()
    {
        Add("column Opportunity buy_Note memo --length 100", Texts);
        Add("column Opportunity buy_Remark memo --length 100", Texts);
        Add("tab Opportunity notes --after evidence", Names);
        Add("section Opportunity remarks buy_note buy_Remark:locked --tab notes --beside 2", Names);
        Add("list Opportunity replies --tab notes --of buy_Answer --relationship buy_opportunity_answer --height 4", Names);

        var tab = source.Xml(source.MainForm("Opportunity")).Descendants("tab").Single(tab => NameOf(tab) == "notes");
        Assert.Equal("evidence", NameOf(tab.ElementsBeforeSelf().Last()));
        Assert.Equal(["remarks", "replies"], tab.Descendants("section").Select(NameOf));
        Assert.Equal(["buy_note false", "buy_remark true"], tab.Descendants("row").First().Descendants("control").Select(control => $"{control.Attribute("datafieldname")!.Value} {control.Attribute("disabled")!.Value}"));
        Assert.Equal("4", tab.Descendants("RecordsPerPage").Single().Value);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_section_comes_last_in_the_last_column_of_its_tab()
    {
        Add("column Opportunity buy_Note memo --length 100", Texts);
        Add("section Opportunity note buy_note --tab details", Names);

        var details = source.Xml(source.MainForm("Opportunity")).Descendants("tab").Single(tab => NameOf(tab) == "details");
        Assert.Equal("note", NameOf(details.Descendants("column").Last().Descendants("section").Last()));
    }

    [Fact]
    public void A_view_shows_queries_and_sorts_what_was_asked()
    {
        string[] rest = ["--key", "stalled", "--where", "statecode eq 0", "--where", "buy_processid not-null", "--order", "estimatedvalue desc", "--order", "name"];
        Add("view Opportunity name:260 buy_stageid:200", [.. Texts, .. rest]);

        var view = source.Xml(source.View("Opportunity", "stalled"));
        Assert.Equal(["name", "buy_stageid"], view.Descendants("cell").Select(cell => cell.Attribute("name")!.Value));
        Assert.Equal(["eq 0", "not-null "], view.Descendants("condition").Select(condition => $"{condition.Attribute("operator")!.Value} {condition.Attribute("value")?.Value}"));
        Assert.Equal(["estimatedvalue true", "name false"], view.Descendants("order").Select(order => $"{order.Attribute("attribute")!.Value} {order.Attribute("descending")!.Value}"));
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void Of_conditions_that_are_alternatives_one_will_do()
    {
        string[] rest = ["--key", "late", "--where", "statecode eq 0", "--where", "buy_calculatedon yesterday | buy_calculatedon olderthan-x-days 1"];
        Add("view Opportunity name:260", [.. Texts, .. rest]);

        var all = source.Xml(source.View("Opportunity", "late")).Descendants("filter").First();
        Assert.Equal("and", all.Attribute("type")!.Value);
        Assert.Equal(["statecode"], all.Elements("condition").Select(condition => condition.Attribute("attribute")!.Value));
        var either = Assert.Single(all.Elements("filter"));
        Assert.Equal("or", either.Attribute("type")!.Value);
        Assert.Equal(["yesterday", "olderthan-x-days"], either.Elements("condition").Select(condition => condition.Attribute("operator")!.Value));
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_condition_may_be_on_the_row_that_a_lookup_points_at()
    {
        string[] rest = ["--key", "open", "--where", "statecode eq 0", "--where", "buy_opportunityid.statecode eq 0 | buy_opportunityid.statecode eq 1", "--where", "buy_opportunityid.name not-null"];
        Add("view buy_Answer buy_number:100", [.. Texts, .. rest]);

        var query = source.Xml(source.View("buy_Answer", "open")).Descendants("entity").Single();
        Assert.Equal("statecode", Assert.Single(query.Element("filter")!.Descendants("condition")).Attribute("attribute")!.Value);
        var link = Assert.Single(query.Elements("link-entity"));
        Assert.Equal(["opportunity", "opportunityid", "buy_opportunityid", "inner"], link.Attributes().Select(attribute => attribute.Value));
        Assert.Equal(["statecode", "statecode", "name"], link.Descendants("condition").Select(condition => condition.Attribute("attribute")!.Value));
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_standard_table_of_every_organisation_can_be_extended()
    {
        Add("extension Contact --en Contact --fi Yhteyshenkilö");
        Add("column Contact buy_Note memo --length 100", Texts);

        Assert.True(source.Table("contact").IsExtended);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void An_extension_of_an_app_names_what_must_be_installed_before()
    {
        string[] from = ["--solution", "msdynce_LeadManagement (9.0.4.0066)", "--app", "msdynce_SalesAnchor (9.0.23074.10006)"];
        Add("extension Lead --en Lead --fi Liidi", from);

        Assert.Contains(source.Xml(Manifest.Path).Descendants("Required"), required =>
            required.Attribute("schemaName")!.Value == "lead" && required.Attribute("solution")!.Value == from[1] && required.Element("package")!.Value == from[3]);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_code_component_is_listed()
    {
        Add("component buy_BuyerPath.Week");

        Assert.Contains(source.Manifest.RootComponents, root => root.Attribute("schemaName")?.Value == "buy_BuyerPath.Week");
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Theory] // options of the look and of what is drawn; the series, and the aggregate of the query
    [InlineData("--look bar", "Bar", "count", "buy_stakeholderid")]
    [InlineData("--look stackedcolumn --split buy_role --every month", "StackedColumn", "count", "buy_stakeholderid")]
    [InlineData("--look line --sum buy_confidencepercent", "Line", "sum", "buy_confidencepercent")]
    [InlineData("--look doughnut --average buy_confidencepercent", "Doughnut", "avg", "buy_confidencepercent")]
    public void A_chart_groups_the_rows_of_its_table(string typed, string series, string aggregate, string column)
    {
        Add($"chart buy_Stakeholder createdon --key by-day {typed}", Texts);

        var chart = Assert.Single(source.Files("Entities/buy_Stakeholder/Visualizations/")).Root;
        var measured = chart.Descendants("attribute").Single(attribute => attribute.Attribute("aggregate") is not null);
        Assert.Equal((series, aggregate, column), (chart.Descendants("Series").Last().Attribute("ChartType")!.Value, measured.Attribute("aggregate")!.Value, measured.Attribute("name")!.Value));
        Assert.Equal(typed.Contains("--split", StringComparison.Ordinal) ? 2 : 1, chart.Descendants("attribute").Count(attribute => attribute.Attribute("groupby") is not null));
        Assert.NotNull(source.Table("buy_Stakeholder").Root.Element("Visualizations"));
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_dashboard_shows_lists_and_charts_under_their_names()
    {
        Add("dashboard --key mine --en Mine --fi Omat", ["--tile", "Opportunity | Our turn | Whose turn it is | 2", "--tile", "buy_Step | My open steps | 1"]);

        var dashboard = source.Xml(source.Changed.Single(path => path.StartsWith("Dashboards/", StringComparison.Ordinal)));
        Assert.Equal(["Kenen vuoro", "Omat avoimet askeleet"], dashboard.Descendants("cell").Select(cell => Wording.Of(cell.Element("labels")!).Finnish));
        Assert.Equal(["Chart", "Grid"], dashboard.Descendants("ChartGridMode").Select(mode => mode.Value));
        Assert.Equal(12, dashboard.Descendants("row").Count());
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Theory]
    [InlineData("Opportunity | Nowhere | 3", "Opportunity has nothing called 'Nowhere' in SavedQueries.")]
    [InlineData("Opportunity | Our turn | Nothing | 3", "Opportunity has nothing called 'Nothing' in Visualizations.")]
    [InlineData("Opportunity | Our turn | 2", "The last row of tiles is not 3 columns wide.")]
    [InlineData("Opportunity | Our turn | 4", "The tile of 'Our turn' is too wide: a row has 3 columns.")]
    [InlineData("Opportunity | Our turn | wide", "--tile \"Opportunity | Our turn | wide\" must end with how many columns wide it is.")]
    [InlineData("Opportunity", "--tile \"Opportunity\" must be table, view, chart and width, or table, view and width, with | between.")]
    public void A_tile_that_cannot_be_is_named(string tile, string complaint) =>
        Assert.Equal(complaint, Assert.Throws<SourceException>(() => Add("dashboard --key mine --en Mine --fi Omat", ["--tile", tile])).Message);

    public static TheoryData<string, string> Mistakes => new()
    {
        // typed after the verb and before the texts                                            complaint
        { "nothing",                                                                            "'nothing' cannot be added; table, extension, column, lookup, many-to-many, choice, key, view, tab, section, list, field, component, chart, dashboard can." },
        { "colum buy_Answer buy_Note memo",                                                     "'colum' cannot be added" },
        { "column",                                                                             "The name of the table is missing." },
        { "column buy_Answer buy_Note",                                                         "The type of the column (text, url, memo," },
        { "column buy_Answer buy_Note lookup",                                                  "'lookup' is no type of column" },
        { "column buy_Reply buy_Note memo --length 9",                                          "The solution has no table buy_Reply. It has Account, Opportunity, buy_Alternative" },
        { "column buy_Answer own_Note memo --length 9",                                         "'own_Note' is no name for a component: it begins with buy_" },
        { "column buy_Answer buy_Note-2 memo --length 9",                                       "'buy_Note-2' is no name" },
        { "column buy_Answer buy_grade memo --length 9",                                        "buy_Answer has a column buy_Grade already." },
        { "column buy_Answer buy_Note memo",                                                    "--length is missing: a number from 1 to 1048576." },
        { "column buy_Answer buy_Note memo --length 1048577",                                   "--length 1048577 is not a number from 1 to 1048576" },
        { "column buy_Answer buy_Note memo --length 2,5",                                       "--length 2,5 is not a number" },
        { "column buy_Answer buy_Note memo --length 2.5",                                       "--length 2.5 is not a whole number." },
        { "column buy_Answer buy_Note memo --length",                                           "--length needs a value after it." },
        { "column buy_Answer buy_Note memo --length 9 --length 8",                              "--length is given 2 times" },
        { "column buy_Answer buy_Note memo --length 9 --digits 2",                              "--digits is unknown here" },
        { "column buy_Answer buy_Note memo more --length 9",                                    "'more' is one name too many." },
        { "column buy_Answer buy_Note text --length 9 --several-lines yes",                     "--several-lines takes no value; 'yes' stands after it." },
        { "column buy_Answer buy_Note yesno --default maybe",                                   "--default maybe is unknown; it is one of yes, no." },
        { "column buy_Answer buy_Note choice --of buy_mood",                                 "uses the global choice buy_mood, which the solution does not have" },
        { "table buy_Answer --set buy_replies --owner user --plural-en A --plural-fi B",        "There is a table buy_Answer already." },
        { "table buy_Remark --set buy_Remarks --owner user --plural-en A --plural-fi B",        "must be in lower case: buy_remarks." },
        { "table buy_Remark --set buy_remarks --owner team --plural-en A --plural-fi B",        "--owner team is unknown; it is one of user, organization." },
        { "table buy_Remark --set buy_remarks --owner user --plural-en A",                      "--plural-fi is missing" },
        { "column buy_Answer buy_Note memo --length 9 --formula 1",                             "A column of type ntext cannot have a --formula here" },
        { "choice buy_Mood --option A|B",                                                    "must be in lower case: buy_mood." },
        { "choice buy_party --option A|B",                                                      "OptionSets/buy_party.xml exists already." },
        { "choice buy_mood",                                                                 "needs at least one option." },
        { "choice buy_mood --option A",                                                      "must be the English and the Finnish label with | between" },
        { "lookup buy_Answer buy_Reviewer SystemUser --relationship buy_x --on-delete cascade", "must end in Id: buy_ReviewerId." },
        { "lookup buy_Answer buy_XId systemuser --relationship buy_x --on-delete cascade",      "'systemuser' is a standard table: write it as the platform's schema does" },
        { "lookup buy_Answer buy_XId buy_Reply --relationship buy_x --on-delete cascade",       "The solution has no table buy_Reply." },
        { "lookup buy_Answer buy_XId Contact --relationship buy_Contact_Answer --on-delete cascade", "There is a relationship buy_contact_answer already." },
        { "lookup buy_Answer buy_XId Contact --relationship buy_x --on-delete parental",        "is a part of Opportunity already; a table has one parent." },
        { "many-to-many buy_process_stage buy_Process buy_Stage",                               "There is a relationship buy_process_stage already." },
        { "many-to-many buy_Process_question buy_Process buy_Question",                         "must be in lower case: buy_process_question." },
        { "many-to-many buy_process_reply buy_Process buy_Reply",                               "The solution has no table buy_Reply." },
        { "field buy_Answer buy_gone --section answer",                                         "lists no column buy_gone" },
        { "field buy_Answer buy_grade --section answers",                                       "has a section 'answers'. It has answer, evidence." },
        { "field buy_Answer buy_grade --section answer",                                        "shows buy_grade already." },
        { "tab Opportunity notes --after questions",                                            "has a tab 'questions'. It has journey, plan" },
        { "tab Opportunity details --after evidence",                                           "has a tab 'details' already." },
        { "section buy_Answer note --tab general",                                              "The first column of the section is missing." },
        { "section buy_Answer note buy_grade --tab evidence",                                   "No main form of buy_Answer has a tab 'evidence'. It has general." },
        { "section buy_Answer evidence buy_gone --tab general",                                 "has a section 'evidence' already." },
        { "section buy_Answer note buy_gone --tab general",                                     "lists no column buy_gone" },
        { "section buy_Answer note buy_grade:locked --tab general",                             "shows buy_grade already." },
        { "section buy_Answer note buy_grade --tab general --beside 5",                         "--beside 5 is not a number from 1 to 4" },
        { "list Opportunity answers --tab details --of buy_Answer --relationship buy_opportunity_answer --height 6", "has a section 'answers' already." },
        { "list Opportunity replies --tab details --of buy_Answer --relationship buy_contact_answer --height 6", "does not lead from Opportunity to buy_Answer" },
        { "list Opportunity replies --tab details --of buy_Reply --relationship buy_opportunity_answer --height 6", "a table that the solution does not have" },
        { "extension lead",                                                                     "'lead' is a standard table: write it as the platform's schema does" },
        { "extension Opportunity",                                                              "There is a table Opportunity already." },
        { "extension Lead",                                                                     "extends Lead and does not name it under <MissingDependencies>" },
        { "extension Lead --solution S",                                                        "--app is missing" },
        { "component BuyerPath.Board",                                                          "it is buy_Namespace.Constructor." },
        { "component buy_Board",                                                                "it is buy_Namespace.Constructor." },
        { "component buy_BuyerPath.Journey",                                                    "ControlManifest.xml.data.xml exists already." },
        { "view Opportunity --key stalled",                                                     "The first column of the view, as name:260 is missing." },
        { "view Opportunity name --key stalled",                                                "'name' must be a column and its width in pixels" },
        { "view Opportunity name:0 --key stalled",                                              "'name:0' must be a column and its width in pixels" },
        { "view Opportunity name:10 buy_gone:10 --key stalled",                                 "names buy_gone, which opportunity does not have" },
        { "view Opportunity name:10 --key stalled --where statecode",                           "must be column, operator and value" },
        { "view Opportunity name:10 --key stalled --where |",                                   "must be column, operator and value" },
        { "key buy_Answer buy_AnswerPerQuestion buy_value",                                     "has a key buy_AnswerPerQuestion already." },
        { "key buy_Answer buy_Other buy_gone",                                                  "buy_Answer has no column buy_gone." },
        { "key buy_Answer buy_Other buy_detail",                                                "buy_Detail is of type ntext; a key takes nvarchar" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string typed, string complaint)
    {
        string[] texts = typed.Split(' ')[0] switch
        {
            "key" or "extension" or "tab" or "section" or "list" => Names,
            "field" or "component" or "many-to-many" => [],
            _ => Texts,
        };

        var refusal = Assert.Throws<SourceException>(() => Add(typed, texts));

        Assert.Contains(complaint, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("buy_value.statecode null", "buy_Answer has no lookup buy_value in the solution.")]
    [InlineData("buy_opportunityid.buy_gone null", "names buy_gone, which opportunity does not have")]
    [InlineData("buy_opportunityid.customerid.name null", "'buy_opportunityid.customerid.name' must be a column, or a lookup and a column")]
    [InlineData("buy_value null | buy_opportunityid.name null", "buy_value or name: alternatives must be of the same row.")]
    [InlineData("buy_value null | ", "--where \"\" must be column, operator and value")]
    [InlineData("buy_value eq ", "--where \"buy_value eq \" must be column, operator and value")]
    public void A_mistake_in_a_condition_is_named(string condition, string complaint)
    {
        var refusal = Assert.Throws<SourceException>(() => Add("view buy_Answer buy_number:10 --key open", [.. Texts, "--where", condition]));

        Assert.Contains(complaint, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_shows_every_verb() =>
        Assert.All(Addition.All, verb => Assert.Contains($"\n  dotnet pac-scripts/add.cs {verb.Word} ", Addition.Help, StringComparison.Ordinal));

    private static string NameOf(XElement part) => part.Attribute("name")!.Value;

    private void Add(string typed, params string[] texts) =>
        Addition.Perform([.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. texts], source);
}
