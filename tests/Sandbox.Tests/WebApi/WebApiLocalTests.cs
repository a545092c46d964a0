using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiLocalTests : IAsyncLifetime
{
    private const string Form = """
        <form>
          <tabs>
            <tab name="first">
              <labels><label description="Visit" languagecode="1033" /><label description="Käynti" languagecode="1035" /></labels>
              <columns><column width="60%"><sections>
                <section name="main" columns="11" showlabel="false">
                  <rows>
                    <row>
                      <cell showlabel="false" colspan="2"><control id="smpl_notes" classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" datafieldname="smpl_notes" disabled="true" uniqueid="{aaaaaaaa-0000-0000-0000-000000000001}" /></cell>
                      <cell />
                    </row>
                    <row>
                      <cell><control id="visits" indicationOfSubgrid="true"><parameters>
                        <TargetEntityType>smpl_visit</TargetEntityType><RelationshipName>smpl_visit_visit</RelationshipName><ViewId>{22222222-0000-0000-0000-000000000001}</ViewId><RecordsPerPage>7</RecordsPerPage>
                      </parameters></control></cell>
                      <cell><control id="line" classid="{06375649-C143-495E-A496-C962E5B4488E}" /></cell>
                    </row>
                    <row />
                  </rows>
                </section>
                <section name="unseen" visible="false"><rows /></section>
              </sections></column></columns>
            </tab>
          </tabs>
          <controlDescriptions>
            <controlDescription forControl="{AAAAAAAA-0000-0000-0000-000000000001}">
              <customControl id="{E0DECE4B-6FC8-4A8F-A065-082708572369}"><parameters><datafieldname>smpl_notes</datafieldname></parameters></customControl>
              <customControl formFactor="0" name="smpl_Sample.Notes"><parameters><value>smpl_notes</value><most type="Whole.None" static="true">3</most></parameters></customControl>
            </controlDescription>
          </controlDescriptions>
        </form>
        """;

    private const string GridComponent = """
        <controlDescriptions>
          <controlDescription>
            <customControl id="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters /></customControl>
            <customControl formFactor="0" name="smpl_Sample.Notes"><parameters>
              <data-set name="visits"><ViewId>00000000-0000-0000-0000-000000000000</ViewId></data-set><most type="Whole.None" static="true">5</most>
            </parameters></customControl>
          </controlDescription>
        </controlDescriptions>
        """;

    private WebApiServer _api = null!;
    private JsonElement _app;

    public async Task InitializeAsync()
    {
        _api = await WebApiServer.StartAsync(SolutionWithForm().Load());
        _app = (await _api.GetAsync("/_local/app")).Must(HttpStatusCode.OK).Json;
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    private static TestSolution SolutionWithForm()
    {
        var solution = new TestSolution();
        solution.Entity("smpl_Visit").Descendants("form").Single().ReplaceWith(XElement.Parse(Form));
        var grid = solution.Entity("smpl_Visit").Descendants("grid").Single();
        grid.Descendants("cell").Last().SetAttributeValue("ishidden", 1);
        grid.Add(XElement.Parse(GridComponent));
        solution.Customizations.Add(XElement.Parse("""
            <CustomControls><CustomControl><Name>smpl_Sample.Notes</Name><FileName>/Controls/smpl_Sample.Notes/ControlManifest.xml</FileName></CustomControl></CustomControls>
            """));
        solution.Files["Controls/smpl_Sample.Notes/ControlManifest.xml"] = "<manifest />"u8.ToArray();
        solution.Files["Controls/smpl_Sample.Notes/bundle.js"] = "// the bundle"u8.ToArray();
        solution.AddRoot("""<RootComponent type="66" schemaName="smpl_Sample.Notes" behavior="0" />""");
        return solution;
    }

    private JsonElement FormOf(string table) => _app.GetProperty("forms").EnumerateArray().Single(form => form.GetProperty("table").GetString() == table);

    private IReadOnlyList<JsonElement> Cells => [.. FormOf("smpl_visit").GetProperty("tabs")[0].GetProperty("columns")[0].GetProperty("sections")[0].GetProperty("rows")
        .EnumerateArray().SelectMany(row => row.EnumerateArray())];

    [Fact]
    public void A_form_is_described_with_its_tabs_columns_and_sections()
    {
        var tab = FormOf("smpl_visit").GetProperty("tabs")[0];
        var column = tab.GetProperty("columns")[0];

        Assert.Equal("Käynti", tab.GetProperty("label").GetProperty("1035").GetString());
        Assert.Equal("60%", column.GetProperty("width").GetString());
        Assert.Equal(["main"], column.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("name").GetString()));
        Assert.Equal(2, column.GetProperty("sections")[0].GetProperty("columns").GetInt32());
        Assert.False(column.GetProperty("sections")[0].GetProperty("showsLabel").GetBoolean());
        Assert.Equal(4, Cells.Count);
    }

    [Fact]
    public void A_code_component_takes_the_place_of_its_column()
    {
        var control = Cells[0].GetProperty("control");

        Assert.Equal(("smpl_notes", true, 2), (control.GetProperty("column").GetString(), control.GetProperty("isDisabled").GetBoolean(), Cells[0].GetProperty("columnSpan").GetInt32()));
        Assert.Equal("""{"name":"smpl_Sample.Notes","dataSets":[],"bound":{"value":"smpl_notes"},"constants":{"most":"3"}}""", control.GetProperty("component").GetRawText());
        Assert.Equal(JsonValueKind.Null, Cells[1].GetProperty("control").ValueKind);
    }

    [Fact]
    public void A_subgrid_says_which_rows_it_lists_and_what_is_not_drawn_says_what_it_is()
    {
        Assert.Equal("""{"table":"smpl_visit","relationship":"smpl_visit_visit","viewId":"22222222-0000-0000-0000-000000000001","rowsPerPage":7}""", Cells[2].GetProperty("control").GetProperty("subgrid").GetRawText());
        Assert.Equal("timeline", Cells[3].GetProperty("control").GetProperty("undrawn").GetString());
    }

    [Fact]
    public void A_relationship_says_for_each_side_how_its_rows_are_found()
    {
        var relationships = _app.GetProperty("relationships");

        Assert.Equal("""[{"table":"smpl_visit","lookup":"smpl_previousvisitid","link":null}]""", relationships.GetProperty("smpl_visit_visit").GetRawText());
        Assert.Equal(
            """[{"table":"smpl_visit","lookup":null,"link":{"intersect":"smpl_visit_guest","near":"smpl_visitid","far":"contactid","navigation":"smpl_guests"}},"""
            + """{"table":"contact","lookup":null,"link":{"intersect":"smpl_visit_guest","near":"contactid","far":"smpl_visitid","navigation":"smpl_visits"}}]""",
            relationships.GetProperty("smpl_visit_guest").GetRawText());
    }

    [Fact]
    public void A_view_is_described_with_the_columns_of_its_links()
    {
        var view = _app.GetProperty("views").EnumerateArray().Single(view => view.GetProperty("table").GetString() == "smpl_visit");

        Assert.True(view.GetProperty("isDefault").GetBoolean());
        Assert.Equal("""[{"name":"smpl_number","width":100,"table":"smpl_visit","column":"smpl_number","isHidden":false},{"name":"region.smpl_name","width":100,"table":"smpl_region","column":"smpl_name","isHidden":true}]""", view.GetProperty("columns").GetRawText());
    }

    [Fact]
    public void A_code_component_takes_the_place_of_the_grid_of_a_view()
    {
        var view = _app.GetProperty("views").EnumerateArray().Single(view => view.GetProperty("table").GetString() == "smpl_visit");

        Assert.Equal("""{"name":"smpl_Sample.Notes","dataSets":["visits"],"bound":{},"constants":{"most":"5"}}""", view.GetProperty("component").GetRawText());
    }

    [Fact]
    public void A_table_without_form_or_view_gets_plain_ones_that_say_so()
    {
        var view = _app.GetProperty("views").EnumerateArray().Single(view => view.GetProperty("table").GetString() == "account");

        Assert.True(FormOf("account").GetProperty("isStandIn").GetBoolean());
        Assert.True(view.GetProperty("isStandIn").GetBoolean());
        Assert.Equal("name", view.GetProperty("columns")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void A_lookup_says_which_navigation_property_leads_to_which_table()
    {
        var columns = _app.GetProperty("tables").GetProperty("opportunity").GetProperty("columns");

        Assert.Equal("""[{"table":"account","navigation":"customerid_account"},{"table":"contact","navigation":"customerid_contact"}]""", columns.GetProperty("customerid").GetProperty("targets").GetRawText());
        Assert.Equal("""[{"table":"systemuser","navigation":"ownerid"},{"table":"team","navigation":"ownerid"}]""", columns.GetProperty("ownerid").GetProperty("targets").GetRawText());
    }

    [Fact]
    public void Without_an_app_the_navigation_leads_to_the_sellers_tables_and_to_the_configuration()
    {
        var groups = _app.GetProperty("navigation")[0].GetProperty("groups").EnumerateArray()
            .Select(group => string.Join(' ', group.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("table").GetString())));

        Assert.Equal(["opportunity account contact", "smpl_region"], groups);
    }

    [Fact]
    public async Task The_files_of_a_code_component_come_out_of_the_zip()
    {
        var bundle = (await _api.GetAsync("/_local/components/smpl_Sample.Notes/bundle.js")).Must(HttpStatusCode.OK);

        Assert.Equal(("// the bundle", "text/javascript"), (bundle.Text, bundle.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/_local/components/smpl_Sample.Notes/other.js")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/_local/components/smpl_Sample.Other/bundle.js")).Status);
    }

    [Fact]
    public async Task Reset_returns_to_what_there_was_at_the_start_and_forgets_the_trace()
    {
        var before = _api.Organization.DescribeRows();
        await _api.PostAsync("smpl_regions", """{ "smpl_name": "New" }""");
        Assert.Contains("\"message\":\"Create\"", (await _api.GetAsync("/_local/trace")).Text, StringComparison.Ordinal);

        (await _api.PostAsync("/_local/reset", "")).Must(HttpStatusCode.NoContent);

        Assert.Equal(before, _api.Organization.DescribeRows());
        Assert.Equal("[]", (await _api.GetAsync("/_local/trace")).Text);
    }

    [Fact]
    public async Task The_page_and_every_file_it_names_are_served()
    {
        var page = (await _api.GetAsync("/")).Must(HttpStatusCode.OK);
        foreach (var file in new[] { "/styles/tokens.css", "/styles/shell.css", "/styles/grid.css", "/styles/form.css", "/styles/dashboard.css", "/modules/app.js" })
        {
            Assert.Contains(file, page.Text, StringComparison.Ordinal);
            (await _api.GetAsync(file)).Must(HttpStatusCode.OK);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync("/platform/platform.js")).Status); // was not built for this server
    }
}
