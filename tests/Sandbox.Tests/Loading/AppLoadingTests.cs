using System.Xml.Linq;
using BuyerPath.Sandbox.Loading;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Tests.Loading;

public sealed class AppLoadingTests
{
    private static readonly Guid ViewId = new("22222222-0000-0000-0000-000000000001");
    private static readonly Guid ChartId = new("44444444-0000-0000-0000-00000000000c");
    private static readonly Guid DashboardId = new("44444444-0000-0000-0000-00000000000d");

    private static readonly SolutionModel Model = SolutionReader.Read(new TestSolution().WithApp().Zip());

    [Fact]
    public void An_app_has_its_tables_components_roles_and_icon()
    {
        var app = Assert.Single(Model.Apps);

        Assert.Equal(("smpl_Visits", "Visits", "smpl_/app.svg"), (app.UniqueName, app.Name.In(1033), app.Icon?.Name));
        Assert.Equal(["smpl_visit"], app.Tables);
        Assert.Equal([ViewId, ChartId, DashboardId], app.Listed.Order());
        Assert.Equal([new Guid("627090ff-40a3-4053-8790-584edc5be201")], app.Roles);
    }

    [Fact]
    public void The_way_through_an_app_leads_to_tables_and_dashboards()
    {
        var area = Assert.Single(Assert.Single(Model.Apps).Areas);
        var entries = Assert.Single(area.Groups).Entries;

        Assert.Equal("Vierailut", area.Title.In(1035));
        Assert.Equal([("Overview", null, DashboardId), ("", "smpl_visit", null)], entries.Select(entry => (entry.Title.In(1033), entry.Table, entry.Dashboard)));
        Assert.Equal([new NeededPrivilege("smpl_visit", "Read"), new NeededPrivilege("smpl_visit", "Write")], entries[1].Needs);
    }

    [Fact]
    public void A_dashboard_has_tiles_that_are_lists_or_charts()
    {
        var dashboard = Model.Dashboards[DashboardId];

        Assert.Equal(("Visits", 3), (dashboard.Name.In(1033), dashboard.Columns));
        Assert.Equal(
            [("Minutes", "smpl_visit", ViewId, ChartId, 10, 2, 12), ("Visits", "smpl_visit", ViewId, (Guid?)null, 8, 1, 12)],
            dashboard.Tiles.Select(tile => (tile.Title.In(1033), tile.Table, tile.View, tile.Chart, tile.RowsPerPage, tile.Width, tile.Height)));
    }

    [Fact]
    public void A_chart_has_its_query_its_aliases_and_its_colours()
    {
        var chart = Assert.Single(Model.Charts);

        Assert.Equal((ChartId, "smpl_visit", "Minutes by outcome"), (chart.Id, chart.Table, chart.Name.In(1033)));
        Assert.Equal(("of", "part"), (chart.Category, chart.SplitBy));
        Assert.Equal([new ChartSeries(ChartType.StackedBar, "minutes")], chart.Series);
        Assert.Equal(["#5b97d5", "#ed7d31"], chart.Colors);
        Assert.Equal("smpl_visit", chart.Fetch.Element("entity")?.Attribute("name")?.Value);
    }

    [Fact]
    public void A_button_has_its_text_and_the_scripts_that_it_calls()
    {
        var button = Assert.Single(Model.Buttons);

        Assert.Equal(("smpl.Refresh", "smpl_visit", 90), (button.Id, button.Table, button.Sequence));
        Assert.Equal(("Päivitä", "Refresh"), (button.Text.In(1035), button.ToolTip.In(1033)));
        Assert.Equal(("smpl_/visit.js", "Visits.refresh"), (button.Click.WebResource, button.Click.Function));
        Assert.Equal(["PrimaryControl"], button.Click.Arguments);
        Assert.Equal("Visits.isOld", Assert.Single(button.ShowsWhen).Function);
    }

    [Fact]
    public void A_web_resource_has_its_content()
    {
        var script = Model.WebResources["smpl_/visit.js"];

        Assert.Equal(WebResourceType.Script, script.Type);
        Assert.Equal("var Visits;"u8.ToArray(), script.Content);
    }

    private static readonly IReadOnlyDictionary<string, (Action<XElement> Break, string Says)> Contradictions = new Dictionary<string, (Action<XElement>, string)>
    {
        ["a chart of an unknown column"] = (all => Attribute(all, "visualization", "attribute", "name", "smpl_colour"), "reads the column 'smpl_colour'"),
        ["a chart of another table"] = (all => Attribute(all, "visualization", "entity", "name", "account"), "reads the column 'smpl_outcome', which 'account' does not have"),
        ["a chart along nothing"] = (all => Attribute(all, "visualization", "category", "alias", "colour"), "shows 'colour', which its query does not give"),
        ["a chart without series"] = (all => First(all, "visualization", "Chart").Element("Series")!.RemoveNodes(), "has 0 series for 1 measures"),
        ["a colour that is none"] = (all => Attribute(all, "visualization", "Chart", "PaletteCustomColors", "91,151"), "the colour '91,151'"),
        ["a tile of an unknown view"] = (all => First(all, "Dashboard", "ViewId").Value = Guid.Empty.ToString(), "tile 'Minutes' shows the view {00000000-0000-0000-0000-000000000000}"),
        ["a tile of an unknown chart"] = (all => First(all, "Dashboard", "VisualizationId").Value = Guid.Empty.ToString(), "tile 'Minutes' draws the chart {00000000-0000-0000-0000-000000000000}"),
        ["an app without site map"] = (all => First(all, "AppModuleSiteMap", "SiteMapUniqueName").Value = "smpl_Other", "App 'smpl_Visits' has no site map"),
        ["an app that lists what is not there"] = (all => all.Descendants("AppModuleComponent").Single(component => component.Attribute("type")!.Value == "26").SetAttributeValue("id", Guid.Empty), "lists the form, view, chart or dashboard {00000000-0000-0000-0000-000000000000}"),
        ["an entry to a table outside the app"] = (all => all.Descendants("SubArea").Last().SetAttributeValue("Entity", "account"), "its entry 'visits' leads to the table 'account', which is not in the app"),
        ["an entry to an unknown dashboard"] = (all => Attribute(all, "AppModuleSiteMap", "SubArea", "DefaultDashboard", Guid.Empty.ToString()), "its entry 'dashboard' leads to the dashboard {00000000-0000-0000-0000-000000000000}"),
        ["an icon that is not there"] = (all => First(all, "AppModule", "WebResourceId").Value = Guid.Empty.ToString(), "has the icon {00000000-0000-0000-0000-000000000000}"),
        ["a button without its command"] = (all => Attribute(all, "RibbonDiffXml", "Button", "Command", "smpl.Other"), "names the CommandDefinition 'smpl.Other'"),
        ["a button without its text"] = (all => Attribute(all, "RibbonDiffXml", "Button", "LabelText", "$LocLabels:smpl.Other"), "names the LocLabel 'smpl.Other'"),
        ["a button of an unknown script"] = (all => Attribute(all, "RibbonDiffXml", "JavaScriptFunction", "Library", "$webresource:smpl_/other.js"), "calls the script 'smpl_/other.js'"),
        ["a button of an image"] = (all => Attribute(all, "RibbonDiffXml", "CustomRule", "Library", "$webresource:smpl_/app.svg"), "calls the script 'smpl_/app.svg'"),
    };

    private static readonly IReadOnlyDictionary<string, (Action<XElement> Use, string Says)> Unknowns = new Dictionary<string, (Action<XElement>, string)>
    {
        ["a look of a chart"] = (all => First(all, "visualization", "Chart").Descendants("Series").Last().SetAttributeValue("ChartType", "Tag"), "series of type 'Tag'"),
        ["a chart of two queries"] = (all => First(all, "visualization", "fetch").AddAfterSelf(new XElement("fetch")), "charts that have not exactly one query"),
        ["a dashboard of Power BI"] = (all => Attribute(all, "Dashboard", "forms", "type", "powerbi"), "dashboards of type 'powerbi'"),
        ["a tile that is no list"] = (all => Attribute(all, "Dashboard", "control", "classid", "{8C54228C-1B25-4909-A12A-F2B968BB0D62}"), "controls of class {8C54228C-1B25-4909-A12A-F2B968BB0D62}"),
        ["an empty cell"] = (all => First(all, "Dashboard", "control").Remove(), "cells without a control"),
        ["a tile with list and chart"] = (all => First(all, "Dashboard", "ChartGridMode").Value = "All", "the mode 'All' of a tile"),
        ["an entry to a page"] = (all => all.Descendants("SubArea").First().SetAttributeValue("DefaultDashboard", null), "the entry 'dashboard', which leads neither to a table nor to a dashboard"),
        ["a component of an app"] = (all => First(all, "AppModule", "AppModuleComponent").SetAttributeValue("type", "29"), "app components of type 29"),
        ["a type of web resource"] = (all => First(all, "WebResource", "WebResourceType").Value = "8", "web resources of type 8"),
        ["a text in one language"] = (all => Attribute(all, "RibbonDiffXml", "Button", "LabelText", "Refresh"), "the text 'Refresh'"),
        ["a rule of another kind"] = (all => First(all, "RibbonDiffXml", "CustomRule").Name = "FormStateRule", "the rule <FormStateRule>"),
        ["a command that opens a page"] = (all => First(all, "RibbonDiffXml", "JavaScriptFunction").Name = "Url", "commands that do anything but call one script"),
        ["a library of the platform"] = (all => Attribute(all, "RibbonDiffXml", "CustomRule", "Library", "Main_system_library.js"), "the library 'Main_system_library.js'"),
    };

    public static TheoryData<string> NamesOfContradictions => [.. Contradictions.Keys];

    public static TheoryData<string> NamesOfUnknowns => [.. Unknowns.Keys];

    [Theory]
    [MemberData(nameof(NamesOfContradictions))]
    public void A_contradiction_is_named(string name) =>
        Assert.Contains(Contradictions[name].Says, Assert.Throws<InvalidDataException>(() => new TestSolution().WithApp(Contradictions[name].Break).Load()).Message);

    [Theory]
    [MemberData(nameof(NamesOfUnknowns))]
    public void What_is_not_known_is_refused_by_name(string name) =>
        Assert.Contains(Unknowns[name].Says, Assert.Throws<UnsupportedException>(() => new TestSolution().WithApp(Unknowns[name].Use).Load()).Message);

    private static XElement First(XElement all, string component, string element) =>
        all.Descendants(component).First().DescendantsAndSelf(element).First();

    private static void Attribute(XElement all, string component, string element, string name, string value) =>
        First(all, component, element).SetAttributeValue(name, value);
}
