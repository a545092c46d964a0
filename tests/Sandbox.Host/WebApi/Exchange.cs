using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi;

/// <summary>One request with everything that is needed to answer it.</summary>
internal sealed class Exchange(HttpContext http, Metadata metadata, IOrganizationService organization, Uri root, AddressReader addresses, AddressParser parser)
{
    public HttpRequest Request => http.Request;

    public HttpResponse Response => http.Response;

    public Metadata Metadata { get; } = metadata;

    /// <summary>The organization as the caller sees it.</summary>
    public IOrganizationService Organization { get; } = organization;

    /// <summary>The address of the Web API, with a slash at the end.</summary>
    public Uri Root { get; } = root;

    public AddressReader Addresses { get; } = addresses;

    public AddressParser Parser { get; } = parser;

    public Preferences Preferences { get; } = Preferences.Of(http.Request);

    public RowWriter Rows => new(Metadata, Preferences);

    public PayloadReader Payload => new(Metadata, Addresses, Root);

    /// <summary>A reader of rows that knows the parameter aliases of the address. To be made after the options were parsed.</summary>
    public RowReader Reader => new(Metadata, Organization, Parser.ParameterAliasNodes);

    /// <summary>What <c>$select</c> and <c>$expand</c> ask for.</summary>
    public Selection SelectionOf(Table table) => Selection.Of(table, Parser.ParseSelectAndExpand(), Metadata);

    /// <summary>The address of a row.</summary>
    public string AddressOf(Table table, Guid id) => $"{Root}{table.EntitySetName}({id})";

    /// <summary>The address in <c>@odata.context</c>.</summary>
    public string Context(string fragment) => $"{Root}$metadata#{fragment}";

    /// <summary>Answers with a JSON body. The body is complete before the first byte leaves, so that an error is never half an answer.</summary>
    public async Task WriteAsync(int status, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonBody.Readable.Encoder })) write(json);
        Response.StatusCode = status;
        Response.ContentType = JsonBody.ContentType;
        await Response.Body.WriteAsync(buffer.ToArray(), http.RequestAborted);
    }

    /// <summary>Answers with plain text.</summary>
    public Task WriteTextAsync(string text)
    {
        Response.ContentType = "text/plain; charset=utf-8";
        return Response.WriteAsync(text, http.RequestAborted);
    }

    /// <summary>Answers that it is done, without a body.</summary>
    public Task DoneAsync()
    {
        Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>The refusal of a method that the address does not take.</summary>
    public Refusal WrongMethod(string what) => Refusal.Method(Request.Method, what);
}
