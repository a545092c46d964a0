using BuyerPath.Sandbox.Host.Local;
using BuyerPath.Sandbox.Host.WebApi;
using Microsoft.Extensions.FileProviders;

namespace BuyerPath.Sandbox.Host;

/// <summary>Serves an organization to people and clients of this machine.</summary>
public static class SandboxHost
{
    private const int MostBodyBytes = 10 * 1024 * 1024;

    /// <summary>A web application, not yet started. What the organization holds now is what a reset returns to.</summary>
    /// <param name="organization">What is served.</param>
    /// <param name="url">Where: http on a loopback address; port 0 takes a free one.</param>
    /// <param name="platformLibraries">The folder with the libraries that Dynamics gives to code components (React) and that draw charts; without it the page says how to make it.</param>
    /// <exception cref="ArgumentException">The address is not http on a loopback address.</exception>
    public static WebApplication Create(Organization organization, Uri url, string? platformLibraries = null)
    {
        if (!url.IsLoopback || url.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"The sandbox serves this machine only, as http://127.0.0.1:0 does; '{url}' is not such an address.", nameof(url));

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        var application = builder.Build();
        application.UseMiddleware<LoopbackOnly>();
        ServePage(application);
        LocalEndpoints.Map(application, organization, platformLibraries);
        application.Map(WebApiEndpoint.Route, new WebApiEndpoint(organization).AnswerAsync);
        return application;
    }

    private static void ServePage(WebApplication application)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = response => response.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
