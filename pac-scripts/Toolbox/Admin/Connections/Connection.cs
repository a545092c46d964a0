using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>The rows and definitions of an environment, through its Web API.</summary>
/// <param name="client">Reaches the Web API; addresses are relative to it.</param>
/// <param name="wait">Lets time pass when Dataverse asks for patience.</param>
public sealed class Connection(HttpClient client, Action<TimeSpan> wait) : IDisposable
{
    private const int MostTries = 6;
    private const int PageSize = 5000;
    private const string TooManyToCount = "8004E023";

    // When Dataverse says that it is busy but not for how long.
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(5);

    /// <summary>Connects to an environment as whoever acts.</summary>
    /// <exception cref="AdminException">Nobody is signed in, or the environment is not reached.</exception>
    public static Connection Open(Session session)
    {
        using var login = new HttpClient();
        var token = AccessToken.For(session, login);
        return Over(new HttpClientHandler(), session.Target, token);
    }

    /// <summary>Connects through a handler.</summary>
    /// <param name="handler">Sends what is asked.</param>
    /// <param name="target">The environment.</param>
    /// <param name="token">Null when none is asked for.</param>
    /// <param name="wait">Lets time pass; null sleeps.</param>
    internal static Connection Over(HttpMessageHandler handler, Target target, string? token = null, Action<TimeSpan>? wait = null)
    {
        var client = new HttpClient(handler) { BaseAddress = new Uri(target.Address, "api/data/v9.2/"), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.Add("OData-Version", "4.0");
        client.DefaultRequestHeaders.Add("OData-MaxVersion", "4.0");
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Connection(client, wait ?? Thread.Sleep);
    }

    /// <summary>All rows at an address, page after page.</summary>
    public IEnumerable<JsonElement> Rows(string address)
    {
        for (string? next = address; next is not null;)
        {
            var page = Send(HttpMethod.Get, next);
            foreach (var row in page.GetProperty("value").EnumerateArray())
                yield return row;
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }
    }

    /// <summary>What lies at an address; null when nothing does.</summary>
    public JsonElement? Find(string address)
    {
        try
        {
            return Send(HttpMethod.Get, address);
        }
        catch (WebApiException refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>How many rows of a set pass a filter.</summary>
    public RowCount Count(string set, string? filter = null)
    {
        var only = filter is null ? "" : $"filter({filter})/";
        try
        {
            var answer = Send(HttpMethod.Get, $"{set}?$apply={only}aggregate($count as rows)");
            return new RowCount(answer.GetProperty("value")[0].GetProperty("rows").GetInt32());
        }
        catch (WebApiException refusal) when (refusal.Code.EndsWith(TooManyToCount, StringComparison.OrdinalIgnoreCase))
        {
            return RowCount.BeyondCounting;
        }
    }

    /// <summary>Makes a row of a set.</summary>
    public void Create(string set, JsonObject columns) => Send(HttpMethod.Post, set, columns);

    /// <summary>Changes columns of a row.</summary>
    public void Update(string row, JsonObject columns) => Send(HttpMethod.Patch, row, columns, ("If-Match", "*"));

    /// <summary>Associates a row with another, through a navigation property for many.</summary>
    public void Associate(string row, string navigation, string other) =>
        Send(HttpMethod.Post, $"{row}/{navigation}/$ref", new JsonObject { ["@odata.id"] = new Uri(client.BaseAddress!, other).AbsoluteUri });

    /// <summary>Calls an action.</summary>
    public JsonElement Call(string action, JsonObject parameters) => Send(HttpMethod.Post, action, parameters);

    /// <summary>Ends it.</summary>
    public void Dispose() => client.Dispose();

    private JsonElement Send(HttpMethod method, string address, JsonObject? body = null, params (string Name, string Value)[] headers)
    {
        for (var tries = 1; ; tries++)
        {
            using var request = new HttpRequestMessage(method, address);
            if (body is not null) request.Content = JsonContent.Create(body);
            if (method == HttpMethod.Get) request.Headers.Add("Prefer", $"odata.maxpagesize={PageSize}");
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);

            using var response = Sent(request);
            // Service protection: Dataverse says for how long it wants to be left alone.
            if (tries < MostTries && response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                wait(response.Headers.RetryAfter?.Delta ?? UsualPatience);
                continue;
            }
            return response.IsSuccessStatusCode ? Content(response) : throw WebApiException.Of(response, $"{method} {address}");
        }
    }

    private HttpResponseMessage Sent(HttpRequestMessage request)
    {
        try
        {
            return client.Send(request);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            throw new AdminException($"{client.BaseAddress!.GetLeftPart(UriPartial.Authority)} does not answer: {unreachable.Message}", "see the address and the network, then run this again.");
        }
    }

    private static JsonElement Content(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.NoContent) return default;

        using var stream = response.Content.ReadAsStream();
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.Clone();
    }
}

/// <summary>How many rows there are. Dataverse counts to 50,000.</summary>
/// <param name="Rows">Null when there are more.</param>
public sealed record RowCount(int? Rows)
{
    /// <summary>More than Dataverse counts.</summary>
    public static readonly RowCount BeyondCounting = new((int?)null);

    /// <summary>True when there is at least one.</summary>
    public bool IsAny => Rows is not 0;

    /// <summary>In words.</summary>
    public override string ToString() => Rows is { } rows ? rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) : "more than 50,000";
}
