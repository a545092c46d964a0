using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BuyerPath.Sandbox.Host.WebApi.Batches;

/// <summary>A request inside a batch: the text of an HTTP request (<c>Content-Type: application/http</c>).</summary>
/// <param name="Method">As GET.</param>
/// <param name="Target">Address as written: absolute, from the host, relative to the Web API, or from a Content-ID.</param>
/// <param name="Headers">Headers of the request itself.</param>
/// <param name="Body">Its body.</param>
/// <param name="ContentId">Its Content-ID; null when it has none.</param>
internal sealed record BatchPart(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body, string? ContentId)
{
    private const string ContentIdHeader = "Content-ID";

    /// <summary>Reads a part of a multipart body.</summary>
    /// <exception cref="Refusal">It is not an HTTP request.</exception>
    public static async Task<BatchPart> ReadAsync(MultipartSection section, CancellationToken cancelled)
    {
        if (section.ContentType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != true)
            throw Refusal.Payload($"A part of a batch must be of the type application/http, not '{section.ContentType}'.");

        var bytes = new MemoryStream();
        await section.Body.CopyToAsync(bytes, cancelled);
        var contentId = section.Headers!.FirstOrDefault(header => header.Key.Equals(ContentIdHeader, StringComparison.OrdinalIgnoreCase)).Value.FirstOrDefault();
        return Parse(bytes.ToArray(), contentId);
    }

    private static BatchPart Parse(byte[] bytes, string? contentId)
    {
        var at = 0;
        var line = NextLine(bytes, ref at) ?? "";
        if (line.Split(' ') is not [var method, var target, "HTTP/1.1"] || method.Length == 0 || !method.All(char.IsAsciiLetterUpper) || target.Length == 0)
            throw Refusal.Payload($"A part of a batch must begin as 'GET accounts HTTP/1.1' does, not with '{line}'.");

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (NextLine(bytes, ref at) is { Length: > 0 } header)
        {
            if (header.Split(':', 2) is not [{ Length: > 0 } name, var value]) throw Refusal.Payload($"'{header}' in a part of a batch is not a header.");
            headers[name.Trim()] = value.Trim();
        }
        return new BatchPart(method, target, headers, bytes[at..], contentId ?? headers.GetValueOrDefault(ContentIdHeader));
    }

    // Clients end lines with and without a carriage return.
    private static string? NextLine(byte[] bytes, ref int at)
    {
        if (at >= bytes.Length) return null;
        var end = Array.IndexOf(bytes, (byte)'\n', at);
        var line = Encoding.UTF8.GetString(bytes, at, (end < 0 ? bytes.Length : end) - at).TrimEnd('\r');
        at = end < 0 ? bytes.Length : end + 1;
        return line;
    }

    /// <summary>The part as a request of its own, which begins its life in the batch request.</summary>
    /// <exception cref="Refusal">Its address is none of this Web API.</exception>
    public HttpContext ToContext(HttpContext batch, Uri root, ContentIds contentIds)
    {
        if (!Uri.TryCreate(root, contentIds.Resolve(Target), out var address) || !root.IsBaseOf(address))
            throw Refusal.NotFound($"There is nothing under '{Target}'.");

        var part = new DefaultHttpContext { RequestServices = batch.RequestServices, RequestAborted = batch.RequestAborted };
        var request = part.Request;
        (request.Method, request.Scheme, request.Host) = (Method, batch.Request.Scheme, batch.Request.Host);
        (request.Path, request.QueryString) = (PathString.FromUriComponent(address), QueryString.FromUriComponent(address));
        part.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = address.PathAndQuery;
        foreach (var (name, value) in InheritedHeaders(batch.Request).Concat(Headers)) request.Headers[name] = value;
        (request.Body, request.ContentLength) = (new MemoryStream(Body), Body.Length);
        part.Response.Body = new MemoryStream();
        return part;
    }

    // What a batch says of its caller holds for its parts.
    private static IEnumerable<KeyValuePair<string, string>> InheritedHeaders(HttpRequest batch) =>
        WebApiEndpoint.CallerHeaders.Where(batch.Headers.ContainsKey).Select(name => KeyValuePair.Create(name, batch.Headers[name].ToString()));
}
