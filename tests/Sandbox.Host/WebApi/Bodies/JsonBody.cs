using System.Text.Encodings.Web;
using System.Text.Json;

namespace BuyerPath.Sandbox.Host.WebApi.Bodies;

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
    /// <exception cref="Refusal">It is not JSON, not an object, names a property twice, or has a text with half a character.</exception>
    public static async Task<JsonElement> ReadObjectAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType()) throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "0x80048d19", "The body must be JSON: Content-Type application/json.");

        var options = new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false };
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, options, request.HttpContext.RequestAborted);
            ReadTexts(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Refusal.Payload("The body must be a JSON object.");
        }
        catch (InvalidOperationException half)
        {
            throw Refusal.Payload($"The body has a text that is none: {half.Message}");
        }
    }

    /// <summary>The parser takes an escaped half of a character; only reading the text finds it.</summary>
    private static void ReadTexts(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray()) ReadTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    _ = property.Name;
                    ReadTexts(property.Value);
                }
                break;
        }
    }
}
