using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>A part of a multipart answer: the answer to one request, or to a change set.</summary>
internal sealed record BatchAnswer(string? ContentType, string? ContentId, string Text)
{
    /// <summary>Status code and reason of the request.</summary>
    public string Status => Text.Split("\r\n", 2)[0]["HTTP/1.1 ".Length..];

    /// <summary>Body of the answer to the request.</summary>
    public string Body => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    /// <summary>The answers inside a change set.</summary>
    public Task<IReadOnlyList<BatchAnswer>> PartsAsync() => ReadAsync(ContentType, Encoding.UTF8.GetBytes(Text));

    /// <summary>The parts of a multipart body.</summary>
    public static async Task<IReadOnlyList<BatchAnswer>> ReadAsync(string? contentType, byte[] body)
    {
        var parts = new List<BatchAnswer>();
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).ToString(), new MemoryStream(body));
        while (await reader.ReadNextSectionAsync() is { } section)
            parts.Add(new BatchAnswer(section.ContentType, section.Headers!.TryGetValue("Content-ID", out var id) ? id.ToString() : null, await section.ReadAsStringAsync()));
        return parts;
    }
}

internal static class BatchAnswers
{
    /// <summary>The answers to the requests of a batch.</summary>
    public static Task<IReadOnlyList<BatchAnswer>> PartsAsync(this Answer answer) => BatchAnswer.ReadAsync(answer.ContentType!.ToString(), answer.Bytes);

    /// <summary>Sends requests as one batch.</summary>
    public static Task<Answer> BatchAsync(this WebApiServer api, (string, string)[] headers, params string[] parts) =>
        api.SendAsync(HttpMethod.Post, "$batch", $"{string.Concat(parts.Select(part => $"--batch\r\n{part}"))}--batch--\r\n", "multipart/mixed;boundary=batch", headers);
}
