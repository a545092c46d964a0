using System.Net;
using System.Text;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiPayloadTests : WebApiTests
{
    [Theory]
    [InlineData("""{ "smpl_nosuch": 1 }""", "There is no property 'smpl_nosuch' in the table smpl_visit.")]
    [InlineData("""{ "smpl_subject": 1 }""", "'smpl_subject' must be a text, not 1.")]
    [InlineData("""{ "smpl_minutes": "5" }""", "'smpl_minutes' must be a whole number, not \"5\".")]
    [InlineData("""{ "smpl_minutes": 5.5 }""", "'smpl_minutes' must be a whole number, not 5.5.")]
    [InlineData("""{ "smpl_minutes": 99999999999 }""", "'smpl_minutes' must be a whole number, not 99999999999.")]
    [InlineData("""{ "smpl_score": true }""", "'smpl_score' must be a number, not true.")]
    [InlineData("""{ "smpl_fee": "many" }""", "'smpl_fee' must be a number, not \"many\".")]
    [InlineData("""{ "smpl_isremote": 1 }""", "'smpl_isremote' must be true or false, not 1.")]
    [InlineData("""{ "smpl_outcome": "Won" }""", "'smpl_outcome' must be the number of an option, not \"Won\".")]
    [InlineData("""{ "smpl_topics": "1,x" }""", "'smpl_topics' must be a text with numbers of options, as in '1,2', not \"1,x\".")]
    [InlineData("""{ "smpl_day": "2.3.2026" }""", "'smpl_day' must be a day, as in '2026-12-31', not \"2.3.2026\".")]
    [InlineData("""{ "smpl_day": "2026-03-02T10:00:00Z" }""", "'smpl_day' must be a day, as in '2026-12-31', not \"2026-03-02T10:00:00Z\".")]
    [InlineData("""{ "smpl_startson": "yesterday" }""", "'smpl_startson' must be a time, as in '2026-12-31T10:00:00Z', not \"yesterday\".")]
    [InlineData("""{ "smpl_visitid": "1" }""", "'smpl_visitid' must be an id, as in '00000000-0000-0000-0000-000000000001', not \"1\".")]
    [InlineData("""{ "_smpl_regionid_value": "x" }""", "The lookup smpl_regionid cannot be written as '_smpl_regionid_value'; write 'smpl_RegionId@odata.bind'.")]
    [InlineData("""{ "smpl_regionid": "x" }""", "The lookup smpl_regionid cannot be written as 'smpl_regionid'; write 'smpl_RegionId@odata.bind'.")]
    [InlineData("""{ "smpl_regionid@odata.bind": "/smpl_regions(1)" }""", "The lookup smpl_regionid cannot be written as 'smpl_regionid'; write 'smpl_RegionId@odata.bind'.")]
    [InlineData("""{ "smpl_RegionId@odata.bind": 5 }""", "'smpl_RegionId@odata.bind' must be a text that names a row.")]
    [InlineData("""{ "smpl_RegionId@odata.bind": "North" }""", "'smpl_RegionId@odata.bind' must name a row as in '/accounts(00000000-0000-0000-0000-000000000001)', not 'North'.")]
    [InlineData("""{ "smpl_RegionId@odata.bind": "/smpl_regions" }""", "'smpl_RegionId@odata.bind' must name a row as in '/accounts(00000000-0000-0000-0000-000000000001)', not '/smpl_regions'.")]
    [InlineData("""{ "smpl_RegionId@odata.bind": "http://elsewhere.example/smpl_regions(1)" }""", "'smpl_RegionId@odata.bind' must name a row as in '/accounts(00000000-0000-0000-0000-000000000001)', not 'http://elsewhere.example/smpl_regions(1)'.")]
    [InlineData("""{ "smpl_RegionId@odata.bind": "/accounts(00000000-0000-0000-0000-000000000001)" }""", "'smpl_RegionId@odata.bind' must name a row of smpl_regions, not of accounts.")]
    [InlineData("""{ "@odata.type": "Microsoft.Dynamics.CRM.account" }""", "'@odata.type' must be 'Microsoft.Dynamics.CRM.smpl_visit', not 'Microsoft.Dynamics.CRM.account'.")]
    [InlineData("[]", "The body must be a JSON object.")]
    public async Task A_wrong_body_gets_a_sentence_that_names_the_property(string body, string sentence)
    {
        Assert.Equal(sentence, (await Api.PostAsync("smpl_visits", body)).Refused(HttpStatusCode.BadRequest, "0x80048d19"));
        Assert.Equal(0, Scene.Count("smpl_visit"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{ "smpl_minutes": 1, "smpl_minutes": 2 }""")]
    public async Task What_is_not_JSON_is_refused(string body) =>
        Assert.Contains("not JSON", (await Api.PostAsync("smpl_visits", body)).Refused(HttpStatusCode.BadRequest, "0x80048d19"), StringComparison.Ordinal);

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        var body = new StringBuilder().Insert(0, "{\"a\":", 100).Append('1').Append('}', 100).ToString();

        (await Api.PostAsync("smpl_visits", body)).Refused(HttpStatusCode.BadRequest, "0x80048d19");
    }

    [Theory]
    [InlineData("""{ "smpl_subject": "\ud800" }""")]
    [InlineData("""{ "createdon": "\udc00 alone" }""")]
    [InlineData("""{ "smpl_visit_visit": [{ "\ud800": 1 }] }""")]
    public async Task Half_a_character_is_refused_wherever_it_is(string body) =>
        Assert.Contains("surrogate", (await Api.PostAsync("smpl_visits", body)).Refused(HttpStatusCode.BadRequest, "0x80048d19"), StringComparison.Ordinal);

    [Fact]
    public async Task Binding_rows_to_a_collection_is_refused_by_name() =>
        Assert.Contains("smpl_visit_visit", (await Api.PostAsync("smpl_visits", """{ "smpl_visit_visit@odata.bind": [] }""")).Refused(HttpStatusCode.NotImplemented, "0x80040315"), StringComparison.Ordinal);

    [Fact]
    public async Task What_the_organization_refuses_keeps_its_code_and_sentence()
    {
        var tooLong = (await Api.PostAsync("smpl_visits", """{ "smpl_subject": "longer than twenty letters" }""")).Refused(HttpStatusCode.BadRequest, "0x80044331");

        Assert.Contains("smpl_subject", tooLong, StringComparison.Ordinal);
    }
}
