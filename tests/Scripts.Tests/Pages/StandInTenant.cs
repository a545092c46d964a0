using BuyerPath.Toolbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Scripts.Tests.Pages;

/// <summary>Stands in for somebody's environment while scripts run as programs: a pac that records, and one address for the sandbox and the system tables that it lacks.</summary>
internal sealed class StandInTenant : IAsyncDisposable
{
    private readonly TestEnvironment environment;
    private readonly HttpMessageInvoker invoker;
    private readonly WebApplication front;

    private StandInTenant(TestEnvironment environment, string solutionSource)
    {
        this.environment = environment;
        invoker = new HttpMessageInvoker(environment.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        front = builder.Build();
        front.Run(Forward);
        foreach (var done in new[] { "auth create", "solution import", "solution publish", "solution export", "solution delete", "data import", "admin assign-user" })
            Pac.Answer(done);
        Pac.Unpack("solution unpack", solutionSource).Has(Shipped.Version.ToString());
    }

    public RecordingPac Pac { get; } = new();

    public string Url => front.Urls.Single();

    private static Toolbox.Admin.Shipped Shipped { get; } = Toolbox.Admin.Shipped.Here;

    /// <summary>Starts it.</summary>
    /// <param name="solutionSource">What an export of the solution is unpacked to.</param>
    public static async Task<StandInTenant> StartAsync(string solutionSource)
    {
        var tenant = new StandInTenant(await TestEnvironment.StartAsync(), solutionSource);
        await tenant.front.StartAsync();
        return tenant;
    }

    /// <summary>Makes a team of the system's business unit.</summary>
    public void AddTeam(string name)
    {
        var unit = environment.Stored("businessunit", _ => true)[0]["businessunitid"]!.ToString();
        environment.Service.Create(new Entity("team") { ["name"] = name, ["businessunitid"] = new EntityReference("businessunit", Guid.Parse(unit)) });
    }

    private async Task Forward(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(environment.Target.Address, context.Request.GetEncodedPathAndQuery()[1..]));
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (body.Length > 0) request.Content = new ByteArrayContent(body.ToArray());
        foreach (var header in context.Request.Headers)
            if (!request.Headers.TryAddWithoutValidation(header.Key, [.. header.Value])) request.Content?.Headers.TryAddWithoutValidation(header.Key, [.. header.Value]);

        using var response = invoker.Send(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body);
    }

    public async ValueTask DisposeAsync()
    {
        await front.DisposeAsync();
        invoker.Dispose();
        await environment.DisposeAsync();
        Pac.Dispose();
    }
}
