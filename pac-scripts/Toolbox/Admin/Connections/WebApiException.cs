using System.Net;
using System.Text.Json;

namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>The Web API refused a request.</summary>
/// <param name="status">Status of the answer.</param>
/// <param name="code">Dataverse's own code, as <c>0x80040217</c>; empty when it gave none.</param>
/// <param name="message">What it said, with the request.</param>
public sealed class WebApiException(HttpStatusCode status, string code, string message) : Exception(message)
{
    /// <summary>Status of the answer.</summary>
    public HttpStatusCode Status => status;

    /// <summary>Dataverse's own code; empty when it gave none.</summary>
    public string Code => code;

    internal static WebApiException Of(HttpResponseMessage response, string request)
    {
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var (code, said) = Read(reader.ReadToEnd());
        var remedy = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => " Sign in again, then run this again; what is done is not done twice.",
            HttpStatusCode.Forbidden => " Whoever acts lacks a privilege: System Administrator has them all.",
            _ => "",
        };
        return new WebApiException(response.StatusCode, code, $"{request}: {(int)response.StatusCode} {said}{remedy}");
    }

    // A proxy or gateway on the way answers in its own words.
    private static (string Code, string Said) Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var error = json.RootElement.GetProperty("error");
            return (error.GetProperty("code").GetString() ?? "", error.GetProperty("message").GetString() ?? "");
        }
        catch (Exception notOurs) when (notOurs is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ("", text);
        }
    }
}
