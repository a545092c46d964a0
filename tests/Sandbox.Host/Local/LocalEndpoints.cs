using System.Text.Json;
using System.Text.Json.Serialization;
using BuyerPath.Sandbox.Host.Page;
using BuyerPath.Sandbox.Host.WebApi;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Security;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.Local;

/// <summary>What a real Dataverse does not have: descriptions for the page, files of code components, the users, the trace, and the rows as a file and back.</summary>
internal static class LocalEndpoints
{
    // What 100,000 opportunities with their answers take, and as much again.
    private const long MostSnapshotBytes = 1024L * 1024 * 1024;

    private const string Settings = "usersettings";
    private const string Language = "uilanguageid";

    private static readonly JsonSerializerOptions Json = new(JsonBody.Readable) { Converters = { new JsonStringEnumConverter() } };

    private static readonly FileExtensionContentTypeProvider ContentTypes = new() { Mappings = { [".resx"] = "text/xml" } };

    public static void Map(WebApplication application, Organization organization, string? platformLibraries)
    {
        var description = AppDescription.Of(organization.Model);
        var start = organization.TakeSnapshot();

        application.MapGet("/_local/app", () => Results.Json(description, Json));
        application.MapGet("/_local/users", () => Results.Json(Users(organization), Json));
        application.MapGet("/_local/users/{user:guid}/rights", (Guid user) =>
            Results.Json(organization.Model.Tables.Keys.ToDictionary(table => table, table => NamesOf(organization.RightsOf(user, table))), Json));
        application.MapGet("/_local/users/{user:guid}/rights/{table}/{row:guid}", (Guid user, string table, Guid row) =>
            organization.Model.Tables.ContainsKey(table) ? Results.Json(NamesOf(organization.RightsOf(user, table, row)), Json) : Results.NotFound());
        application.MapGet("/_local/trace", () => Results.Json(organization.Trace.Entries, Json));
        application.MapPut("/_local/users/{id:guid}/language/{language:int}", (Guid id, int language) => Choose(organization, id, language));
        application.MapPost("/_local/reset", () => Restore(organization, start));
        application.MapGet("/_local/snapshot", () => Results.Text(organization.WriteSnapshot().ToJsonString(Json), "application/json"));
        application.MapPost("/_local/snapshot", (HttpRequest request) => LoadAsync(organization, request)).WithMetadata(new BodyLimit(MostSnapshotBytes));
        application.MapGet("/_local/components/{name}/{**path}", (string name, string path) => FileOf(organization.Model, name, path));
        application.MapGet("/_local/webresources/{**name}", (string name) =>
            organization.Model.WebResources.TryGetValue(name, out var file) ? Bytes(name, file.Content) : Results.NotFound());
        foreach (var library in new[] { "platform.js", "charts.js" })
            application.MapGet($"/platform/{library}", () => Library(platformLibraries, library));
    }

    /// <summary>Whom the page can act as; the first is whom it acts as when nobody is chosen.</summary>
    private static IEnumerable<UserDescription> Users(Organization organization)
    {
        var query = new QueryExpression("systemuser") { ColumnSet = new ColumnSet("fullname", "title") };
        var settings = query.AddLink(Settings, "systemuserid", "systemuserid");
        settings.EntityAlias = Settings;
        settings.Columns = new ColumnSet(Language);
        query.AddOrder("fullname", OrderType.Ascending);
        return organization.ServiceFor(organization.SystemUserId).RetrieveMultiple(query).Entities
            .Where(user => user.Id != organization.SystemUserId)
            .OrderByDescending(user => user.Id == organization.DefaultUserId)
            .Select(user => new UserDescription(user.Id, user.GetAttributeValue<string>("fullname"), user.GetAttributeValue<string>("title"),
                (int)user.GetAttributeValue<AliasedValue>($"{Settings}.{Language}").Value));
    }

    /// <summary>The language that the reader of the page has chosen becomes that of the user, as in the personal settings of Dynamics.</summary>
    private static IResult Choose(Organization organization, Guid userId, int language)
    {
        organization.ServiceFor(organization.SystemUserId).Update(new Entity(Settings, userId) { [Language] = language });
        return Results.NoContent();
    }

    // ReadAccess, WriteAccess ... as Read, Write ...
    private static IEnumerable<string> NamesOf(AccessRights rights) =>
        from right in Enum.GetValues<AccessRights>()
        where right != AccessRights.None && rights.HasFlag(right)
        select right.ToString().Replace("Access", "", StringComparison.Ordinal);

    private static async Task<IResult> LoadAsync(Organization organization, HttpRequest request)
    {
        try
        {
            return Restore(organization, organization.ReadSnapshot(await JsonBody.ReadObjectAsync(request)));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or JsonException or Refusal)
        {
            return Results.Text(wrong.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Restore(Organization organization, Snapshot rows)
    {
        organization.Restore(rows);
        organization.Trace.Clear();
        return Results.NoContent();
    }

    private static IResult Library(string? folder, string name)
    {
        var file = folder is null ? null : Path.GetFullPath(Path.Combine(folder, name));
        return File.Exists(file) ? Results.File(file, "text/javascript") : Results.NotFound();
    }

    private static IResult FileOf(SolutionModel solution, string component, string path)
    {
        var files = solution.CodeComponents.FirstOrDefault(known => known.Name == component)?.Files;
        if (files is null || !files.TryGetValue(path, out var bytes)) return Results.NotFound();
        return Bytes(path, bytes);
    }

    private static IResult Bytes(string name, byte[] bytes) =>
        Results.Bytes(bytes, ContentTypes.TryGetContentType(name, out var type) ? type : "application/octet-stream");
}

/// <summary>How large the body of a request to an endpoint may be, where it differs from the others.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

/// <summary>Somebody whom the page can act as.</summary>
internal sealed record UserDescription(Guid Id, string Name, string? Title, int Language);
