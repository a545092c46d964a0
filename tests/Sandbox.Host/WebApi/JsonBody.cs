using System.Text.Encodings.Web;
using System.Text.Json;

namespace BuyerPath.Sandbox.Host.WebApi;

/// <summary>Reading and writing JSON bodies.</summary>
internal static class JsonBody
{
    /// <summary>Most levels of nesting that are read.</summary>
    public const int MostDepth = 32;

    /// <summary>The content type of every JSON answer.</summary>
    public const string ContentType = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

    /// <summary>Letters of any language stay letters: the answers are never part of a page's markup.</summary>
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the body as one JSON object.</summary>
    /// <exception cref="Refusal">It is not JSON, not an object, or names a property twice.</exception>
    public static async Task<JsonElement> ReadObjectAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType()) throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "0x80048d19", "The body must be JSON: Content-Type application/json.");

        var options = new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false };
        using var document = await JsonDocument.ParseAsync(request.Body, options, request.HttpContext.RequestAborted);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw Refusal.Payload("The body must be a JSON object.");
    }
}
