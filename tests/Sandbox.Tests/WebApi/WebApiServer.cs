using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BuyerPath.Sandbox.Host;
using Microsoft.AspNetCore.Builder;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>A scene behind a real server on a free port. Every OData answer is also read by Microsoft's own reader.</summary>
internal sealed class WebApiServer : IAsyncDisposable
{
    private const string Path = "/api/data/v9.2/";

    private readonly WebApplication _application;
    private readonly HttpClient _client;
    private ODataPayload? _payload;

    private WebApiServer(Organization organization, WebApplication application)
    {
        (Organization, _application) = (organization, application);
        Address = new Uri(application.Urls.Single());
        _client = new HttpClient { BaseAddress = Address };
    }

    public Organization Organization { get; }

    public Uri Address { get; }

    public Uri Root => new(Address, Path);

    public static async Task<WebApiServer> StartAsync(Organization organization)
    {
        var application = SandboxHost.Create(organization, new Uri("http://127.0.0.1:0"));
        await application.StartAsync();
        return new WebApiServer(organization, application);
    }

    public Task<Answer> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, body: null, headers);

    public Task<Answer> PostAsync(string address, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, address, body, headers);

    public Task<Answer> PatchAsync(string address, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Patch, address, body, headers);

    public Task<Answer> PutAsync(string address, string body) => SendAsync(HttpMethod.Put, address, body);

    public Task<Answer> DeleteAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, address, body: null, headers);

    /// <summary>Sends a request to the Web API; an address that begins with a slash goes to the host itself.</summary>
    public Task<Answer> SendAsync(HttpMethod method, string address, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, address, body, "application/json", headers);

    /// <summary>Sends a body of another type than JSON.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string address, string? body, string contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address.StartsWith('/') ? address : Path + address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);

        using var response = await _client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var answer = new Answer(response.StatusCode, response.Headers, response.Content.Headers.ContentType, bytes);
        if (!address.StartsWith('/') && answer.IsJson) (await PayloadAsync()).RequireReadable(answer);
        return answer;
    }

    private async Task<ODataPayload> PayloadAsync() => _payload ??= new ODataPayload(await _client.GetByteArrayAsync(Path + "$metadata"));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }
}

/// <summary>An answer of the server.</summary>
internal sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, MediaTypeHeaderValue? ContentType, byte[] Bytes)
{
    public bool IsJson => ContentType?.MediaType == "application/json";

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    /// <summary>The rows of a collection.</summary>
    public IReadOnlyList<JsonElement> Rows => [.. Json.GetProperty("value").EnumerateArray()];

    /// <summary>One property of every row of a collection.</summary>
    public IReadOnlyList<string?> All(string property) => [.. Rows.Select(row => row.GetProperty(property).ToString())];

    public string Header(string name) => Headers.GetValues(name).Single();

    /// <summary>Id of the row in <c>OData-EntityId</c>.</summary>
    public Guid EntityId
    {
        get
        {
            var address = Header("OData-EntityId");
            return Guid.Parse(address[(address.LastIndexOf('(') + 1)..^1]);
        }
    }

    /// <summary>The sentence of an error, after its status and code were checked.</summary>
    public string Refused(HttpStatusCode status, string code)
    {
        Assert.True(status == Status, $"{(int)Status}: {Text}");
        var error = Json.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        return error.GetProperty("message").GetString()!;
    }

    /// <summary>Itself, when the status is the one expected.</summary>
    public Answer Must(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{(int)Status}: {Text}");
        return this;
    }
}
