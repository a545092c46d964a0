using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiBatchTests : WebApiTests
{
    private const string ContinueOnError = "odata.continue-on-error";

    [Fact]
    public async Task A_batch_answers_each_request_in_order()
    {
        var answer = await SendAsync(Part("GET", "smpl_regions?$select=smpl_name"), Part("GET", "/api/data/v9.2/WhoAmI"), Part("GET", $"{Api.Root}smpl_regions/$count"));

        var parts = (await answer.Must(HttpStatusCode.OK).PartsAsync());
        Assert.Equal(["200 OK", "200 OK", "200 OK"], parts.Select(part => part.Status));
        Assert.Contains("North", parts[0].Body);
        Assert.Contains(Scene.Me.ToString(), parts[1].Body);
        Assert.Equal("2", parts[2].Body);
    }

    [Fact]
    public async Task Requests_outside_a_change_set_are_independent_and_the_first_failure_ends_the_batch()
    {
        var answer = await SendAsync(Part("POST", "smpl_regions", """{"smpl_name":"First"}"""), Part("POST", "smpl_regions", """{"nosuch":1}"""), Part("POST", "smpl_regions", """{"smpl_name":"Third"}"""));

        Assert.Equal(["204 No Content", "400 Bad Request"], (await answer.Must(HttpStatusCode.BadRequest).PartsAsync()).Select(part => part.Status));
        Assert.Equal(["North", "South", "First"], await RegionsAsync());
    }

    [Fact]
    public async Task With_continue_on_error_the_rest_is_done_too()
    {
        var answer = await SendAsync([("Prefer", ContinueOnError)], Part("POST", "smpl_regions", """{"nosuch":1}"""), Part("POST", "smpl_regions", """{"smpl_name":"Second"}"""));

        Assert.Equal(["400 Bad Request", "204 No Content"], (await answer.Must(HttpStatusCode.OK).PartsAsync()).Select(part => part.Status));
        Assert.Equal(["North", "South", "Second"], await RegionsAsync());
    }

    [Fact]
    public async Task A_change_set_refers_to_rows_it_made_in_addresses_and_in_bodies()
    {
        var answer = await SendAsync(ChangeSet(
            Part("POST", "smpl_regions", """{"smpl_name":"Made"}""", contentId: "1"),
            Part("POST", "smpl_visits", """{"smpl_subject":"Bound","smpl_RegionId@odata.bind":"$1"}""", contentId: "2"),
            Part("PATCH", "$1", """{"smpl_code":"M"}""", contentId: "3"),
            Part("PUT", "/$2/smpl_subject", """{"value":"Renamed"}""", contentId: "4")));

        var changes = await (await answer.Must(HttpStatusCode.OK).PartsAsync()).Single().PartsAsync();
        Assert.Equal(["1", "2", "3", "4"], changes.Select(part => part.ContentId));
        Assert.All(changes, part => Assert.Equal("204 No Content", part.Status));
        Assert.Equal(["Renamed"], (await Api.GetAsync("smpl_visits?$select=smpl_subject&$filter=smpl_RegionId/smpl_code eq 'M'")).All("smpl_subject"));
    }

    [Fact]
    public async Task A_change_set_that_fails_changes_nothing_and_answers_with_the_error_alone()
    {
        var before = Scene.Everything();

        var answer = await SendAsync([("Prefer", ContinueOnError)],
            ChangeSet(Part("POST", "smpl_regions", """{"smpl_name":"Made"}"""), Part("DELETE", $"smpl_regions({North})"), Part("POST", "smpl_regions", """{"nosuch":1}""")),
            Part("GET", "smpl_regions/$count"));

        var parts = await answer.Must(HttpStatusCode.OK).PartsAsync();
        Assert.Equal(["400 Bad Request", "200 OK"], parts.Select(part => part.Status));
        Assert.Contains("'nosuch'", parts[0].Body);
        Assert.Equal(before, Scene.Everything());
    }

    [Fact]
    public async Task What_is_not_supported_undoes_a_change_set_too_and_is_named()
    {
        var before = Scene.Everything();

        var answer = await SendAsync(ChangeSet(Part("POST", "smpl_regions", """{"smpl_name":"Made"}"""), Part("PUT", $"smpl_regions({North})", "{}")));

        var part = (await answer.Must(HttpStatusCode.NotImplemented).PartsAsync()).Single();
        Assert.Contains("replacing a row with PUT", part.Body);
        Assert.Equal(before, Scene.Everything());
    }

    [Fact]
    public async Task A_plugin_that_refuses_undoes_the_change_set()
    {
        var scene = new Scene().On("Create", "smpl_visit", 40, _ => throw new Microsoft.Xrm.Sdk.InvalidPluginExecutionException("No visits today."));
        await using var api = await WebApiServer.StartAsync(scene.Organization);
        var before = scene.Everything();

        var answer = await api.BatchAsync([], ChangeSet(Part("POST", "smpl_regions", """{"smpl_name":"Made"}"""), Part("POST", "smpl_visits", "{}")));

        Assert.Contains("No visits today.", (await answer.Must(HttpStatusCode.BadRequest).PartsAsync()).Single().Body);
        Assert.Equal(before, scene.Everything());
    }

    [Fact]
    public async Task The_caller_of_a_batch_is_the_caller_of_its_requests_unless_they_say_otherwise()
    {
        var (other, third) = (Scene.User("Other"), Scene.User("Third"));

        var answer = await SendAsync([("MSCRMCallerID", other.ToString())], Part("GET", "WhoAmI"), Part("GET", "WhoAmI", headers: $"MSCRMCallerID: {third}"));

        var parts = await answer.Must(HttpStatusCode.OK).PartsAsync();
        Assert.Contains($"\"UserId\":\"{other}\"", parts[0].Body);
        Assert.Contains($"\"UserId\":\"{third}\"", parts[1].Body);
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/mixed", "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nno end", HttpStatusCode.BadRequest)]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: text/plain\r\n\r\nGET WhoAmI HTTP/1.1\r\n\r\n--b--\r\n", HttpStatusCode.BadRequest)]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nWhoAmI\r\n\r\n--b--\r\n", HttpStatusCode.BadRequest)]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET http://example.com/ HTTP/1.1\r\n\r\n--b--\r\n", HttpStatusCode.NotFound)]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET $7 HTTP/1.1\r\n\r\n--b--\r\n", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_no_batch_is_refused(string contentType, string body, HttpStatusCode status) =>
        (await Api.SendAsync(HttpMethod.Post, "$batch", body, contentType)).Must(status);

    [Fact]
    public async Task A_quoted_boundary_and_bare_line_feeds_inside_a_part_are_read() =>
        (await Api.SendAsync(HttpMethod.Post, "$batch", "--b b\r\nContent-Type: application/http\r\n\r\nGET WhoAmI HTTP/1.1\nAccept: application/json\n\n\r\n--b b--\r\n", "multipart/mixed;boundary=\"b b\"")).Must(HttpStatusCode.OK);

    [Fact]
    public async Task Reading_inside_a_change_set_is_refused() =>
        Assert.Contains("changes only", (await SendAsync(ChangeSet(Part("GET", "WhoAmI")))).Refused(HttpStatusCode.BadRequest, "0x80048d19"));

    [Fact]
    public async Task A_batch_inside_a_batch_is_not_supported() =>
        Assert.Equal("501 Not Implemented", (await (await SendAsync(Part("POST", "$batch", "{}"))).PartsAsync()).Single().Status);

    [Fact]
    public async Task More_than_a_thousand_requests_are_refused() =>
        Assert.Contains("1000", (await SendAsync([.. Enumerable.Repeat(Part("GET", "WhoAmI"), 1001)])).Refused(HttpStatusCode.BadRequest, "0x80048d19"));

    private async Task<IReadOnlyList<string?>> RegionsAsync() => (await Api.GetAsync("smpl_regions?$select=smpl_name")).All("smpl_name");

    private Task<Answer> SendAsync(params string[] parts) => SendAsync([], parts);

    private Task<Answer> SendAsync((string, string)[] headers, params string[] parts) => Api.BatchAsync(headers, parts);

    private static string Part(string method, string address, string? body = null, string? contentId = null, string? headers = null)
    {
        var text = new StringBuilder("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is not null) text.Append($"Content-ID: {contentId}\r\n");
        text.Append($"\r\n{method} {address} HTTP/1.1\r\n");
        if (headers is not null) text.Append($"{headers}\r\n");
        return text.Append($"Content-Type: application/json\r\n\r\n{body}\r\n").ToString();
    }

    private static string ChangeSet(params string[] parts) =>
        $"Content-Type: multipart/mixed;boundary=changes\r\n\r\n{string.Concat(parts.Select(part => $"--changes\r\n{part}"))}--changes--\r\n";
}
