using System.Net;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiAggregationTests : WebApiTests
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await VisitAsync($$"""{ "smpl_subject": "a", "smpl_minutes": 10, "smpl_outcome": 712340000, "smpl_RegionId@odata.bind": "/smpl_regions({{North}})" }""");
        await VisitAsync($$"""{ "smpl_subject": "b", "smpl_minutes": 20, "smpl_outcome": 712340000, "smpl_RegionId@odata.bind": "/smpl_regions({{South}})" }""");
        var last = await VisitAsync($$"""{ "smpl_subject": "c", "smpl_minutes": 60, "smpl_RegionId@odata.bind": "/smpl_regions({{South}})" }""");
        Scene.Set(last, "smpl_outcome", null);
    }

    [Theory]
    [InlineData("aggregate(smpl_minutes with sum as total)", """[{"total":90}]""")]
    [InlineData("aggregate(smpl_minutes with average as mean,smpl_minutes with min as least,smpl_minutes with max as most)", """[{"mean":30,"least":10,"most":60}]""")]
    [InlineData("aggregate(smpl_outcome with countdistinct as kinds)", """[{"kinds":1}]""")]
    [InlineData("aggregate($count as visits)", """[{"visits":3}]""")]
    [InlineData("groupby((smpl_outcome))", """[{"smpl_outcome":712340000},{"smpl_outcome":null}]""")]
    [InlineData("groupby((smpl_outcome),aggregate($count as visits,smpl_minutes with sum as total))", """[{"smpl_outcome":712340000,"visits":2,"total":30},{"smpl_outcome":null,"visits":1,"total":60}]""")]
    [InlineData("filter(smpl_minutes gt 10)/aggregate(smpl_minutes with sum as total)", """[{"total":80}]""")]
    [InlineData("filter(smpl_minutes gt 10)/filter(smpl_RegionId/smpl_code eq 'S' and not startswith(smpl_subject,'c'))/groupby((smpl_outcome),aggregate($count as n))", """[{"smpl_outcome":712340000,"n":1}]""")]
    [InlineData("filter(smpl_subject in ('a','b') or createdon lt 2000-01-01T00:00:00Z)/aggregate($count as n)", """[{"n":2}]""")]
    [InlineData("filter(false eq smpl_isremote)/aggregate($count as n)", """[{"n":3}]""")]
    public async Task Rows_are_grouped_and_aggregated(string apply, string groups) =>
        Assert.Equal(groups, (await Api.GetAsync($"smpl_visits?$apply={apply}")).Must(HttpStatusCode.OK).Json.GetProperty("value").GetRawText());

    [Fact]
    public async Task Groups_by_a_lookup_carry_its_annotations()
    {
        var group = (await Api.GetAsync("smpl_visits?$apply=groupby((_smpl_regionid_value),aggregate($count as n))", ("Prefer", Annotated))).Rows[0];

        Assert.Equal(North, group.GetProperty("_smpl_regionid_value").GetGuid());
        Assert.Equal("North", group.GetProperty("_smpl_regionid_value@OData.Community.Display.V1.FormattedValue").GetString());
    }

    [Fact]
    public async Task The_rows_of_a_row_are_aggregated() =>
        Assert.Equal(80, (await Api.GetAsync($"smpl_regions({South})/smpl_region_visit?$apply=aggregate(smpl_minutes with sum as total)")).Rows.Single().GetProperty("total").GetInt32());

    [Fact]
    public async Task A_filter_on_related_rows_may_precede() =>
        Assert.Equal(1, (await Api.GetAsync("smpl_regions?$apply=filter(smpl_region_visit/any(v:v/smpl_minutes gt 50))/aggregate($count as n)")).Rows.Single().GetProperty("n").GetInt32());

    [Theory]
    [InlineData("groupby((smpl_RegionId/smpl_name))", "another table")]
    [InlineData("aggregate(smpl_minutes with sum as total)/filter(total gt 1)", "Aggregate/Filter")]
    [InlineData("compute(smpl_minutes mul 2 as twice)", "Compute")]
    [InlineData("filter(smpl_minutes gt 1)", "''")]
    [InlineData("aggregate(smpl_minutes mul 2 with sum as total)", "'total'")]
    public async Task What_Dataverse_or_the_sandbox_does_not_aggregate_is_refused_by_name(string apply, string named) =>
        Assert.Contains(named, (await Api.GetAsync($"smpl_visits?$apply={apply}")).Refused(HttpStatusCode.NotImplemented, "0x80040315"), StringComparison.Ordinal);

    [Theory]
    [InlineData("groupby((createdon))", "0x80060888")]
    [InlineData("aggregate(smpl_subject with sum as total)", "0x80041107")]
    [InlineData("aggregate(smpl_nosuch with sum as total)", "0x80060888")]
    [InlineData("aggregate(smpl_minutes with sum as total", "0x80060888")]
    [InlineData("groupby((smpl_outcome),filter(smpl_minutes gt 1))", "0x80060888")]
    [InlineData("nosuch()", "0x80060888")]
    [InlineData("aggregate($count as n)&$orderby=n", "0x80060888")]
    [InlineData("filter(smpl_subject eq '\u0001')/aggregate($count as n)", "0x80041108")]
    public async Task What_makes_no_sense_is_a_bad_request(string apply, string code) =>
        (await Api.GetAsync($"smpl_visits?$apply={apply}")).Refused(HttpStatusCode.BadRequest, code);

    [Theory]
    [InlineData("any()", "North,South")]
    [InlineData("any(v:v/smpl_minutes gt 50)", "South")]
    [InlineData("any(v:v/smpl_minutes gt 50 and v/smpl_subject eq 'b')", "")]
    [InlineData("any(v:v/smpl_minutes gt 50 or v/smpl_RegionId/smpl_code eq 'N')", "North,South")]
    [InlineData("all(v:v/smpl_minutes lt 50)", "North,Empty")]
    [InlineData("any(v:v/smpl_visit_visit/any(w:w/smpl_minutes eq 1))", "")]
    public async Task Rows_are_filtered_by_their_related_rows(string lambda, string regions)
    {
        Scene.Region("Empty", "E");

        Assert.Equal(regions, string.Join(',', (await Api.GetAsync($"smpl_regions?$select=smpl_name&$filter=smpl_region_visit/{lambda}")).Must(HttpStatusCode.OK).All("smpl_name")));
        var others = (await Api.GetAsync($"smpl_regions?$select=smpl_name&$filter=not smpl_region_visit/{lambda}")).Must(HttpStatusCode.OK).All("smpl_name");
        Assert.Equal(["Empty", "North", "South"], others.Concat(regions.Split(',', StringSplitOptions.RemoveEmptyEntries)).Order());
    }

    [Theory]
    [InlineData("smpl_visits?$filter=smpl_RegionId/smpl_region_visit/any(v:v/smpl_minutes eq 1)", "beyond another path")]
    [InlineData("smpl_regions?$filter=smpl_region_visit/any(v:v/smpl_subject eq smpl_name)", "'$it'")]
    public async Task A_filter_on_related_rows_that_the_sandbox_cannot_do_is_refused_by_name(string address, string named) =>
        Assert.Contains(named, (await Api.GetAsync(address)).Refused(HttpStatusCode.NotImplemented, "0x80040315"), StringComparison.Ordinal);
}
