using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using BuyerPath.Toolbox.Admin;

namespace BuyerPath.Scripts.Tests;

/// <summary>
/// Answers for the system tables of Dataverse that the sandbox does not have, as they are after a sound import, and passes everything
/// else on. A row must have the columns that are selected, so that a misspelt one fails.
/// </summary>
internal sealed class SystemRows : DelegatingHandler
{
    public SystemRows(Shipped shipped) : base(new HttpClientHandler())
    {
        Sets["solutions"] = [new JsonObject { ["uniquename"] = shipped.SolutionName, ["version"] = shipped.Version.ToString() }];
        Sets["sdkmessageprocessingsteps"] = [.. shipped.Steps.Select(step => new JsonObject { ["name"] = step, ["statecode"] = 0 })];
        Sets["customapis"] = [.. shipped.CustomApis.Select(api => new JsonObject { ["uniquename"] = api })];
        Sets["appmodules"] = [new JsonObject { ["name"] = "BuyerPath", ["uniquename"] = shipped.App, ["statecode"] = 0 }];
        Sets["plugintracelogs"] = [];
        Sets["Keys"] = [];
    }

    /// <summary>Rows by set.</summary>
    public Dictionary<string, List<JsonObject>> Sets { get; } = [];

    /// <summary>Logical names of tables and columns that an import left out.</summary>
    public HashSet<string> Missing { get; } = [];

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (Sets.TryGetValue(address.Segments[^1], out var rows)) return Answer(rows, HttpUtility.ParseQueryString(address.Query)["$select"]!);

        var response = base.Send(request, cancellationToken);
        return Missing.Count > 0 && address.AbsolutePath.Contains("EntityDefinitions", StringComparison.Ordinal) ? Without(response) : response;
    }

    private static HttpResponseMessage Answer(List<JsonObject> rows, string select)
    {
        foreach (var row in rows)
            Assert.Empty(select.Split(',').Except(row.Select(column => column.Key)));
        return Json(new JsonObject { ["value"] = new JsonArray([.. rows.Select(row => row.DeepClone())]) });
    }

    private HttpResponseMessage Without(HttpResponseMessage response)
    {
        var answer = JsonNode.Parse(response.Content.ReadAsStream())!.AsObject();
        foreach (var definition in answer["value"]!.AsArray().Where(definition => Missing.Contains(definition!["LogicalName"]!.GetValue<string>())).ToList())
            answer["value"]!.AsArray().Remove(definition);
        return Json(answer);
    }

    private static HttpResponseMessage Json(JsonObject body) => new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
