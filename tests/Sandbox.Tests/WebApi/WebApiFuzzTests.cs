using CsCheck;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>Whatever is asked, the answer is a success, a refusal, or "not supported": never a failure of the server, and a refused write changes nothing.</summary>
public sealed class WebApiFuzzTests : WebApiTests
{
    private static readonly string[] Tokens =
    [
        "smpl_visits", "smpl_regions", "opportunities", "accounts", "$metadata", "$count", "$ref", "$value", "$batch", "WhoAmI", "/", "//", "(", ")", "()", "smpl_RegionId",
        "smpl_region_visit", "smpl_name", "smpl_minutes", "_smpl_regionid_value", "00000000-0000-0000-0000-000000000001", "smpl_code='N'", "'", "''", "%27", "%2f", "%00", "%", "..",
        "?", "&", "=", "$select=", "$filter=", "$orderby=", "$expand=", "$top=", "$count=true", "$skiptoken=", "fetchXml=", "savedQuery=", "@p=", "@p", "[", "]", "{", "}", ",", ";", ":", "*",
        " eq ", " ne ", " gt ", " and ", " or ", " not ", " in ", " desc", "null", "true", "1", "-1", "1.5", "99999999999999999999", "2026-01-01", "2026-13-45T99:00:00Z", "duration'P1D'", "NaN", "INF",
        "contains(", "startswith(", "any(", "Microsoft.Dynamics.CRM.", "In(", "PropertyName=", "PropertyValues=", "smpl_CountVisits", "CreateMultiple", "<fetch>", "<entity name=\"smpl_visit\"/>", "</fetch>", "Ä", "\u202e",
    ];

    private static readonly string[] Values =
        ["null", "true", "1", "-1", "1e400", "\"\"", "\"x\"", "\"\\u0000\"", "[]", "{}", "[{}]", "\"2026-01-01\"", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01\"", "\"/smpl_regions(smpl_code='N')\"", "\"/\"", "\"//x\"", "\"http://\""];

    private static readonly string[] Names =
    [
        "smpl_subject", "smpl_notes", "smpl_minutes", "smpl_score", "smpl_ratio", "smpl_fee", "smpl_startson", "smpl_day", "smpl_outcome", "smpl_topics", "smpl_isremote", "smpl_visitid", "statecode", "statuscode",
        "smpl_RegionId", "smpl_RegionId@odata.bind", "ownerid@odata.bind", "smpl_visit_visit", "_smpl_regionid_value", "smpl_nosuch", "@odata.bind", "@odata.id", "@odata.type", "@", "", "versionnumber", "createdon",
    ];

    private static readonly Gen<string> Address =
        Gen.Select(Gen.OneOfConst("smpl_visits", "smpl_visits?", "smpl_regions", "smpl_regions(smpl_code='N')", "opportunities?", "WhoAmI", "$", "x"), Gen.OneOfConst(Tokens).List[0, 11], (first, rest) => first + string.Concat(rest));

    private static readonly Gen<string> Body =
        Gen.Select(Gen.OneOfConst(Names), Gen.OneOfConst(Values)).List[0, 4].Select(properties => $"{{ {string.Join(", ", properties.Select(property => $"\"{property.Item1}\": {property.Item2}"))} }}");

    [Fact]
    public async Task No_address_makes_the_server_fail() =>
        await Address.SampleAsync(async address => RequireForeseen(address, await Api.GetAsync(address)), iter: 3000, threads: 1);

    [Fact]
    public async Task No_body_makes_the_server_fail_and_a_refused_one_changes_nothing() =>
        await Gen.Select(Body, Gen.OneOfConst("smpl_visits", "smpl_regions(smpl_code='N')", "smpl_visits/Microsoft.Dynamics.CRM.CreateMultiple")).SampleAsync(async (body, address) =>
        {
            var before = Scene.Everything();
            var answer = await Api.SendAsync(address.Contains('(', StringComparison.Ordinal) ? HttpMethod.Patch : HttpMethod.Post, address, body);
            RequireForeseen(body, answer);
            if ((int)answer.Status >= 400) Assert.Equal(before, Scene.Everything());
        }, iter: 1000, threads: 1);

    private static void RequireForeseen(string request, Answer answer) =>
        Assert.True((int)answer.Status is < 500 or 501, $"{(int)answer.Status}: {request}\n{answer.Text}");
}
