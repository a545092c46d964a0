using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace BuyerPath.Sandbox.Host.WebApi.Batches;

/// <summary>Writes answers as the parts of a multipart body.</summary>
internal sealed class MultipartWriter(string name)
{
    private const string LineEnd = "\r\n";

    private readonly string _boundary = $"{name}_{Guid.NewGuid()}";
    private readonly MemoryStream _bytes = new();

    /// <summary>Content type of the whole.</summary>
    public string ContentType => $"multipart/mixed; boundary={_boundary}";

    /// <summary>Adds the answer of one request.</summary>
    public void Add(HttpResponse response, string? contentId)
    {
        Write($"--{_boundary}{LineEnd}Content-Type: application/http{LineEnd}Content-Transfer-Encoding: binary{LineEnd}");
        if (contentId is not null) Write($"Content-ID: {contentId}{LineEnd}");
        Write($"{LineEnd}HTTP/1.1 {response.StatusCode.ToString(CultureInfo.InvariantCulture)} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}{LineEnd}");
        foreach (var (header, values) in response.Headers) Write($"{header}: {values}{LineEnd}");
        Write(LineEnd);
        _bytes.Write(((MemoryStream)response.Body).ToArray());
        Write(LineEnd);
    }

    /// <summary>Makes this a part of another multipart body.</summary>
    public void AddTo(MultipartWriter whole)
    {
        whole.Write($"--{whole._boundary}{LineEnd}Content-Type: {ContentType}{LineEnd}{LineEnd}");
        whole._bytes.Write(ToBytes());
        whole.Write(LineEnd);
    }

    /// <summary>The body with its closing line.</summary>
    public byte[] ToBytes() => [.. _bytes.ToArray(), .. Encoding.UTF8.GetBytes($"--{_boundary}--{LineEnd}")];

    private void Write(string text) => _bytes.Write(Encoding.UTF8.GetBytes(text));
}
