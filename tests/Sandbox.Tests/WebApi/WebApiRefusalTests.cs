using System.Net;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiRefusalTests : WebApiTests
{
    [Theory]
    [InlineData("smpl_visits?nosuch=1", "'nosuch'")]
    [InlineData("smpl_visits?$nosuch=1", "'$nosuch'")]
    [InlineData("smpl_visits?$Select=smpl_subject", "'$Select'")]
    [InlineData("smpl_visits?select=smpl_subject", "'select'")]
    [InlineData("smpl_visits?$skip=1", "$skip")]
    [InlineData("smpl_visits?$top=1&$top=2", "")]
    [InlineData("smpl_visits?$top=0", "$top must be above 0")]
    [InlineData("smpl_visits?$top=x", "$top")]
    [InlineData("smpl_visits?$skiptoken=x", "$skiptoken")]
    [InlineData("smpl_visits?$skiptoken=1;x", "$skiptoken")]
    [InlineData("smpl_visits?$select=smpl_nosuch", "smpl_nosuch")]
    [InlineData("smpl_visits?$expand=smpl_nosuch", "smpl_nosuch")]
    [InlineData("smpl_visits?$select=smpl_visit_visit", "$select takes names of columns only")]
    [InlineData("smpl_visits?$expand=smpl_RegionId($top=1)", "leads to one row")]
    [InlineData("smpl_visits?$filter=smpl_nosuch eq 1", "smpl_nosuch")]
    [InlineData("smpl_visits?$filter=smpl_minutes eq 'x'", "")]
    [InlineData("smpl_visits?$filter=smpl_minutes eq", "")]
    [InlineData("smpl_visits?$filter=smpl_minutes gt null", "eq and ne")]
    [InlineData("smpl_visits?$filter=smpl_minutes eq 99999999999", "'smpl_minutes' cannot be compared with 99999999999")]
    [InlineData("smpl_visits?$filter=Microsoft.Dynamics.CRM.In(PropertyName='smpl_nosuch',PropertyValues=['1'])", "smpl_nosuch")]
    [InlineData("smpl_visits?$filter=Microsoft.Dynamics.CRM.In(PropertyName='smpl_minutes',PropertyValues=['x'])", "'smpl_minutes' cannot be compared with x")]
    [InlineData("smpl_visits?$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=99999999999)", "LastXDays")]
    [InlineData("smpl_visits?$filter=Microsoft.Dynamics.CRM.In(PropertyName='smpl_minutes',PropertyValues=@p)", "@p")]
    [InlineData("smpl_visits?$orderby=smpl_nosuch", "smpl_nosuch")]
    [InlineData("smpl_visits(1)", "")]
    [InlineData("smpl_visits?$expand=$ref", "cannot be parsed")]
    [InlineData("smpl_visits/nosuch", "smpl_visits")]
    [InlineData("smpl_visits(00000000-0000-0000-0000-000000000001)?$filter=smpl_minutes eq 1", "'$filter'")]
    [InlineData("smpl_visits/$count?$top=1", "'$top'")]
    [InlineData("$metadata?x=1", "'x'")]
    [InlineData("WhoAmI?x=1", "'x'")]
    public async Task A_wrong_address_is_a_bad_request_that_names_what_is_wrong(string address, string named) =>
        Assert.Contains(named, (await Api.GetAsync(address)).Refused(HttpStatusCode.BadRequest, "0x80060888"), StringComparison.Ordinal);

    [Theory]
    [InlineData("nosuchs")]
    [InlineData("smpl_visits(00000000-0000-0000-0000-000000000001)/smpl_nosuch")]
    [InlineData("smpl_visits(00000000-0000-0000-0000-000000000001)/Microsoft.Dynamics.CRM.smpl_CountVisits")]
    public async Task An_address_of_nothing_is_not_found(string address) =>
        (await Api.GetAsync(address)).Refused(HttpStatusCode.NotFound, "0x8006088a");

    [Theory]
    [InlineData("smpl_visits?$search=x", "$search")]
    [InlineData("smpl_visits?$compute=smpl_minutes mul 2 as twice", "$compute")]
    [InlineData("smpl_visits?$format=json", "$format")]
    [InlineData("smpl_visits?userQuery=00000000-0000-0000-0000-000000000001", "userQuery")]
    [InlineData("smpl_visits?sql=select 1", "sql")]
    [InlineData("smpl_visits?tag=x", "tag")]
    [InlineData("smpl_visits?partitionId=x", "partitionId")]
    [InlineData("smpl_visits?$filter=tolower(smpl_subject) eq 'a'", "tolower")]
    [InlineData("smpl_visits?$filter=smpl_minutes add 1 eq 2", "Add")]
    [InlineData("smpl_visits?$filter=smpl_minutes eq smpl_RegionId/versionnumber", "two tables")]
    [InlineData("smpl_visits?$filter=contains('abc',smpl_subject)", "text function")]
    [InlineData("smpl_visits?$filter=not Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", "'not' before Today")]
    [InlineData("smpl_visits?$orderby=smpl_minutes add 1", "$orderby")]
    [InlineData("smpl_visits?$expand=smpl_visit_visit($count=true)", "$count")]
    [InlineData("smpl_visits?$expand=smpl_visit_visit($skip=1)", "$skip")]
    [InlineData("smpl_visits?$expand=smpl_visit_visit/$ref", "$ref")]
    [InlineData("smpl_visits?$select=*", "* in $select")]
    [InlineData("smpl_regions(00000000-0000-0000-0000-000000000001)/smpl_region_visit(00000000-0000-0000-0000-000000000001)/smpl_subject", "smpl_region_visit")]
    public async Task What_the_sandbox_does_not_do_is_refused_by_name(string address, string named) =>
        Assert.Contains(named, (await Api.GetAsync(address)).Refused(HttpStatusCode.NotImplemented, "0x80040315"), StringComparison.Ordinal);

    [Theory]
    [InlineData("PUT", "smpl_visits")]
    [InlineData("DELETE", "smpl_visits")]
    [InlineData("PATCH", "smpl_visits")]
    [InlineData("POST", "smpl_regions({0})")]
    [InlineData("POST", "")]
    [InlineData("DELETE", "$metadata")]
    [InlineData("POST", "smpl_visits/$count")]
    [InlineData("PATCH", "smpl_regions({0})/smpl_name")]
    [InlineData("PUT", "smpl_regions({0})/smpl_region_visit/$ref")]
    [InlineData("POST", "WhoAmI")]
    [InlineData("GET", "WinOpportunity")]
    [InlineData("OPTIONS", "smpl_visits")]
    public async Task A_method_that_does_not_fit_is_not_allowed(string method, string address)
    {
        var answer = await Api.SendAsync(new HttpMethod(method), string.Format(System.Globalization.CultureInfo.InvariantCulture, address, North), method is "GET" or "OPTIONS" ? null : "{}");

        Assert.Contains(method, answer.Refused(HttpStatusCode.MethodNotAllowed, "0x8006088b"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "smpl_regions({0})")]
    [InlineData("POST", "smpl_regions({0})/smpl_region_visit")]
    public async Task A_method_that_Dataverse_knows_and_the_sandbox_does_not_is_refused_by_name(string method, string address) =>
        (await Api.SendAsync(new HttpMethod(method), string.Format(System.Globalization.CultureInfo.InvariantCulture, address, North), "{}")).Refused(HttpStatusCode.NotImplemented, "0x80040315");

    [Fact]
    public async Task A_page_size_that_is_none_is_refused() =>
        (await Api.GetAsync("smpl_visits", ("Prefer", "odata.maxpagesize=0"))).Refused(HttpStatusCode.BadRequest, "0x80060888");

    [Fact]
    public async Task A_lookup_is_not_set_as_a_single_column() =>
        Assert.Contains("smpl_regionid", (await Api.DeleteAsync($"smpl_visits({await VisitAsync("{}")})/_smpl_regionid_value")).Refused(HttpStatusCode.BadRequest, "0x80048d19"), StringComparison.Ordinal);

    [Fact]
    public async Task A_connection_needs_the_address_of_the_other_row()
    {
        var visit = await VisitAsync("{}");

        (await Api.PutAsync($"smpl_visits({visit})/smpl_RegionId/$ref", "{}")).Refused(HttpStatusCode.BadRequest, "0x80048d19");
        (await Api.PutAsync($"smpl_visits({visit})/smpl_RegionId/$ref", $$"""{ "@odata.id": "smpl_visits({{visit}})" }""")).Refused(HttpStatusCode.BadRequest, "0x80048d19");
        (await Api.PutAsync($"smpl_visits({visit})/smpl_subject", "{}")).Refused(HttpStatusCode.BadRequest, "0x80048d19");
    }
}
