using System.Net;
using System.Net.Sockets;
using System.Text;
using BuyerPath.Sandbox.Host;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiSafetyTests : WebApiTests
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("LOCALHOST", HttpStatusCode.OK)]
    [InlineData("sandbox.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.sandbox.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.0.1", HttpStatusCode.MisdirectedRequest)]
    public async Task Only_names_of_this_machine_are_answered(string host, HttpStatusCode status)
    {
        Assert.Equal(status, (await Api.GetAsync("/_local/trace", ("Host", $"{host}:{Api.Address.Port}"))).Status);
        Assert.Equal(status, (await Api.GetAsync("/_local/snapshot", ("Host", $"{host}:{Api.Address.Port}"))).Status);
        Assert.Equal(status, (await Api.GetAsync("/", ("Host", $"{host}:{Api.Address.Port}"))).Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task Another_origin_cannot_write(string origin)
    {
        var before = Scene.Everything();

        Assert.Equal(HttpStatusCode.Forbidden, (await Api.PostAsync("smpl_visits", "{}", ("Origin", origin))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Api.PatchAsync($"smpl_regions({North})", "{}", ("Origin", origin))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Api.DeleteAsync($"smpl_regions({North})", ("Origin", origin))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Api.PostAsync("/_local/reset", "", ("Origin", origin))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Api.PostAsync("/_local/snapshot", "{}", ("Origin", origin))).Status);
        Assert.Equal(before, Scene.Everything());
    }

    [Fact]
    public async Task The_page_itself_can_write_and_nobody_is_invited_from_elsewhere()
    {
        var answer = (await Api.PostAsync("smpl_visits", "{}", ("Origin", Api.Address.GetLeftPart(UriPartial.Authority)))).Must(HttpStatusCode.NoContent);
        var foreign = await Api.GetAsync("smpl_visits", ("Origin", "https://elsewhere.example"));

        Assert.All([answer, foreign], each => Assert.DoesNotContain(each.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/data/v9.2/")]
    [InlineData("/_local/app")]
    public async Task Nothing_is_loaded_from_outside(string address)
    {
        var answer = await Api.GetAsync(address);

        Assert.StartsWith("default-src 'self'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.DoesNotContain("Server", answer.Headers.Select(header => header.Key));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5199")]
    [InlineData("http://192.168.0.1:5199")]
    [InlineData("https://127.0.0.1:5199")]
    public void It_is_served_to_this_machine_only(string url) =>
        Assert.Throws<ArgumentException>(() => SandboxHost.Create(Scene.Organization, new Uri(url)));

    [Fact]
    public async Task A_huge_body_is_refused() =>
        Assert.StartsWith("HTTP/1.1 413 ", await SendRawAsync("POST /api/data/v9.2/smpl_visits HTTP/1.1", "Content-Type: application/json\r\nContent-Length: 20000000"), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_that_is_not_called_JSON_is_refused() =>
        Assert.StartsWith("HTTP/1.1 415 ", await SendRawAsync("POST /api/data/v9.2/smpl_visits HTTP/1.1", "Content-Type: text/plain\r\nContent-Length: 2", "{}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/data/v9.2/../../../etc/passwd", 404)]
    [InlineData("/api/data/v9.2/..%2f..%2f_local/app", 404)]
    [InlineData("/_local/components/../app", 200)]          // is /_local/app
    [InlineData("/_local/components/x/..%2f..%2fapp", 404)]
    [InlineData("/modules/..%2f..%2fBuyerPath.Sandbox.dll", 404)]
    [InlineData("/api/data/v9.2/smpl_visits(%00)", 400)]
    [InlineData("/api/data/v9.2/smpl_visits?$filter=%", 400)]
    [InlineData("/api/data/v9.2/%E4%FF", 404)]
    public async Task Path_tricks_lead_nowhere(string target, int status) =>
        Assert.StartsWith($"HTTP/1.1 {status} ", await SendRawAsync($"GET {target} HTTP/1.1"), StringComparison.Ordinal);

    private async Task<string> SendRawAsync(string requestLine, string headers = "X-Nothing: 1", string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Api.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{requestLine}\r\nHost: 127.0.0.1:{Api.Address.Port}\r\nConnection: close\r\n{headers}\r\n\r\n{body}"));
        return await new StreamReader(stream).ReadToEndAsync();
    }
}
