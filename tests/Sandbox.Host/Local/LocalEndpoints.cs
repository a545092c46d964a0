using System.Text.Json;
using System.Text.Json.Serialization;
using BuyerPath.Sandbox.Host.Page;
using BuyerPath.Sandbox.Host.WebApi;
using BuyerPath.Sandbox.Model;
using Microsoft.AspNetCore.StaticFiles;

namespace BuyerPath.Sandbox.Host.Local;

/// <summary>What a real Dataverse does not have: descriptions for the page, files of code components, the trace, and the way back to the start.</summary>
internal static class LocalEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonBody.Readable) { Converters = { new JsonStringEnumConverter() } };

    private static readonly FileExtensionContentTypeProvider ContentTypes = new() { Mappings = { [".resx"] = "text/xml" } };

    public static void Map(WebApplication application, Organization organization, string? platformLibraries)
    {
        var description = AppDescription.Of(organization);
        var start = organization.TakeSnapshot();

        application.MapGet("/_local/app", () => Results.Json(description, Json));
        application.MapGet("/_local/trace", () => Results.Json(organization.Trace.Entries, Json));
        application.MapPost("/_local/reset", () =>
        {
            organization.Restore(start);
            organization.Trace.Clear();
            return Results.NoContent();
        });
        application.MapGet("/_local/components/{name}/{**path}", (string name, string path) => FileOf(organization.Model, name, path));
        application.MapGet("/platform/platform.js", () => platformLibraries is not null && File.Exists(platformLibraries)
            ? Results.File(Path.GetFullPath(platformLibraries), "text/javascript")
            : Results.NotFound());
    }

    private static IResult FileOf(SolutionModel solution, string component, string path)
    {
        var files = solution.CodeComponents.FirstOrDefault(known => known.Name == component)?.Files;
        if (files is null || !files.TryGetValue(path, out var bytes)) return Results.NotFound();
        return Results.Bytes(bytes, ContentTypes.TryGetContentType(path, out var type) ? type : "application/octet-stream");
    }
}
