using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>One story told twice, over the organization service and over HTTP: the rows, the trace and the error codes are the same.</summary>
public sealed class WebApiSameScenarioTests
{
    [Fact]
    public async Task Rows_steps_and_error_codes_are_the_same_over_both_ways()
    {
        var (direct, remote) = (SceneWithSteps(), SceneWithSteps());
        await using var api = await WebApiServer.StartAsync(remote.Organization);
        remote.Organization.Trace.Clear(); // the page has looked at the users

        var directCodes = OverTheService(direct);
        var remoteCodes = await OverHttpAsync(api);

        Assert.Equal(5, directCodes.Count);
        Assert.Equal(directCodes, remoteCodes);
        Assert.Equal(direct.Everything(), remote.Everything());
        Assert.Contains(direct.Organization.Trace.Entries, entry => entry is { Kind: TraceKind.Step, Depth: 2 });
        Assert.Equal(direct.Organization.Trace.Entries, remote.Organization.Trace.Entries);
    }

    private static Scene SceneWithSteps() => new Scene()
        .On("Create", "smpl_visit", 20, run => run.Target["smpl_subject"] = ((string)run.Target["smpl_subject"]).ToUpperInvariant())
        .On("Create", "smpl_visit", 40, run => run.CreateRegion())
        .On("Create", "smpl_region", 40, run => run.Trace("A region is there."))
        .On("Update", "smpl_visit", 20, _ => throw new InvalidPluginExecutionException("Ninety minutes are enough."), step => step with { FilteringColumns = ["smpl_minutes"] })
        .On("Win", "opportunity", 40, run => run.Trace("Won."))
        .On("Update", "opportunity", 40, run => run.CreateRegion("after the win"))
        .On("Delete", "smpl_region", 10, run => run.Trace("A region goes."));

    private static IReadOnlyList<string> OverTheService(Scene scene)
    {
        var service = scene.Service;
        var region = service.Create(new Entity("smpl_region") { ["smpl_name"] = "North", ["smpl_code"] = "N" });
        var visit = service.Create(new Entity("smpl_visit") { ["smpl_subject"] = "first", ["smpl_regionid"] = new EntityReference("smpl_region", region) });
        service.Update(new Entity("smpl_visit", visit) { ["smpl_notes"] = "seen" });
        service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([new Entity("smpl_visit") { ["smpl_subject"] = "second" }, new Entity("smpl_visit") { ["smpl_subject"] = "third" }]) { EntityName = "smpl_visit" } });
        var together = new Entity("smpl_region") { ["smpl_name"] = "South" };
        together.RelatedEntities[new Relationship("smpl_region_visit")] = new EntityCollection([new Entity("smpl_visit") { ["smpl_subject"] = "with its region" }]);
        service.Create(together);
        var opportunity = service.Create(new Entity("opportunity") { ["name"] = "Deal" });
        service.Execute(new OrganizationRequest("WinOpportunity")
        {
            ["OpportunityClose"] = new Entity("opportunityclose") { ["subject"] = "Won", ["opportunityid"] = new EntityReference("opportunity", opportunity) },
            ["Status"] = new OptionSetValue(3),
        });
        var codes = new[]
        {
            Scene.CodeOf(() => service.Update(new Entity("smpl_visit", visit) { ["smpl_minutes"] = 100 })),
            Scene.CodeOf(() => service.Create(new Entity("smpl_region") { ["smpl_code"] = "N" })),
            Scene.CodeOf(() => service.Create(new Entity("smpl_region") { ["smpl_code"] = "much longer than ten" })),
            Scene.CodeOf(() => service.Delete("smpl_visit", region)),
            Scene.CodeOf(() => service.Update(new Entity("opportunity", opportunity) { ["statecode"] = new OptionSetValue(2) })),
        };
        service.RetrieveMultiple(new QueryExpression("smpl_visit") { ColumnSet = new ColumnSet("smpl_visitid", "smpl_subject"), PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 } });
        return [.. codes.Select(code => string.Create(CultureInfo.InvariantCulture, $"0x{code:x8}"))];
    }

    private static async Task<IReadOnlyList<string>> OverHttpAsync(WebApiServer api)
    {
        var region = (await api.PostAsync("smpl_regions", """{ "smpl_name": "North", "smpl_code": "N" }""")).EntityId;
        var visit = (await api.PostAsync("smpl_visits", $$"""{ "smpl_subject": "first", "smpl_RegionId@odata.bind": "/smpl_regions({{region}})" }""")).EntityId;
        await api.PatchAsync($"smpl_visits({visit})", """{ "smpl_notes": "seen" }""", ("If-Match", "*"));
        await api.PostAsync("smpl_visits/Microsoft.Dynamics.CRM.CreateMultiple", """
            { "Targets": [{ "@odata.type": "Microsoft.Dynamics.CRM.smpl_visit", "smpl_subject": "second" }, { "@odata.type": "Microsoft.Dynamics.CRM.smpl_visit", "smpl_subject": "third" }] }
            """);
        await api.PostAsync("smpl_regions", """{ "smpl_name": "South", "smpl_region_visit": [{ "smpl_subject": "with its region" }] }""");
        var opportunity = (await api.PostAsync("opportunities", """{ "name": "Deal" }""")).EntityId;
        await api.PostAsync("WinOpportunity", $$"""{ "OpportunityClose": { "subject": "Won", "opportunityid@odata.bind": "/opportunities({{opportunity}})" }, "Status": 3 }""");
        var refused = new[]
        {
            await api.PatchAsync($"smpl_visits({visit})", """{ "smpl_minutes": 100 }""", ("If-Match", "*")),
            await api.PostAsync("smpl_regions", """{ "smpl_code": "N" }"""),
            await api.PostAsync("smpl_regions", """{ "smpl_code": "much longer than ten" }"""),
            await api.DeleteAsync($"smpl_visits({region})"),
            await api.PatchAsync($"opportunities({opportunity})", """{ "statecode": 2 }""", ("If-Match", "*")),
        };
        await api.GetAsync("smpl_visits?$select=smpl_subject");
        return [.. refused.Select(answer => answer.Json.GetProperty("error").GetProperty("code").GetString()!)];
    }

    [Fact]
    public async Task What_the_Web_API_itself_refuses_is_in_the_trace_once()
    {
        var scene = new Scene();
        await using var api = await WebApiServer.StartAsync(scene.Organization);

        await api.GetAsync("smpl_visits?$search=x");
        await api.GetAsync("smpl_visits?fetchXml=<fetch><entity name='smpl_visit' nosuch='1'/></fetch>");

        var refusals = scene.Organization.Trace.Entries.Where(entry => entry.Kind == TraceKind.Refusal).ToList();
        Assert.Equal(["GET /api/data/v9.2/smpl_visits", "RetrieveMultiple"], refusals.Select(refusal => refusal.Message));
        Assert.Contains("$search", refusals[0].Text, StringComparison.Ordinal);
    }
}
