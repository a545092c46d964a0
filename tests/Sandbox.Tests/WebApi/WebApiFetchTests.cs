using System.Net;
using System.Xml.Linq;
using BuyerPath.Sandbox.Tests.Support;

namespace BuyerPath.Sandbox.Tests.WebApi;

[Covers(Supported.QueryOptions, "fetchXml", "savedQuery")]
public sealed class WebApiFetchTests : WebApiTests
{
    private const string View = "22222222-0000-0000-0000-000000000001";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var minutes in new[] { 10, 20, 30 })
            await VisitAsync($$"""{ "smpl_minutes": {{minutes}}, "smpl_fee": {{minutes}}.5, "smpl_RegionId@odata.bind": "/smpl_regions({{(minutes == 30 ? South : North)}})" }""");
    }

    private Task<Answer> FetchAsync(string fetchXml, string set = "smpl_visits") => Api.GetAsync($"{set}?fetchXml={Uri.EscapeDataString(fetchXml)}", ("Prefer", Annotated));

    [Fact]
    public async Task FetchXml_answers_with_the_columns_it_asks_for_and_those_of_links_under_their_alias()
    {
        var answer = (await FetchAsync("""
            <fetch><entity name="smpl_visit"><attribute name="smpl_minutes"/><attribute name="smpl_regionid"/><order attribute="smpl_minutes"/>
              <link-entity name="smpl_region" from="smpl_regionid" to="smpl_regionid" alias="region"><attribute name="smpl_name"/></link-entity>
            </entity></fetch>
            """)).Must(HttpStatusCode.OK);

        Assert.Equal(["North", "North", "South"], answer.All("region.smpl_name"));
        Assert.Equal(["North", "North", "South"], answer.All("_smpl_regionid_value@OData.Community.Display.V1.FormattedValue"));
    }

    [Fact]
    public async Task Aggregates_come_under_their_alias()
    {
        var answer = await FetchAsync("""
            <fetch aggregate="true"><entity name="smpl_visit">
              <attribute name="smpl_fee" aggregate="sum" alias="fees"/><attribute name="smpl_regionid" groupby="true" alias="region"/>
            </entity></fetch>
            """);

        Assert.Equal(["31.0", "30.5"], answer.All("fees"));
    }

    [Fact]
    public async Task Pages_are_followed_by_their_cookies()
    {
        List<string?> read = [];
        string? cookie = null;
        for (var page = 1; page == 1 || cookie is not null; page++)
        {
            var fetch = new XElement("fetch", new XAttribute("count", 2), new XAttribute("page", page), cookie is null ? null : new XAttribute("paging-cookie", cookie),
                XElement.Parse("""<entity name="smpl_visit"><attribute name="smpl_minutes"/><order attribute="smpl_minutes" descending="true"/></entity>"""));
            var answer = (await FetchAsync(fetch.ToString())).Must(HttpStatusCode.OK);
            read.AddRange(answer.All("smpl_minutes"));

            cookie = null;
            if (!answer.Json.TryGetProperty("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie", out var next)) continue;
            Assert.True(answer.Json.GetProperty("@Microsoft.Dynamics.CRM.morerecords").GetBoolean());
            Assert.Equal(page + 1, (int)XElement.Parse(next.GetString()!).Attribute("pagenumber")!);
            cookie = Uri.UnescapeDataString(Uri.UnescapeDataString((string)XElement.Parse(next.GetString()!).Attribute("pagingcookie")!));
        }

        Assert.Equal(["30", "20", "10"], read);
    }

    [Fact]
    public async Task The_number_of_all_rows_comes_when_it_is_asked_for() =>
        Assert.Equal(3, (await FetchAsync("""<fetch count="1" returntotalrecordcount="true"><entity name="smpl_visit"/></fetch>""")).Json.GetProperty("@Microsoft.Dynamics.CRM.totalrecordcount").GetInt32());

    [Fact]
    public async Task A_view_is_run_by_its_id()
    {
        Assert.Equal(["North", "North", "South"], (await Api.GetAsync($"smpl_visits?savedQuery={View}")).Must(HttpStatusCode.OK).All("region.smpl_name"));
        (await Api.GetAsync($"smpl_regions?savedQuery={View}")).Refused(HttpStatusCode.NotFound, "0x80040217");
        (await Api.GetAsync("smpl_visits?savedQuery=mine")).Refused(HttpStatusCode.BadRequest, "0x80060888");
    }

    [Fact]
    public async Task FetchXml_of_another_table_than_the_address_is_refused() =>
        Assert.Equal("The FetchXML asks for 'smpl_visit', the address for 'smpl_region'.",
            (await FetchAsync("""<fetch><entity name="smpl_visit"/></fetch>""", "smpl_regions")).Refused(HttpStatusCode.BadRequest, "0x80060888"));

    [Theory]
    [InlineData("<fetch>")]
    [InlineData("""<!DOCTYPE fetch [<!ENTITY x "y">]><fetch><entity name="smpl_visit"/></fetch>""")]
    [InlineData("""<fetch><entity name="smpl_visit"><attribute name="smpl_nosuch"/></entity></fetch>""")]
    public async Task Wrong_FetchXml_is_a_bad_request(string fetchXml) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await FetchAsync(fetchXml)).Status);

    [Theory]
    [InlineData("fetchXml=%3Cfetch%2F%3E&$top=1")]
    [InlineData("savedQuery=22222222-0000-0000-0000-000000000001&$filter=smpl_minutes eq 1")]
    public async Task FetchXml_and_views_take_no_other_options(string options) =>
        (await Api.GetAsync($"smpl_visits?{options}")).Refused(HttpStatusCode.BadRequest, "0x80060888");
}
