using System.Net;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>What a column holds as plain text: <c>/$value</c>.</summary>
public sealed class WebApiPlainValueTests : WebApiTests
{
    [Theory]
    [InlineData("smpl_subject", "\"with \\\"quotes\\\" & Ä\"", "with \"quotes\" & Ä")]
    [InlineData("smpl_minutes", "90", "90")]
    [InlineData("smpl_isremote", "true", "true")]
    [InlineData("smpl_fee", "12.5", "12.5")]
    [InlineData("smpl_day", "\"2026-03-02\"", "2026-03-02")]
    [InlineData("smpl_startson", "\"2026-03-02T10:30:00+02:00\"", "2026-03-02T08:30:00Z")]
    public async Task It_is_the_value_without_quotes(string column, string json, string text)
    {
        var visit = await VisitAsync($$"""{ "{{column}}": {{json}} }""");

        var answer = (await Api.GetAsync($"smpl_visits({visit})/{column}/$value")).Must(HttpStatusCode.OK);

        Assert.Equal(text, answer.Text);
        Assert.Equal("text/plain", answer.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_lookup_gives_the_id_and_nothing_gives_nothing()
    {
        var visit = await VisitAsync("""{ "smpl_RegionId@odata.bind": "/smpl_regions(smpl_code='N')" }""");

        Assert.Equal(North.ToString(), (await Api.GetAsync($"smpl_visits({visit})/_smpl_regionid_value/$value")).Must(HttpStatusCode.OK).Text);
        (await Api.GetAsync($"smpl_visits({visit})/smpl_minutes/$value")).Must(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task It_is_only_read()
    {
        var visit = await VisitAsync("""{ "smpl_minutes": 5 }""");

        Assert.Contains("$value", (await Api.DeleteAsync($"smpl_visits({visit})/smpl_minutes/$value")).Refused(HttpStatusCode.MethodNotAllowed, "0x8006088b"), StringComparison.Ordinal);
        Assert.Equal("5", (await Api.GetAsync($"smpl_visits({visit})/smpl_minutes/$value")).Text);
    }
}
