using System.Xml.Linq;
using BuyerPath.Toolbox.Source;
using static BuyerPath.Solution.Tests.SourceCopy;

namespace BuyerPath.Solution.Tests;

/// <summary>App, navigation, dashboards, charts, roles, environment variables, scripts and buttons.</summary>
public class SourceAppRulesTests
{
    private const string App = "AppModules/buy_BuyerPath/AppModule.xml";
    private const string SiteMap = "AppModuleSiteMaps/buy_BuyerPath/AppModuleSiteMap.xml";
    private const string Variable = "environmentvariabledefinitions/buy_Test/environmentvariabledefinition.xml";
    private const string Script = "buy_/js/test.js";
    private const string Ribbon = "Entities/Opportunity/RibbonDiff.xml";

    [Fact]
    public void A_navigation_title_without_finnish_is_found() =>
        Breaks<LabelsAreInBothLanguages>("<Titles> of buy_area_sales has no text, or not just one, in language 1035", source =>
            source.Edit(SiteMap).Descendants("Titles").First().Elements().Last().Remove());

    [Theory]
    [InlineData("1", "buy_gone")]
    [InlineData("26", "{00000000-0000-0000-0000-000000000000}")]
    [InlineData("59", "{00000000-0000-0000-0000-000000000000}")]
    [InlineData("60", "{00000000-0000-0000-0000-000000000000}")]
    [InlineData("62", "buy_Gone")]
    [InlineData("29", "buy_BuyerPath")]
    public void An_app_component_that_does_not_exist_is_found(string type, string identity) =>
        Breaks<AppComponentsExist>($"lists {identity} of type {type}", source =>
            source.Edit(App).Element("AppModuleComponents")!.Add(new XElement("AppModuleComponent", new XAttribute("type", type), new XAttribute(identity.StartsWith('{') ? "id" : "schemaName", identity))));

    [Fact]
    public void A_role_that_may_not_open_the_app_is_found() =>
        Breaks<AppComponentsExist>("cannot be opened with the role", source => OurRole(source).Remove());

    [Fact]
    public void A_role_of_the_app_that_does_not_exist_is_found() =>
        Breaks<AppComponentsExist>("with the role {00000000-0000-0000-0000-000000000000}, which does not exist", source =>
            OurRole(source).AddAfterSelf(new XElement("Role", new XAttribute("id", Guid.Empty.ToString("B")))));

    [Theory]
    [InlineData("Entity", "buy_gone")]
    [InlineData("DefaultDashboard", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Url", "$webresource:buy_/gone.html")]
    public void An_entry_that_leads_nowhere_is_found(string attribute, string target) =>
        Breaks<SiteMapsLeadSomewhere>("leads nowhere", source =>
        {
            var entry = source.Edit(SiteMap).Descendants("SubArea").First();
            entry.Attribute("Entity")!.Remove();
            entry.SetAttributeValue(attribute, target);
        });

    [Theory]
    [InlineData("buy_area_sales", "is used 2 times")]
    [InlineData("sales", "does not begin with buy_")]
    public void A_navigation_id_that_can_clash_is_found(string id, string finding) =>
        Breaks<SiteMapsLeadSomewhere>(finding, source => source.Edit(SiteMap).Descendants("Group").First().SetAttributeValue("Id", id));

    [Fact]
    public void A_navigation_without_its_app_is_found() =>
        Breaks<SiteMapsLeadSomewhere>("an app that the solution does not have", source => source.Remove(App));

    [Fact]
    public void A_dashboard_that_nobody_finds_is_found() =>
        Breaks<AppsOfferEverything>("no app has this dashboard", source => Listed(source, Dashboard(source).Stem).Remove());

    [Fact]
    public void A_table_that_no_app_has_is_found() =>
        Breaks<AppsOfferEverything>("no app has this table", source => Listed(source, "buy_turn").Remove());

    [Fact]
    public void A_view_left_out_beside_others_of_its_table_is_found() =>
        Breaks<AppsOfferEverything>("lists other views of Opportunity", source => Listed(source, NewView.IdOf("Opportunity", "where customers stand").ToString("B")).Remove());

    [Theory]
    [InlineData("TargetEntityType", "buy_gone", "the table buy_gone")]
    [InlineData("ViewId", "{00000000-0000-0000-0000-000000000000}", "the view")]
    [InlineData("VisualizationId", "{00000000-0000-0000-0000-000000000000}", "the chart")]
    public void A_tile_that_shows_nothing_is_found(string parameter, string value, string finding) =>
        Breaks<DashboardsNameWhatExists>($"shows {finding}", source => source.Edit(Dashboard(source).Path).Descendants(parameter).First().Value = value);

    [Fact]
    public void A_chart_of_another_table_is_found() =>
        Breaks<ChartsNameColumns>("queries account", source => Chart(source).Descendants("entity").Single().SetAttributeValue("name", "account"));

    [Fact]
    public void A_chart_of_a_missing_column_is_found() =>
        Breaks<ChartsNameColumns>("names buy_gone", source => Chart(source).Descendants("attribute").First().SetAttributeValue("name", "buy_gone"));

    [Fact]
    public void A_chart_that_draws_what_it_does_not_query_is_found() =>
        Breaks<ChartsNameColumns>("draws gone", source => Chart(source).Descendants("measure").First().SetAttributeValue("alias", "gone"));

    [Fact]
    public void A_chart_with_a_series_too_many_is_found() =>
        Breaks<ChartsNameColumns>("series", source =>
        {
            var series = Chart(source).Descendants("Series").Elements("Series").First();
            series.AddAfterSelf(new XElement(series));
        });

    [Fact]
    public void A_view_without_a_name_is_found() =>
        Breaks<ComponentsHaveNames>("<savedquery> has no <LocalizedNames>", source => source.Edit(source.View("buy_Answer", "active")).Descendants("LocalizedNames").Remove());

    [Fact]
    public void A_table_that_no_role_reads_is_found() =>
        Breaks<TablesAreInARole>("no role may read buy_Turn", source =>
        {
            foreach (var role in source.Files("Roles/").ToList())
                source.Edit(role.Path).Descendants("RolePrivilege").Where(privilege => privilege.Attribute("name")!.Value == "prvReadbuy_Turn").Remove();
        });

    [Theory]
    [InlineData("prvReadbuy_gone", "Global", "of a table that the solution does not have")]
    [InlineData("prvReadbuy_answer", "Global", "in another casing")]
    [InlineData("prvAssignbuy_Process", "Global", "its rows have no owner")]
    [InlineData("prvWritebuy_Process", "Deep", "rows without an owner need Global")]
    [InlineData("prvWritebuy_Answer", "All", "the unknown level 'All'")]
    public void A_privilege_that_does_not_exist_is_found(string name, string level, string finding) =>
        Breaks<PrivilegesFitTheirTables>(finding, source => source.Edit(source.Files("Roles/").First().Path).Element("RolePrivileges")!
            .Add(new XElement("RolePrivilege", new XAttribute("name", name), new XAttribute("level", level))));

    [Theory]
    [InlineData("buy_Test", "100000001", "many", "is no number")]
    [InlineData("buy_Test", "100000002", "true", "neither yes nor no")]
    [InlineData("buy_Test", "100000000", "", "has no default")]
    [InlineData("buy_Test", "100000005", "x", "is a secret")]
    [InlineData("own_Test", "100000000", "x", "does not begin with buy_")]
    public void An_environment_variable_that_would_ask_is_found(string name, string type, string value, string finding) =>
        Breaks<EnvironmentVariablesHaveDefaults>(finding, source => source.Add(Variable, VariableOf(name, type, value)));

    [Fact]
    public void An_environment_variable_that_nothing_reads_is_found() =>
        Breaks<EnvironmentVariablesAreRead>("no plugin reads buy_Test", source => source.Add(Variable, VariableOf("buy_Test", "100000001", "1")));

    [Fact]
    public void A_web_resource_that_nothing_uses_is_found() =>
        Breaks<WebResourcesAreUsed>($"nothing uses the web resource {Script}", source => AddScript(source, "1;"));

    [Fact]
    public void A_web_resource_without_content_is_found() =>
        Breaks<WebResourcesAreUsed>($"the content WebResources/{Script} is missing", source =>
        {
            AddScript(source, "1;");
            AddHandler(source, "BuyerPathTest.load");
            source.Remove($"WebResources/{Script}");
        });

    [Fact]
    public void A_web_resource_that_is_named_and_missing_is_found() =>
        Breaks<WebResourcesAreUsed>($"names the web resource {Script}, which does not exist", source => AddHandler(source, "BuyerPathTest.load"));

    [Fact]
    public void A_silverlight_control_is_found() =>
        Breaks<WebResourcesAreUsed>("is a Silverlight control", source =>
        {
            AddScript(source, "1;", type: 8);
            AddHandler(source, "BuyerPathTest.load");
        });

    [Theory]
    [InlineData("BuyerPathTest.unload", "which buy_/js/test.js does not define")]
    [InlineData("Gone.load", "which buy_/js/test.js does not define")]
    public void A_form_that_calls_a_missing_function_is_found(string function, string finding) =>
        Breaks<ScriptsHaveTheirFunctions>(finding, source =>
        {
            AddScript(source, "var BuyerPathTest = { load: function () {} };");
            AddHandler(source, function);
        });

    [Fact]
    public void A_form_that_calls_what_its_script_defines_is_right()
    {
        var source = TakeBuilt();
        AddScript(source, "var BuyerPathTest = (() => { const load = () => window.name; return { load }; })();");
        AddHandler(source, "BuyerPathTest.load");

        Assert.Empty(new ScriptsHaveTheirFunctions().Findings(source));
        Assert.Empty(new WebResourcesAreUsed().Findings(source));
    }

    [Fact]
    public void A_library_that_the_form_does_not_list_is_found() =>
        Breaks<ScriptsHaveTheirFunctions>("a library that the form does not list", source =>
        {
            AddScript(source, "var BuyerPathTest = { load: function () {} };");
            AddHandler(source, "BuyerPathTest.load");
            source.Edit(source.MainForm("buy_Answer")).Descendants("Library").Remove();
        });

    [Theory]
    [InlineData("Button", "Command", "buy.gone", "has the command buy.gone, which is not defined")]
    [InlineData("Button", "LabelText", "$LocLabels:buy.gone", "the label buy.gone is not defined")]
    [InlineData("JavaScriptFunction", "FunctionName", "BuyerPathTest.gone", "calls BuyerPathTest.gone, which buy_/js/test.js does not define")]
    [InlineData("JavaScriptFunction", "Library", "$webresource:buy_/js/gone.js", "a web resource that does not exist")]
    [InlineData("EnableRule", "Id", "buy.gone", "the rule buy.gone, which is not defined")]
    public void A_button_that_does_nothing_is_found(string element, string attribute, string value, string finding) =>
        Breaks<ButtonsDoWhatExists>(finding, source =>
        {
            AddScript(source, "var BuyerPathTest = { load: function () {} };");
            source.Replace(Ribbon, SourceXml.Write(Ribbon, XElement.Parse("""
                <RibbonDiffXml>
                  <CustomActions>
                    <CustomAction Id="buy.action">
                      <CommandUIDefinition>
                        <Button Id="buy.button" Command="buy.command" LabelText="$LocLabels:buy.label" Alt="$LocLabels:buy.label" />
                        <Button Id="buy.other" Command="buy.command" />
                      </CommandUIDefinition>
                    </CustomAction>
                  </CustomActions>
                  <CommandDefinitions>
                    <CommandDefinition Id="buy.command">
                      <EnableRules><EnableRule Id="Mscrm.IsOpen" /></EnableRules>
                      <Actions><JavaScriptFunction FunctionName="BuyerPathTest.load" Library="$webresource:buy_/js/test.js" /></Actions>
                    </CommandDefinition>
                  </CommandDefinitions>
                  <RuleDefinitions />
                  <LocLabels><LocLabel Id="buy.label" /></LocLabels>
                </RibbonDiffXml>
                """)));
            Assert.Empty(new ButtonsDoWhatExists().Findings(source));
            source.Edit(Ribbon).Descendants(element).First().SetAttributeValue(attribute, value);
        });

    [Fact]
    public void A_code_component_without_a_file_is_found() =>
        Breaks<CodeComponentsHaveTheirFiles>("bundle.js is missing", source => source.Remove("Controls/buy_BuyerPath.Journey/bundle.js"));

    [Fact]
    public void A_code_component_on_no_form_and_no_view_is_found() =>
        Breaks<CodeComponentsAreUsed>("no form and no view shows buy_BuyerPath.Journey", source => source.Edit(source.MainForm("Opportunity")).Descendants("customControl").Remove());

    [Fact]
    public void A_choice_of_no_column_is_found() =>
        Breaks<ChoicesAreUsed>("no column uses the choice buy_other", source => source.Add("OptionSets/buy_other.xml", SourceXml.Root("optionset", new XAttribute("Name", "buy_other"))));

    [Theory]
    [InlineData("EntitySetName", "buy_Answers", "must be written in lower case")]
    [InlineData("Name", "buy_answer", "<entity> is called buy_Answer, and <Name> says buy_answer")]
    public void A_table_that_contradicts_itself_is_found(string element, string value, string finding) =>
        Assert.Contains(finding, Findings<TablesAgreeWithThemselves>(source => source.Edit(source.Table("buy_Answer").Path).Descendants(element).First().Value = value)[0], StringComparison.Ordinal);

    [Fact]
    public void A_primary_key_of_another_name_is_found() =>
        Breaks<TablesAgreeWithThemselves>("it must be buy_AnswerId alone", source => source.Column("buy_Answer", "buy_AnswerId").SetAttributeValue("PhysicalName", "buy_Id"));

    [Theory]
    [InlineData("9.0.0.0")]
    [InlineData("new")]
    public void A_version_ahead_of_the_solution_is_found(string version) =>
        Breaks<VersionsAreNotAhead>($"came with version {version}", source => source.Edit("OptionSets/buy_party.xml").Element("IntroducedVersion")!.Value = version);

    [Fact]
    public void An_inactive_form_is_found() =>
        Breaks<NothingIsInactive>("is inactive", source => source.Edit(source.MainForm("buy_Answer")).Descendants("FormActivationState").Single().Value = "0");

    [Fact]
    public void An_inactive_app_is_found() =>
        Breaks<NothingIsInactive>("is inactive", source => source.Edit(App).Element("statecode")!.Value = "1");

    private static List<string> Findings<TCheck>(Action<SolutionSource> damage)
        where TCheck : ICheck, new()
    {
        var source = Take();
        damage(source);
        return [.. new TCheck().Findings(source)];
    }

    private static XElement Listed(SolutionSource source, string identity) =>
        source.Edit(App).Descendants("AppModuleComponent").Single(component => component.Attributes().Any(attribute => attribute.Value == identity));

    private static XElement OurRole(SolutionSource source)
    {
        var ours = source.Files("Roles/").First().Root.Attribute("id")!.Value;
        return source.Edit(App).Descendants("Role").Single(role => role.Attribute("id")!.Value == ours);
    }

    private static SourceFile Dashboard(SolutionSource source) => source.Files("Dashboards/").First();

    private static XElement Chart(SolutionSource source) => source.Edit(source.Files("Entities/Opportunity/Visualizations/").First().Path);

    private static XElement VariableOf(string name, string type, string value) => new(
        "environmentvariabledefinition", new XAttribute("schemaname", name), new XElement("defaultvalue", value), new XElement("type", type));

    private static void AddScript(SolutionSource source, string content, int type = 3)
    {
        source.Replace($"WebResources/{Script}", System.Text.Encoding.UTF8.GetBytes(content));
        source.Add($"WebResources/{Script}.data.xml", SourceXml.Root("WebResource", new XElement("WebResourceId", Guid.Empty), new XElement("Name", Script), new XElement("WebResourceType", type)));
    }

    private static void AddHandler(SolutionSource source, string function) => source.Edit(source.MainForm("buy_Answer")).Descendants("form").Single().Add(
        new XElement("formLibraries", new XElement("Library", new XAttribute("name", Script))),
        new XElement("events", new XElement("event", new XAttribute("name", "onload"),
            new XElement("Handlers", new XElement("Handler", new XAttribute("functionName", function), new XAttribute("libraryName", Script))))));
}
