using System.Net;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>Visits and their guests, who are contacts.</summary>
public sealed class WebApiManyToManyTests : WebApiTests
{
    private Guid _visit;
    private Guid _ann;
    private Guid _bea;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _visit = await VisitAsync("""{ "smpl_subject": "Tour" }""");
        (_ann, _bea) = (await ContactAsync("Ann"), await ContactAsync("Bea"));
        await LinkAsync(_ann);
        await LinkAsync(_bea);
    }

    [Fact]
    public async Task Linked_rows_are_a_collection_on_both_sides()
    {
        Assert.Equal(["Ann", "Bea"], (await Api.GetAsync($"smpl_visits({_visit})/smpl_guests?$select=lastname")).All("lastname"));
        Assert.Equal(["Tour"], (await Api.GetAsync($"contacts({_ann})/smpl_visits?$select=smpl_subject")).All("smpl_subject"));
        Assert.Equal("2", (await Api.GetAsync($"smpl_visits({_visit})/smpl_guests/$count")).Text);
    }

    [Fact]
    public async Task Linked_rows_are_expanded_with_filter_order_and_top()
    {
        await VisitAsync("""{ "smpl_subject": "Alone" }""");

        var visits = (await Api.GetAsync("smpl_visits?$select=smpl_subject&$expand=smpl_guests($select=lastname;$orderby=lastname desc;$top=1)")).Must(HttpStatusCode.OK).Rows;

        Assert.Equal(["Bea"], visits[0].GetProperty("smpl_guests").EnumerateArray().Select(guest => guest.GetProperty("lastname").GetString()));
        Assert.Empty(visits[1].GetProperty("smpl_guests").EnumerateArray());
    }

    [Theory]
    [InlineData("smpl_guests/any(g:g/lastname eq 'Ann')", "Tour")]
    [InlineData("smpl_guests/any(g:g/lastname eq 'Cia')", "")]
    [InlineData("smpl_guests/all(g:g/lastname lt 'C')", "Tour")]
    [InlineData("not smpl_guests/any()", "")]
    public async Task Rows_are_filtered_by_linked_rows(string filter, string subjects) =>
        Assert.Equal(subjects, string.Join(',', (await Api.GetAsync($"smpl_visits?$select=smpl_subject&$filter={filter}")).Must(HttpStatusCode.OK).All("smpl_subject")));

    [Fact]
    public async Task A_link_is_cut_and_only_it()
    {
        (await Api.DeleteAsync($"smpl_visits({_visit})/smpl_guests({_ann})/$ref")).Must(HttpStatusCode.NoContent);

        Assert.Equal(["Bea"], (await Api.GetAsync($"smpl_visits({_visit})/smpl_guests?$select=lastname")).All("lastname"));
    }

    [Fact]
    public async Task A_link_is_made_from_either_side_and_not_twice()
    {
        var other = await VisitAsync("{}");
        (await Api.PostAsync($"contacts({_ann})/smpl_visits/$ref", $$"""{ "@odata.id": "{{Api.Root}}smpl_visits({{other}})" }""")).Must(HttpStatusCode.NoContent);

        Assert.Contains("associated", (await Api.PostAsync($"smpl_visits({other})/smpl_guests/$ref", $$"""{ "@odata.id": "contacts({{_ann}})" }""")).Refused(HttpStatusCode.PreconditionFailed, "0x80040237"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_the_references_of_a_collection_is_refused_by_name() =>
        Assert.Contains("$ref of a collection", (await Api.GetAsync($"smpl_visits({_visit})/smpl_guests/$ref")).Refused(HttpStatusCode.NotImplemented, "0x80040315"), StringComparison.Ordinal);

    private async Task<Guid> ContactAsync(string name) => (await Api.PostAsync("contacts", $$"""{ "lastname": "{{name}}" }""")).Must(HttpStatusCode.NoContent).EntityId;

    private async Task LinkAsync(Guid guest) =>
        (await Api.PostAsync($"smpl_visits({_visit})/smpl_guests/$ref", $$"""{ "@odata.id": "contacts({{guest}})" }""")).Must(HttpStatusCode.NoContent);
}
