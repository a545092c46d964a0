using System.Net;
using System.Text.Json;
using BuyerPath.Sandbox.Tests.Support;

namespace BuyerPath.Sandbox.Tests.WebApi;

[Covers(Supported.QueryOptions, "$select")]
[Covers(Supported.Addresses, "row set", "row count", "single row", "related row")]
public sealed class WebApiReadTests : WebApiTests
{
    private const string EveryType = """
        {
          "smpl_subject": "Alku", "smpl_notes": "Ääkköset", "smpl_minutes": 45, "smpl_score": 12.5, "smpl_ratio": 0.25, "smpl_fee": 99.9,
          "smpl_startson": "2026-03-02T11:30:00+02:00", "smpl_day": "2026-03-02", "smpl_outcome": 712340002, "smpl_topics": "712340000,712340001",
          "smpl_isremote": true
        }
        """;

    [Fact]
    public async Task A_value_of_every_type_comes_back_as_it_was_written()
    {
        var row = (await Api.GetAsync($"smpl_visits({await VisitAsync(EveryType)})")).Must(HttpStatusCode.OK).Json;

        Assert.Equal("Ääkköset", row.GetProperty("smpl_notes").GetString());
        Assert.Equal(45, row.GetProperty("smpl_minutes").GetInt32());
        Assert.Equal(12.5m, row.GetProperty("smpl_score").GetDecimal());
        Assert.Equal(0.25, row.GetProperty("smpl_ratio").GetDouble());
        Assert.Equal(99.9m, row.GetProperty("smpl_fee").GetDecimal());
        Assert.Equal("2026-03-02T09:30:00Z", row.GetProperty("smpl_startson").GetString());
        Assert.Equal("2026-03-02", row.GetProperty("smpl_day").GetString());
        Assert.Equal(712340002, row.GetProperty("smpl_outcome").GetInt32());
        Assert.Equal("712340000,712340001", row.GetProperty("smpl_topics").GetString());
        Assert.True(row.GetProperty("smpl_isremote").GetBoolean());
        Assert.Equal(Scene.Me, row.GetProperty("_ownerid_value").GetGuid());
    }

    [Fact]
    public async Task Selected_columns_come_with_the_key_and_empty_ones_as_null()
    {
        var id = await VisitAsync("""{ "smpl_subject": "Alku" }""");

        var row = (await Api.GetAsync($"smpl_visits({id})?$select=smpl_subject,smpl_minutes,_smpl_regionid_value")).Json;

        Assert.Equal(["@odata.context", "@odata.etag", "smpl_visitid", "smpl_subject", "smpl_minutes", "_smpl_regionid_value"], row.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("smpl_minutes").ValueKind);
    }

    [Fact]
    public async Task Annotations_come_when_they_are_asked_for()
    {
        var id = await VisitAsync($$"""{ "smpl_outcome": 712340002, "smpl_RegionId@odata.bind": "/smpl_regions({{North}})" }""");
        var address = $"smpl_visits({id})?$select=smpl_outcome,_smpl_regionid_value";

        var with = (await Api.GetAsync(address, ("Prefer", Annotated))).Json;
        var without = (await Api.GetAsync(address)).Json;

        Assert.Equal("North", with.GetProperty("_smpl_regionid_value@OData.Community.Display.V1.FormattedValue").GetString());
        Assert.Equal("smpl_region", with.GetProperty("_smpl_regionid_value@Microsoft.Dynamics.CRM.lookuplogicalname").GetString());
        Assert.Equal("smpl_RegionId", with.GetProperty("_smpl_regionid_value@Microsoft.Dynamics.CRM.associatednavigationproperty").GetString());
        Assert.True(with.TryGetProperty("smpl_outcome@OData.Community.Display.V1.FormattedValue", out _));
        Assert.DoesNotContain(without.EnumerateObject(), property => property.Name.Contains("_value@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_annotations_that_are_named_come()
    {
        var id = await VisitAsync($$"""{ "smpl_RegionId@odata.bind": "/smpl_regions({{North}})" }""");

        var answer = await Api.GetAsync($"smpl_visits({id})?$select=_smpl_regionid_value", ("Prefer", "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\""));

        Assert.Contains(answer.Json.EnumerateObject(), property => property.Name == "_smpl_regionid_value@OData.Community.Display.V1.FormattedValue");
        Assert.DoesNotContain(answer.Json.EnumerateObject(), property => property.Name.EndsWith("lookuplogicalname", StringComparison.Ordinal));
        Assert.Equal("odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"", answer.Header("Preference-Applied"));
    }

    [Fact]
    public async Task A_row_is_found_by_its_alternate_key() =>
        Assert.Equal("North", (await Api.GetAsync("smpl_regions(smpl_code='N')?$select=smpl_name")).Json.GetProperty("smpl_name").GetString());

    [Fact]
    public async Task A_lookup_in_an_alternate_key_is_given_by_its_id()
    {
        var opportunity = Scene.Opportunity();
        await VisitAsync($$"""{ "smpl_subject": "Keyed", "smpl_day": "2026-03-02", "smpl_OpportunityId@odata.bind": "/opportunities({{opportunity}})" }""");

        var row = await Api.GetAsync($"smpl_visits(_smpl_opportunityid_value={opportunity},smpl_day=2026-03-02)?$select=smpl_subject");

        Assert.Equal("Keyed", row.Must(HttpStatusCode.OK).Json.GetProperty("smpl_subject").GetString());
    }

    [Fact]
    public async Task A_missing_row_is_404()
    {
        (await Api.GetAsync($"smpl_regions({Guid.NewGuid()})")).Refused(HttpStatusCode.NotFound, "0x80040217");
        (await Api.GetAsync("smpl_regions(smpl_code='X')")).Refused(HttpStatusCode.NotFound, "0x80060891");
    }

    [Fact]
    public async Task An_unchanged_row_is_not_sent_again()
    {
        var tag = (await Api.GetAsync($"smpl_regions({North})")).Header("ETag");

        var unchanged = await Api.GetAsync($"smpl_regions({North})", ("If-None-Match", tag));
        await Api.PatchAsync($"smpl_regions({North})", """{ "smpl_name": "Far north" }""");
        var changed = await Api.GetAsync($"smpl_regions({North})", ("If-None-Match", tag));

        Assert.Equal((HttpStatusCode.NotModified, 0), (unchanged.Status, unchanged.Bytes.Length));
        Assert.Equal("Far north", changed.Must(HttpStatusCode.OK).Json.GetProperty("smpl_name").GetString());
    }

    [Fact]
    public async Task A_single_column_is_a_value_and_nothing_when_it_is_empty()
    {
        var id = await VisitAsync("""{ "smpl_minutes": 45 }""");

        Assert.Equal(45, (await Api.GetAsync($"smpl_visits({id})/smpl_minutes")).Json.GetProperty("value").GetInt32());
        Assert.Equal(HttpStatusCode.NoContent, (await Api.GetAsync($"smpl_visits({id})/smpl_subject")).Status);
    }

    [Fact]
    public async Task Related_rows_are_read_along_their_navigation_property()
    {
        var id = await VisitAsync($$"""{ "smpl_subject": "Alku", "smpl_RegionId@odata.bind": "/smpl_regions({{North}})" }""");

        Assert.Equal("North", (await Api.GetAsync($"smpl_visits({id})/smpl_RegionId?$select=smpl_name")).Json.GetProperty("smpl_name").GetString());
        Assert.Equal(["Alku"], (await Api.GetAsync($"smpl_regions({North})/smpl_region_visit?$select=smpl_subject")).All("smpl_subject"));
        Assert.Empty((await Api.GetAsync($"smpl_regions({South})/smpl_region_visit")).Rows);
        Assert.Equal("1", (await Api.GetAsync($"smpl_regions({North})/smpl_region_visit/$count")).Text);
        Assert.Equal(HttpStatusCode.NoContent, (await Api.GetAsync($"smpl_visits({id})/smpl_ContactId")).Status);
        (await Api.GetAsync($"smpl_regions({Guid.NewGuid()})/smpl_region_visit")).Refused(HttpStatusCode.NotFound, "0x80040217");
    }
}
