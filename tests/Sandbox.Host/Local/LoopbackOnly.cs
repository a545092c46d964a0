namespace BuyerPath.Sandbox.Host.Local;

/// <summary>
/// Keeps the sandbox to this machine and this page: a name that resolves to it from elsewhere is not answered (DNS rebinding), another
/// site in the same browser cannot write (cross-site request forgery), and nothing is loaded from outside.
/// </summary>
internal sealed class LoopbackOnly(RequestDelegate next)
{
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    // Styles of elements come from React; everything else must be a file of this host.
    private const string ContentPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public async Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        if (!Hosts.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
            await RefuseAsync(http, StatusCodes.Status421MisdirectedRequest, $"This sandbox answers as {string.Join(", ", Hosts)} only.");
        else if (!IsSafe(http.Request.Method) && ComesFromElsewhere(http.Request))
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "Writes from pages of another origin are refused.");
        else
            await next(http);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool ComesFromElsewhere(HttpRequest request) =>
        request.Headers.Origin is { Count: > 0 } origin && origin != $"{request.Scheme}://{request.Host}";

    private static Task RefuseAsync(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence);
    }
}
