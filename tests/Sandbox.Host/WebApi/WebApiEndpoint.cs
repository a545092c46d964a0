using Microsoft.AspNetCore.Http.Features;
using Microsoft.OData.UriParser;

namespace BuyerPath.Sandbox.Host.WebApi;

/// <summary>
/// The Web API of Dataverse for one organization: parses the address, answers by what it names, and turns what was thrown into
/// <c>{"error":{"code","message"}}</c>. It keeps nothing between requests; the organization makes concurrent ones queue.
/// </summary>
public sealed class WebApiEndpoint(Organization organization)
{
    /// <summary>The path under which the Web API lives.</summary>
    public const string Route = "/api/data/{version}/{**address}";

    // Clients written against any of them get the same answers.
    private static readonly string[] Versions = ["v9.0", "v9.1", "v9.2"];

    private const string CallerIdHeader = "MSCRMCallerID";
    private const string CallerObjectIdHeader = "CallerObjectId";
    private const string VersionHeader = "OData-Version";

    // Microsoft's own sample clients do not run without it.
    private const string ParallelismHint = "x-ms-dop-hint";

    private readonly Metadata _metadata = new(organization.Model);

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext http, string version)
    {
        http.Response.Headers[VersionHeader] = "4.0";
        http.Response.Headers[ParallelismHint] = "4";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await AnswerAsync(ExchangeOf(http, version));
        }
        catch (Exception exception) when (Errors.Of(exception) is { } refusal)
        {
            await Errors.WriteAsync(http.Response, refusal);
        }
    }

    private Exchange ExchangeOf(HttpContext http, string version)
    {
        if (!Versions.Contains(version)) throw Refusal.NotFound($"There is no version '{version}' of the Web API here; there are {string.Join(", ", Versions)}.");
        var root = new Uri($"{http.Request.Scheme}://{http.Request.Host}/api/data/{version}/");
        var addresses = new AddressReader(_metadata);
        return new Exchange(http, _metadata, organization.ServiceFor(CallerOf(http.Request)), root, addresses, addresses.ParserOf(root, AddressOf(http, root)));
    }

    private static Uri AddressOf(HttpContext http, Uri root)
    {
        // The path as it was sent: a decoded one could not tell a slash inside a key from one between segments.
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return Uri.TryCreate(root, target, out var address) && root.IsBaseOf(address)
            ? address
            : throw Refusal.NotFound($"There is nothing under '{target}'.");
    }

    private Guid CallerOf(HttpRequest request)
    {
        if (request.Headers.ContainsKey(CallerObjectIdHeader)) throw Unsupported.Feature($"the header {CallerObjectIdHeader}", "Web API");
        if (!request.Headers.TryGetValue(CallerIdHeader, out var caller)) return organization.DefaultUserId;
        return Guid.TryParse(caller, out var id) ? id : throw Refusal.Address($"{CallerIdHeader} must be the id of a user, not '{caller}'.");
    }

    private static Task AnswerAsync(Exchange exchange)
    {
        var address = new AddressReader(exchange.Metadata).Read(exchange.Parser);
        return address switch
        {
            ServiceDocument => DocumentAnswers.ServiceDocumentAsync(exchange),
            MetadataDocument => DocumentAnswers.MetadataAsync(exchange),
            RowSet set => SetAnswers.AnswerAsync(exchange, set),
            RowCount count => SetAnswers.CountAsync(exchange, count),
            SingleRow row => RowAnswers.AnswerAsync(exchange, row),
            RelatedRow related => RowAnswers.ReadRelatedAsync(exchange, related),
            ColumnOfRow column => ColumnAnswers.AnswerAsync(exchange, column),
            Link link => LinkAnswers.AnswerAsync(exchange, link),
            Call call => CallAnswers.AnswerAsync(exchange, call),
            _ => throw Unsupported.Feature(address.GetType().Name, "Web API address"),
        };
    }
}
