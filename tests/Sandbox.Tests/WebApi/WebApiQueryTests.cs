using System.Net;
using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Tests.Support;

namespace BuyerPath.Sandbox.Tests.WebApi;

[Covers(Supported.QueryOptions, "$filter", "$orderby", "$top", "$count", "$expand", "$skiptoken")]
public sealed class WebApiQueryTests : WebApiTests
{
    private Guid _alku;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _alku = await VisitAsync($$"""
            { "smpl_subject": "Alku", "smpl_minutes": 10, "smpl_fee": 5.5, "smpl_day": "2026-03-01", "smpl_startson": "2026-03-01T08:00:00Z", "smpl_isremote": true,
              "smpl_outcome": 712340000, "smpl_topics": "712340000,712340001", "smpl_RegionId@odata.bind": "/smpl_regions({{North}})" }
            """);
        await VisitAsync($$"""{ "smpl_subject": "Jatko 100%", "smpl_minutes": 20, "smpl_day": "2026-03-02", "smpl_RegionId@odata.bind": "/smpl_regions({{North}})", "smpl_PreviousVisitId@odata.bind": "/smpl_visits({{_alku}})" }""");
        await VisitAsync($$"""{ "smpl_subject": "Loppu", "smpl_minutes": 30, "smpl_ratio": 0.5, "smpl_RegionId@odata.bind": "/smpl_regions({{South}})" }""");
        await VisitAsync("""{ "smpl_minutes": 40 }""");
    }

    private async Task<IEnumerable<string?>> MinutesAsync(string options) =>
        (await Api.GetAsync($"smpl_visits?$select=smpl_minutes&{options}")).Must(HttpStatusCode.OK).All("smpl_minutes");

    [Theory]
    [InlineData("smpl_subject eq 'alku'", "10")]                                   // texts compare without regard to case
    [InlineData("smpl_subject ne 'Alku' and smpl_subject ne null", "20 30")]
    [InlineData("smpl_subject eq null", "40")]
    [InlineData("null eq smpl_subject", "40")]
    [InlineData("smpl_minutes gt 20", "30 40")]
    [InlineData("smpl_minutes ge 20", "20 30 40")]
    [InlineData("smpl_minutes lt 20", "10")]
    [InlineData("smpl_minutes le 20", "10 20")]
    [InlineData("20 lt smpl_minutes", "30 40")]
    [InlineData("smpl_minutes eq 10 or smpl_minutes eq 30", "10 30")]
    [InlineData("not (smpl_minutes eq 10 or smpl_minutes eq 30)", "20 40")]
    [InlineData("not (smpl_minutes gt 10 and smpl_minutes lt 40)", "10 40")]
    [InlineData("not contains(smpl_subject,'k') and smpl_subject ne null", "30")]
    [InlineData("contains(smpl_subject,'LK')", "10")]
    [InlineData("startswith(smpl_subject,'Al')", "10")]
    [InlineData("endswith(smpl_subject,'pu')", "30")]
    [InlineData("contains(smpl_subject,'0%')", "20")]
    [InlineData("contains(smpl_subject,'_')", "")]                                 // a letter, not a pattern
    [InlineData("smpl_minutes in (10,40)", "10 40")]
    [InlineData("not (smpl_minutes in (10,40))", "20 30")]
    [InlineData("smpl_subject in ('Alku','Loppu')", "10 30")]
    [InlineData("smpl_fee eq 5.5", "10")]
    [InlineData("smpl_ratio gt 0.4", "30")]
    [InlineData("smpl_day ge 2026-03-02", "20")]
    [InlineData("smpl_startson lt 2026-03-01T10:00:00%2B01:00", "10")]
    [InlineData("smpl_isremote eq true", "10")]
    [InlineData("smpl_isremote", "10")]
    [InlineData("not smpl_isremote", "20 30 40")]
    [InlineData("smpl_outcome eq 712340000", "10")]
    [InlineData("statecode eq 0 and smpl_minutes eq smpl_minutes", "10 20 30 40")]
    [InlineData("smpl_RegionId/smpl_name eq 'South'", "30")]
    [InlineData("smpl_RegionId/smpl_name eq 'South' or smpl_minutes eq 40", "30 40")]
    [InlineData("smpl_PreviousVisitId/smpl_RegionId/smpl_code eq 'N'", "20")]
    [InlineData("Microsoft.Dynamics.CRM.In(PropertyName='smpl_minutes',PropertyValues=['10','30'])", "10 30")]
    [InlineData("Microsoft.Dynamics.CRM.NotIn(PropertyName='smpl_minutes',PropertyValues=['10','30'])", "20 40")]
    [InlineData("Microsoft.Dynamics.CRM.Between(PropertyName='smpl_minutes',PropertyValues=['15','35'])", "20 30")]
    [InlineData("Microsoft.Dynamics.CRM.On(PropertyName='smpl_day',PropertyValue='2026-03-01')", "10")]
    [InlineData("Microsoft.Dynamics.CRM.Yesterday(PropertyName='smpl_day')", "10")]
    [InlineData("Microsoft.Dynamics.CRM.LastXDays(PropertyName='smpl_startson',PropertyValue=3)", "10")]
    [InlineData("Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", "10 20 30 40")]
    [InlineData("Microsoft.Dynamics.CRM.ContainValues(PropertyName='smpl_topics',PropertyValues=['712340001'])", "10")]
    [InlineData("not Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", "")]
    public async Task A_filter_finds(string filter, string minutes) =>
        Assert.Equal(minutes, string.Join(' ', await MinutesAsync($"$filter={filter}")));

    [Fact]
    public async Task A_filter_finds_by_lookup() =>
        Assert.Equal(["10", "20"], await MinutesAsync($"$filter=_smpl_regionid_value eq {North}"));

    [Fact]
    public async Task A_filter_takes_parameter_aliases() =>
        Assert.Equal(["10", "30"], await MinutesAsync("$filter=Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)&@p1='smpl_minutes'&@p2=['10','30']"));

    [Theory]
    [InlineData("smpl_minutes desc", "40 30 20 10")]
    [InlineData("smpl_isremote desc,smpl_minutes desc", "10 40 30 20")]
    [InlineData("smpl_RegionId/smpl_name desc,smpl_minutes", "30 10 20 40")]
    public async Task Rows_come_in_order(string order, string minutes) =>
        Assert.Equal(minutes, string.Join(' ', await MinutesAsync($"$orderby={order}")));

    [Fact]
    public async Task Top_cuts_and_the_count_is_of_all()
    {
        var answer = await Api.GetAsync("smpl_visits?$top=3&$count=true&$orderby=smpl_minutes");

        Assert.Equal(["10", "20", "30"], answer.All("smpl_minutes"));
        Assert.Equal(4, answer.Json.GetProperty("@odata.count").GetInt32());
        Assert.False(answer.Json.TryGetProperty("@odata.nextLink", out _));
    }

    [Fact]
    public async Task Pages_follow_their_links_to_the_end_and_top_has_no_effect_on_them()
    {
        List<string?> read = [];
        var pages = 0;
        for (var address = "smpl_visits?$select=smpl_minutes&$orderby=smpl_minutes desc&$top=1"; address is not null; pages++)
        {
            var answer = (await Api.GetAsync(address, ("Prefer", "odata.maxpagesize=3"))).Must(HttpStatusCode.OK);
            read.AddRange(answer.All("smpl_minutes"));
            address = answer.Json.TryGetProperty("@odata.nextLink", out var link) ? new Uri(link.GetString()!).PathAndQuery[Api.Root.AbsolutePath.Length..] : null;
            if (address is not null) Assert.Contains("$skiptoken=", address, StringComparison.Ordinal);
        }

        Assert.Equal((2, "40 30 20 10"), (pages, string.Join(' ', read)));
    }

    [Theory]
    [InlineData("smpl_visits/$count", "4")]
    [InlineData("smpl_visits/$count?$filter=smpl_minutes gt 20", "2")]
    public async Task A_count_is_a_number_as_text(string address, string count)
    {
        var answer = await Api.GetAsync(address);

        Assert.Equal((count, "text/plain"), (answer.Text, answer.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_single_row_is_expanded_and_an_empty_lookup_is_null()
    {
        var rows = (await Api.GetAsync("smpl_visits?$select=smpl_minutes&$expand=smpl_RegionId($select=smpl_name)&$orderby=smpl_minutes")).Rows;

        Assert.Equal("North", rows[0].GetProperty("smpl_RegionId").GetProperty("smpl_name").GetString());
        Assert.Equal(JsonValueKind.Null, rows[3].GetProperty("smpl_RegionId").ValueKind);
        Assert.False(rows[0].TryGetProperty("_smpl_regionid_value", out _)); // was not selected
    }

    [Fact]
    public async Task A_collection_is_expanded_with_options_of_its_own()
    {
        var rows = (await Api.GetAsync("smpl_regions?$select=smpl_name&$orderby=smpl_name&$expand=smpl_region_visit($select=smpl_minutes;$filter=smpl_minutes lt 30;$orderby=smpl_minutes desc;$top=1)")).Rows;

        Assert.Equal(["20"], rows[0].GetProperty("smpl_region_visit").EnumerateArray().Select(visit => visit.GetProperty("smpl_minutes").ToString()));
        Assert.Empty(rows[1].GetProperty("smpl_region_visit").EnumerateArray());
    }

    [Fact]
    public async Task Expansions_nest()
    {
        var row = (await Api.GetAsync($"smpl_regions({North})?$select=smpl_name&$expand=smpl_region_visit($select=smpl_subject;$orderby=smpl_minutes;$expand=smpl_PreviousVisitId($select=smpl_subject))")).Json;

        var visits = row.GetProperty("smpl_region_visit").EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, visits[0].GetProperty("smpl_PreviousVisitId").ValueKind);
        Assert.Equal("Alku", visits[1].GetProperty("smpl_PreviousVisitId").GetProperty("smpl_subject").GetString());
    }

    [Fact]
    public async Task An_owner_is_expanded_as_the_user_it_is() =>
        Assert.True((await Api.GetAsync($"smpl_visits({_alku})?$expand=ownerid($select=fullname)")).Json.GetProperty("ownerid").GetProperty("fullname").GetString()!.Length > 0);

    [Fact]
    public async Task Reading_costs_one_request_and_one_for_each_expansion_however_many_rows_there_are()
    {
        Scene.Organization.Trace.Clear();

        await Api.GetAsync("smpl_visits?$expand=smpl_RegionId,smpl_PreviousVisitId");

        Assert.Equal(3, Scene.Organization.Trace.Entries.Count);
    }

    public static TheoryData<string> Functions => [.. QueryFunction.All.Select(function => function.Name)];

    [Covers(Supported.QueryFunctions)]
    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_query_function_is_answered(string name)
    {
        var function = QueryFunction.All.Single(known => known.Name == name);
        var column = name.Contains("User", StringComparison.Ordinal) ? "ownerid"
            : name.Contains("Business", StringComparison.Ordinal) ? "owningbusinessunit"
            : name.Contains("Values", StringComparison.Ordinal) ? "smpl_topics"
            : function.Argument == FunctionArgument.Values ? "smpl_minutes"
            : "smpl_startson";
        var argument = function.Argument switch
        {
            FunctionArgument.Count => ",PropertyValue=3",
            FunctionArgument.Value => ",PropertyValue='2026-03-01'",
            FunctionArgument.Values => ",PropertyValues=['10','20']",
            _ => "",
        };
        if (column == "smpl_topics") argument = ",PropertyValues=['712340000']";

        (await Api.GetAsync($"smpl_visits?$filter=Microsoft.Dynamics.CRM.{name}(PropertyName='{column}'{argument})")).Must(HttpStatusCode.OK);
    }
}
