using CsCheck;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>
/// Ten thousand random requests, the same ones on every run: the answer is a success, a refusal, or "not supported", never a failure
/// of the server; it comes soon; and what was refused has changed nothing.
/// </summary>
public sealed class WebApiFuzzTests : WebApiTests
{
    private const ulong Seed = 20261123;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private static readonly string[] Tokens =
    [
        "smpl_visits", "smpl_regions", "opportunities", "accounts", "$metadata", "$count", "$ref", "$value", "$batch", "WhoAmI", "/", "//", "(", ")", "()", "smpl_RegionId",
        "smpl_region_visit", "smpl_name", "smpl_minutes", "_smpl_regionid_value", "00000000-0000-0000-0000-000000000001", "smpl_code='N'", "'", "''", "%27", "%2f", "%00", "%", "..", "%2e%2e", "\\",
        "?", "&", "=", "$select=", "$filter=", "$orderby=", "$expand=", "$top=", "$count=true", "$skiptoken=", "$apply=", "fetchXml=", "savedQuery=", "@p=", "@p", "[", "]", "{", "}", ",", ";", ":", "*",
        " eq ", " ne ", " gt ", " and ", " or ", " not ", " in ", " desc", "null", "true", "1", "-1", "1.5", "99999999999999999999", "2026-01-01", "2026-13-45T99:00:00Z", "duration'P1D'", "NaN", "INF",
        "contains(", "startswith(", "any(", "all(v:v/", "groupby((", "aggregate(", " with sum as x", "Microsoft.Dynamics.CRM.", "In(", "PropertyName=", "PropertyValues=", "smpl_CountVisits", "CreateMultiple",
        "EntityDefinitions", "GlobalOptionSetDefinitions", "LogicalName='smpl_visit'", "Attributes", "<fetch>", "<entity name=\"smpl_visit\"/>", "</fetch>", "Ä", "\u202e",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "1", "-1", "1e400", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[{}]", "\"2026-01-01\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01\"", "\"/smpl_regions(smpl_code='N')\"",
        "\"/\"", "\"//x\"", "\"$1\"", "\"http://\"", "{", "]", "\"", $"\"{new string('x', 5000)}\"", string.Concat(Enumerable.Repeat("[", 200)),
        RowsInRows(20), RowsInRows(500), "[{}, {\"smpl_nosuch\": 1}]", "{\"smpl_name\": \"new\"}",
    ];

    private static readonly string[] Names =
    [
        "smpl_subject", "smpl_notes", "smpl_minutes", "smpl_score", "smpl_ratio", "smpl_fee", "smpl_startson", "smpl_day", "smpl_outcome", "smpl_topics", "smpl_isremote", "smpl_visitid", "statecode", "statuscode",
        "smpl_RegionId", "smpl_guests", "smpl_RegionId@odata.bind", "ownerid@odata.bind", "smpl_visit_visit", "_smpl_regionid_value", "smpl_nosuch", "@odata.bind", "@odata.id", "@odata.type", "@", "", "versionnumber", "createdon",
        "Targets", "value", "OpportunityClose", "Status",
    ];

    private static readonly string[] Elements = ["fetch", "entity", "attribute", "all-attributes", "order", "filter", "condition", "value", "link-entity", "nosuch"];

    private static readonly string[] AttributeNames =
        ["name", "alias", "attribute", "operator", "value", "valueof", "from", "to", "link-type", "aggregate", "groupby", "dategrouping", "distinct", "top", "count", "page", "paging-cookie", "type", "descending", "entityname", "nosuch"];

    private static readonly string[] AttributeValues =
        ["smpl_visit", "smpl_region", "smpl_subject", "smpl_minutes", "smpl_regionid", "eq", "in", "like", "last-x-days", "true", "0", "-1", "99999999999", "x", "", "sum", "count", "month", "any", "not all", "outer", "&lt;cookie&gt;", "%", "[", "&#0;", "&nosuch;"];

    private static readonly string[] Writes =
    [
        "smpl_visits", "smpl_regions(smpl_code='N')", "smpl_regions(smpl_code='N')/smpl_name", "smpl_regions(smpl_code='N')/smpl_region_visit/$ref", "smpl_visits/Microsoft.Dynamics.CRM.CreateMultiple",
        "smpl_visits/Microsoft.Dynamics.CRM.UpsertMultiple", "WinOpportunity", "opportunities", "$batch",
    ];

    private static readonly Gen<string> Address =
        Gen.Select(Gen.OneOfConst("smpl_visits", "smpl_visits?", "smpl_regions", "smpl_regions(smpl_code='N')", "opportunities?", "EntityDefinitions?", "WhoAmI", "$", "x"), Gen.OneOfConst(Tokens).List[0, 11], (first, rest) => first + string.Concat(rest));

    private static readonly Gen<string> Nested =
        Gen.Select(Gen.OneOfConst("(", "not (", "not ", "smpl_visit_visit/any(v:v/"), Gen.Int[1, 300], Gen.OneOfConst("$filter=", "$orderby=", "$apply=filter(", "$expand="), (open, depth, option) => $"smpl_visits?{option}{string.Concat(Enumerable.Repeat(open, depth))}smpl_minutes eq 1");

    private static readonly Gen<string> Page =
        Gen.Select(Gen.OneOfConst("$top=", "$skiptoken=", "$skip=", "$count="), Gen.OneOfConst("5000", "5001", "2147483648", "0", "-1", "1e9", "%00", "2;<cookie page=\"1\"/>", "2;x", ";", "true"), (option, value) => $"smpl_visits?{option}{value}");

    private static readonly Gen<string> Body =
        Gen.Select(Gen.OneOfConst(Names), Gen.OneOfConst(Values)).List[0, 4].Select(properties => $"{{ {string.Join(", ", properties.Select(property => $"\"{property.Item1}\": {property.Item2}"))} }}");

    private static readonly Gen<string> Element = Gen.Select(Gen.OneOfConst(Elements), Gen.Select(Gen.OneOfConst(AttributeNames), Gen.OneOfConst(AttributeValues)).List[0, 3], Gen.Bool, (name, attributes, closes) =>
        $"<{name}{string.Concat(attributes.Select(attribute => $" {attribute.Item1}=\"{attribute.Item2}\""))}{(closes ? "/>" : ">")}");

    private static readonly Gen<string> FetchXml = Gen.OneOf(
        Element.List[0, 8].Select(elements => string.Concat(elements)),
        Element.List[0, 6].Select(elements => $"<fetch><entity name=\"smpl_visit\">{string.Concat(elements.Where(element => element.EndsWith("/>", StringComparison.Ordinal)))}</entity></fetch>"),
        Gen.Int[1, 400].Select(depth => $"<fetch><entity name=\"smpl_visit\">{string.Concat(Enumerable.Repeat("<filter>", depth))}{string.Concat(Enumerable.Repeat("</filter>", depth))}</entity></fetch>"),
        Gen.Const("<!DOCTYPE fetch [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><fetch>&b;</fetch>"));

    private static readonly Gen<string> Part = Gen.Select(Gen.OneOfConst("GET", "POST", "PATCH", "DELETE", "PUT", "get", ""), Gen.OneOfConst("smpl_visits", "$1", "/$1/smpl_subject", "smpl_regions(smpl_code='N')", "http://x/", "../", "$batch", ""), Body, Gen.OneOfConst("application/http", "text/plain", "multipart/mixed;boundary=changes"),
        (method, address, body, type) => $"Content-Type: {type}\r\nContent-ID: 1\r\n\r\n{method} {address} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{body}\r\n");

    // All in one change set, so that a failure must leave nothing behind.
    private static readonly Gen<Request> Batch = Gen.Select(Part.List[0, 4], Gen.OneOfConst("--changes--\r\n", "--changes", "")).Select((parts, end) =>
        new Request("POST", "$batch", $"--batch\r\nContent-Type: multipart/mixed;boundary=changes\r\n\r\n{string.Concat(parts.Select(part => $"--changes\r\n{part}"))}{end}--batch--\r\n", "multipart/mixed;boundary=batch"));

    private static readonly Gen<Request> Requests = Gen.Frequency(
        (40, Address.Select(Get)),
        (5, Nested.Select(Get)),
        (5, Page.Select(Get)),
        (20, FetchXml.Select(xml => Get($"smpl_visits?fetchXml={Uri.EscapeDataString(xml)}"))),
        (20, Gen.Select(Gen.OneOfConst("POST", "PATCH", "PUT", "DELETE"), Gen.OneOfConst(Writes), Body, Gen.OneOfConst("application/json", "application/json; charset=utf-7", "text/plain", ""), (method, address, body, type) => new Request(method, address, body, type))),
        (10, Batch));

    [Fact]
    public async Task Ten_thousand_random_requests_neither_make_the_server_fail_nor_change_anything_when_they_are_refused()
    {
        await VisitAsync("""{ "smpl_subject": "a", "smpl_minutes": 10, "smpl_RegionId@odata.bind": "/smpl_regions(smpl_code='N')" }""");
        var start = Scene.Organization.TakeSnapshot();
        var before = Scene.Everything();
        var random = new PCG(1, Seed);
        var statuses = new SortedDictionary<int, int>();

        for (var at = 0; at < 10_000; at++)
        {
            var request = Requests.Generate(random, null, out _);
            var answer = await Api.SendAsync(new HttpMethod(request.Method), request.Address, request.Body, request.ContentType).WaitAsync(Soon);

            var status = (int)answer.Status;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status is < 500 or 501, $"{status}: request {at}, {request}\n{answer.Text}");
            if (status >= 400 || request.Method == "GET") Assert.True(before == Scene.Everything(), $"{status} and yet the rows have changed: request {at}, {request}");
            else Scene.Organization.Restore(start);
        }

        Assert.True(statuses.GetValueOrDefault(200) > 300 && statuses.GetValueOrDefault(204) > 30, $"Too few requests make sense for the test to mean something: {string.Join(", ", statuses)}");
    }

    private static string RowsInRows(int levels) =>
        string.Concat(Enumerable.Repeat("[{\"smpl_visit_visit\":", levels)) + "[]" + string.Concat(Enumerable.Repeat("}]", levels));

    private static Request Get(string address) => new("GET", address, Body: null, "application/json");

    private sealed record Request(string Method, string Address, string? Body, string ContentType);
}
