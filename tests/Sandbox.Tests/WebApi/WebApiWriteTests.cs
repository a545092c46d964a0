using System.Net;
using System.Text.Json;
using Microsoft.Xrm.Sdk;
using BuyerPath.Sandbox.Tests.Support;

namespace BuyerPath.Sandbox.Tests.WebApi;

[Covers(Supported.Addresses, "column of row", "link")]
public sealed class WebApiWriteTests : WebApiTests
{
    private async Task<string?> ReadAsync(Guid visit, string column) =>
        (await Api.GetAsync($"smpl_visits({visit})?$select={column}")).Must(HttpStatusCode.OK).Json.GetProperty(column).ToString();

    [Fact]
    public async Task Creating_answers_with_the_address_of_the_row()
    {
        var created = (await Api.PostAsync("smpl_visits", """{ "smpl_subject": "Alku" }""")).Must(HttpStatusCode.NoContent);

        Assert.Equal($"{Api.Root}smpl_visits({created.EntityId})", created.Header("OData-EntityId"));
        Assert.Equal(created.Header("OData-EntityId"), created.Headers.Location!.ToString());
        Assert.Equal("Alku", await ReadAsync(created.EntityId, "smpl_subject"));
    }

    [Fact]
    public async Task The_row_comes_back_when_the_caller_prefers_that()
    {
        var created = (await Api.PostAsync("smpl_visits?$select=smpl_subject", """{ "smpl_subject": "Alku", "smpl_minutes": 5 }""", ("Prefer", Representation))).Must(HttpStatusCode.Created);
        var updated = (await Api.PatchAsync($"smpl_visits({created.EntityId})?$select=smpl_minutes", """{ "smpl_minutes": 6 }""", ("Prefer", Representation))).Must(HttpStatusCode.OK);

        Assert.Equal("Alku", created.Json.GetProperty("smpl_subject").GetString());
        Assert.Equal(6, updated.Json.GetProperty("smpl_minutes").GetInt32());
        Assert.All([created, updated], answer => Assert.Equal(Representation, answer.Header("Preference-Applied")));
    }

    [Fact]
    public async Task A_lookup_is_bound_by_id_and_by_alternate_key_and_emptied_by_null()
    {
        var visit = await VisitAsync("""{ "smpl_RegionId@odata.bind": "smpl_regions(smpl_code='S')" }""");
        Assert.Equal(South.ToString(), await ReadAsync(visit, "_smpl_regionid_value"));

        await Api.PatchAsync($"smpl_visits({visit})", $$"""{ "smpl_RegionId@odata.bind": "{{Api.Root}}smpl_regions({{North}})" }""");
        Assert.Equal(North.ToString(), await ReadAsync(visit, "_smpl_regionid_value"));

        await Api.PatchAsync($"smpl_visits({visit})", """{ "smpl_RegionId@odata.bind": null }""");
        Assert.Equal("", await ReadAsync(visit, "_smpl_regionid_value"));
    }

    [Fact]
    public async Task A_customer_is_bound_under_the_name_of_its_kind()
    {
        var account = (await Api.PostAsync("accounts", """{ "name": "Fabrikam" }""")).EntityId;

        var opportunity = (await Api.PostAsync("opportunities", $$"""{ "name": "Deal", "estimatedclosedate": "2026-12-31", "customerid_account@odata.bind": "/accounts({{account}})" }""")).Must(HttpStatusCode.NoContent).EntityId;

        var row = (await Api.GetAsync($"opportunities({opportunity})?$expand=customerid_account($select=name),customerid_contact($select=fullname)")).Json;
        Assert.Equal("Fabrikam", row.GetProperty("customerid_account").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("customerid_contact").ValueKind);
    }

    [Fact]
    public async Task An_owner_may_be_a_team()
    {
        var team = Scene.Team(Scene.Organization.Rows.All("businessunit").First().Id, ["Visitor"]);

        var visit = await VisitAsync($$"""{ "ownerid@odata.bind": "/teams({{team}})" }""");

        Assert.Equal("team", (await Api.GetAsync($"smpl_visits({visit})", ("Prefer", Annotated))).Json.GetProperty("_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname").GetString());
    }

    [Fact]
    public async Task An_update_changes_only_what_is_sent()
    {
        var visit = await VisitAsync("""{ "smpl_subject": "Alku", "smpl_minutes": 5 }""");

        (await Api.PatchAsync($"smpl_visits({visit})", """{ "smpl_minutes": null }""", ("If-Match", "*"))).Must(HttpStatusCode.NoContent);

        Assert.Equal(("Alku", ""), (await ReadAsync(visit, "smpl_subject"), await ReadAsync(visit, "smpl_minutes")));
    }

    [Fact]
    public async Task Patching_a_missing_row_creates_it_unless_that_is_forbidden()
    {
        var id = Guid.NewGuid();

        (await Api.PatchAsync($"smpl_visits({id})", """{ "smpl_subject": "No" }""", ("If-Match", "*"))).Refused(HttpStatusCode.NotFound, "0x80040217");
        Assert.Equal(0, Scene.Count("smpl_visit"));
        Assert.Equal(id, (await Api.PatchAsync($"smpl_visits({id})", """{ "smpl_subject": "Yes" }""")).Must(HttpStatusCode.NoContent).EntityId);
        Assert.Equal("Yes", await ReadAsync(id, "smpl_subject"));
    }

    [Fact]
    public async Task Upsert_by_alternate_key_creates_with_the_key_and_then_updates()
    {
        var created = (await Api.PatchAsync("smpl_regions(smpl_code='E')", """{ "smpl_name": "East" }""", ("Prefer", Representation))).Must(HttpStatusCode.Created);
        var updated = (await Api.PatchAsync("smpl_regions(smpl_code='E')", """{ "smpl_name": "Far east" }""")).Must(HttpStatusCode.NoContent);

        Assert.Equal("E", created.Json.GetProperty("smpl_code").GetString());
        Assert.Equal(created.EntityId, updated.EntityId);
    }

    [Fact]
    public async Task If_none_match_forbids_updating()
    {
        (await Api.PatchAsync($"smpl_regions({North})", """{ "smpl_name": "No" }""", ("If-None-Match", "*"))).Refused(HttpStatusCode.PreconditionFailed, "0x80040237");
        (await Api.PatchAsync("smpl_regions(smpl_code='N')", """{ "smpl_name": "No" }""", ("If-None-Match", "*"))).Refused(HttpStatusCode.PreconditionFailed, "0x80060892");

        Assert.Equal("North", Scene.Read("smpl_region", North)["smpl_name"]);
    }

    [Fact]
    public async Task Of_two_updates_with_one_entity_tag_the_second_fails()
    {
        var visit = await VisitAsync("""{ "smpl_subject": "Alku" }""");
        var tag = (await Api.GetAsync($"smpl_visits({visit})")).Json.GetProperty("@odata.etag").GetString()!;

        (await Api.PatchAsync($"smpl_visits({visit})", """{ "smpl_subject": "First" }""", ("If-Match", tag))).Must(HttpStatusCode.NoContent);
        (await Api.PatchAsync($"smpl_visits({visit})", """{ "smpl_subject": "Second" }""", ("If-Match", tag))).Refused(HttpStatusCode.PreconditionFailed, "0x80060882");
        (await Api.DeleteAsync($"smpl_visits({visit})", ("If-Match", tag))).Refused(HttpStatusCode.PreconditionFailed, "0x80060882");

        Assert.Equal("First", await ReadAsync(visit, "smpl_subject"));
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("W/\"\"")]
    [InlineData("W/\"one\"")]
    public async Task An_entity_tag_that_is_none_is_refused(string tag) =>
        Assert.Contains(tag, (await Api.PatchAsync($"smpl_regions({North})", "{}", ("If-Match", tag))).Refused(HttpStatusCode.BadRequest, "0x80060888"), StringComparison.Ordinal);

    [Fact]
    public async Task A_row_is_deleted_by_id_and_by_alternate_key()
    {
        (await Api.DeleteAsync($"smpl_regions({North})")).Must(HttpStatusCode.NoContent);
        (await Api.DeleteAsync("smpl_regions(smpl_code='S')")).Must(HttpStatusCode.NoContent);
        (await Api.DeleteAsync($"smpl_regions({North})")).Refused(HttpStatusCode.NotFound, "0x80040217");

        Assert.Equal(0, Scene.Count("smpl_region"));
    }

    [Fact]
    public async Task A_restricted_delete_is_405()
    {
        await VisitAsync($$"""{ "smpl_RegionId@odata.bind": "/smpl_regions({{North}})" }""");

        (await Api.DeleteAsync($"smpl_regions({North})")).Refused(HttpStatusCode.MethodNotAllowed, "0x80040227");
    }

    [Fact]
    public async Task A_second_row_with_the_same_alternate_key_is_412() =>
        (await Api.PostAsync("smpl_regions", """{ "smpl_code": "N" }""")).Refused(HttpStatusCode.PreconditionFailed, "0x80060892");

    [Fact]
    public async Task A_single_column_is_set_and_emptied()
    {
        var visit = await VisitAsync("""{ "smpl_subject": "Alku", "smpl_minutes": 5 }""");

        (await Api.PutAsync($"smpl_visits({visit})/smpl_subject", """{ "value": "Loppu" }""")).Must(HttpStatusCode.NoContent);
        (await Api.DeleteAsync($"smpl_visits({visit})/smpl_minutes")).Must(HttpStatusCode.NoContent);

        Assert.Equal(("Loppu", ""), (await ReadAsync(visit, "smpl_subject"), await ReadAsync(visit, "smpl_minutes")));
    }

    [Fact]
    public async Task Rows_are_connected_and_disconnected_from_the_side_of_the_lookup()
    {
        var visit = await VisitAsync("{}");
        var link = $"smpl_visits({visit})/smpl_RegionId/$ref";

        Assert.Equal(HttpStatusCode.NoContent, (await Api.GetAsync(link)).Status);
        (await Api.PutAsync(link, $$"""{ "@odata.id": "{{Api.Root}}smpl_regions({{North}})" }""")).Must(HttpStatusCode.NoContent);
        Assert.Equal($"{Api.Root}smpl_regions({North})", (await Api.GetAsync(link)).Json.GetProperty("@odata.id").GetString());
        (await Api.DeleteAsync(link)).Must(HttpStatusCode.NoContent);
        Assert.Equal("", await ReadAsync(visit, "_smpl_regionid_value"));
    }

    [Fact]
    public async Task Rows_are_connected_and_disconnected_from_the_side_of_the_collection()
    {
        var visit = await VisitAsync("{}");

        (await Api.PostAsync($"smpl_regions({North})/smpl_region_visit/$ref", $$"""{ "@odata.id": "smpl_visits({{visit}})" }""")).Must(HttpStatusCode.NoContent);
        Assert.Equal(North.ToString(), await ReadAsync(visit, "_smpl_regionid_value"));
        (await Api.DeleteAsync($"smpl_regions({South})/smpl_region_visit({visit})/$ref")).Refused(HttpStatusCode.NotFound, "0x8006088a");
        (await Api.DeleteAsync($"smpl_regions({North})/smpl_region_visit({visit})/$ref")).Must(HttpStatusCode.NoContent);
        Assert.Equal("", await ReadAsync(visit, "_smpl_regionid_value"));
    }

    [Fact]
    public async Task Annotations_in_a_body_mean_nothing_for_a_write() =>
        await VisitAsync("""{ "@odata.type": "Microsoft.Dynamics.CRM.smpl_visit", "@odata.etag": "W/\"1\"", "smpl_minutes@OData.Community.Display.V1.FormattedValue": "5", "smpl_minutes": 5 }""");

    [Fact]
    public async Task The_caller_may_act_as_another_user()
    {
        var other = Scene.User();

        var visit = (await Api.PostAsync("smpl_visits", "{}", ("MSCRMCallerID", other.ToString()))).EntityId;

        Assert.Equal(other.ToString(), await ReadAsync(visit, "_createdby_value"));
        (await Api.GetAsync("WhoAmI", ("MSCRMCallerID", "nobody"))).Refused(HttpStatusCode.BadRequest, "0x80060888");
        (await Api.GetAsync("WhoAmI", ("MSCRMCallerID", Guid.NewGuid().ToString()))).Refused(HttpStatusCode.NotFound, "0x80040217");
    }

    [Fact]
    public async Task The_caller_may_name_that_user_as_Entra_does()
    {
        var (other, objectId) = (Scene.User(), Guid.NewGuid());
        Scene.Service.Update(new Entity("systemuser", other) { ["azureactivedirectoryobjectid"] = objectId });

        var visit = (await Api.PostAsync("smpl_visits", "{}", ("CallerObjectId", objectId.ToString()))).EntityId;

        Assert.Equal(other.ToString(), await ReadAsync(visit, "_createdby_value"));
        (await Api.GetAsync("WhoAmI", ("CallerObjectId", "nobody"))).Refused(HttpStatusCode.BadRequest, "0x80060888");
        (await Api.GetAsync("WhoAmI", ("CallerObjectId", other.ToString()))).Refused(HttpStatusCode.NotFound, "0x80040217");
        (await Api.GetAsync("WhoAmI", ("CallerObjectId", objectId.ToString()), ("MSCRMCallerID", other.ToString()))).Refused(HttpStatusCode.BadRequest, "0x80060888");
    }
}
