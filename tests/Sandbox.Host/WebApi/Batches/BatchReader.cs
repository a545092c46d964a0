using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BuyerPath.Sandbox.Host.WebApi.Batches;

/// <summary>One request of a batch, or a change set: requests that succeed or fail together.</summary>
internal sealed record BatchItem(IReadOnlyList<BatchPart> Parts, bool IsChangeSet);

/// <summary>Reads the body of a batch: multipart/mixed, whose change sets are multipart/mixed again.</summary>
internal static class BatchReader
{
    /// <summary>Most requests in a batch, as documented for Dataverse.</summary>
    public const int MostParts = 1000;

    /// <summary>The requests of a batch in order.</summary>
    /// <exception cref="Refusal">The body is not such a batch.</exception>
    public static async Task<IReadOnlyList<BatchItem>> ReadAsync(HttpRequest request)
    {
        try
        {
            var items = new List<BatchItem>();
            var reader = ReaderOf(request.ContentType, request.Body);
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
            {
                items.Add(await ItemAsync(section, request.HttpContext.RequestAborted));
                if (items.Sum(item => item.Parts.Count) > MostParts) throw Refusal.Payload($"A batch may have {MostParts} requests at most.");
            }
            return items;
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw Refusal.Payload($"The body is not a batch that can be read: {broken.Message}");
        }
        catch (InvalidDataException broken)
        {
            throw Refusal.Payload($"The body is not a batch that can be read: {broken.Message}");
        }
    }

    private static async Task<BatchItem> ItemAsync(MultipartSection section, CancellationToken cancelled)
    {
        if (!IsMultipart(section.ContentType)) return new BatchItem([await BatchPart.ReadAsync(section, cancelled)], IsChangeSet: false);

        var parts = new List<BatchPart>();
        var reader = ReaderOf(section.ContentType, section.Body);
        while (await reader.ReadNextSectionAsync(cancelled) is { } inner)
        {
            var part = await BatchPart.ReadAsync(inner, cancelled);
            if (part.Method == "GET") throw Refusal.Payload("A change set holds changes only; a GET belongs into the batch itself.");
            parts.Add(part);
        }
        return new BatchItem(parts, IsChangeSet: true);
    }

    private static bool IsMultipart(string? contentType) => contentType?.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase) == true;

    private static MultipartReader ReaderOf(string? contentType, Stream body)
    {
        var boundary = IsMultipart(contentType) && MediaTypeHeaderValue.TryParse(contentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        return boundary.Length is > 0 and <= 70
            ? new MultipartReader(boundary, body)
            : throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "0x80048d19", $"A batch has Content-Type: multipart/mixed;boundary=..., not '{contentType}'.");
    }
}
