using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Answers;
using BuyerPath.Sandbox.Host.WebApi.Batches;
using BuyerPath.Sandbox.Host.WebApi.Definitions;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Xrm.Sdk;

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

    /// <summary>The headers that say as whom a request acts.</summary>
    internal static readonly IReadOnlyList<string> CallerHeaders = [CallerIdHeader, CallerObjectIdHeader];

    private const string VersionHeader = "OData-Version";

    // Microsoft's own sample clients do not run without it.
    private const string ParallelismHint = "x-ms-dop-hint";

    private readonly Metadata _metadata = new(organization.Model);

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext http, string version)
    {
        if (http.Request.RouteValues["address"] is not BatchAnswers.Address)
        {
            await AnswerOneAsync(http, version, user => organization.ServiceFor(user), ContentIds.None);
            return;
        }
        await GuardAsync(http, () => new BatchAnswers(organization, this, version).AnswerAsync(http));
    }

    /// <summary>Answers a request, perhaps one of a batch.</summary>
    /// <param name="http">Request and response.</param>
    /// <param name="version">Version of the Web API, as <c>v9.2</c>.</param>
    /// <param name="services">The organization service of a user.</param>
    /// <param name="contentIds">Rows that earlier parts of the same change set made.</param>
    internal Task AnswerOneAsync(HttpContext http, string version, Func<Guid, IOrganizationService> services, ContentIds contentIds) =>
        GuardAsync(http, () => AnswerAsync(ExchangeOf(http, version, services, contentIds)));

    private async Task GuardAsync(HttpContext http, Func<Task> answer)
    {
        http.Response.Headers[VersionHeader] = "4.0";
        http.Response.Headers[ParallelismHint] = "4";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await answer();
        }
        catch (Exception exception) when (Errors.Of(exception) is { } refusal)
        {
            if (exception is NotSupportedException unsupported) organization.Note(unsupported, $"{http.Request.Method} {http.Request.Path}");
            await Errors.WriteAsync(http.Response, refusal);
        }
    }

    /// <summary>The address under which a version of the Web API lives.</summary>
    /// <exception cref="Refusal">There is no such version.</exception>
    internal static Uri RootOf(HttpRequest request, string version) => Versions.Contains(version)
        ? new Uri($"{request.Scheme}://{request.Host}/api/data/{version}/")
        : throw Refusal.NotFound($"There is no version '{version}' of the Web API here; there are {string.Join(", ", Versions)}.");

    private Exchange ExchangeOf(HttpContext http, string version, Func<Guid, IOrganizationService> services, ContentIds contentIds)
    {
        var root = RootOf(http.Request, version);
        var addresses = new AddressReader(_metadata, contentIds);
        return new Exchange(http, _metadata, services(CallerOf(http.Request)), root, addresses, addresses.ParserOf(root, AddressOf(http, root)));
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
        var named = CallerHeaders.Where(request.Headers.ContainsKey).ToList();
        if (named is []) return organization.DefaultUserId;
        if (named is not [var header]) throw Refusal.Address($"Only one of {string.Join(" and ", CallerHeaders)} may say as whom a request acts.");
        if (!Guid.TryParse(request.Headers[header], out var id)) throw Refusal.Address($"{header} must be the id of a user, not '{request.Headers[header]}'.");
        return header == CallerIdHeader ? id : organization.UserOfEntra(id);
    }

    private static Task AnswerAsync(Exchange exchange)
    {
        var address = exchange.Addresses.Read(exchange.Parser);
        return address switch
        {
            ServiceDocument => DocumentAnswers.ServiceDocumentAsync(exchange),
            MetadataDocument => DocumentAnswers.MetadataAsync(exchange),
            DefinitionList list => DefinitionAnswers.ListAsync(exchange, list),
            SingleDefinition definition => DefinitionAnswers.OneAsync(exchange, definition),
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
