using System.Net;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>Rows that are made in the body of the row to which they belong (deep insert).</summary>
public sealed class WebApiTogetherTests : WebApiTests
{
    [Fact]
    public async Task Rows_are_made_together_with_the_row_that_they_are_in()
    {
        var answer = (await Api.PostAsync(
            "smpl_regions?$select=smpl_name&$expand=smpl_region_visit($select=smpl_subject;$expand=smpl_visit_visit($select=smpl_subject))", """
            {
              "smpl_name": "West",
              "smpl_region_visit": [
                { "smpl_subject": "first", "smpl_visit_visit": [{ "smpl_subject": "after the first" }] },
                { "smpl_subject": "second", "smpl_RegionId": null }
              ]
            }
            """, ("Prefer", Representation))).Must(HttpStatusCode.Created).Json;

        var visits = answer.GetProperty("smpl_region_visit").EnumerateArray().ToList();
        Assert.Equal(["first", "second"], visits.Select(visit => visit.GetProperty("smpl_subject").GetString()));
        Assert.Equal("after the first", visits[0].GetProperty("smpl_visit_visit")[0].GetProperty("smpl_subject").GetString());
    }

    [Fact]
    public async Task A_row_that_a_lookup_points_at_is_made_first_and_guests_are_linked()
    {
        var visit = await VisitAsync("""{ "smpl_subject": "a", "smpl_RegionId": { "smpl_name": "East" }, "smpl_guests": [{ "lastname": "Ann" }] }""");

        var read = (await Api.GetAsync($"smpl_visits({visit})?$expand=smpl_RegionId($select=smpl_name),smpl_guests($select=lastname)")).Json;
        Assert.Equal("East", read.GetProperty("smpl_RegionId").GetProperty("smpl_name").GetString());
        Assert.Equal("Ann", read.GetProperty("smpl_guests")[0].GetProperty("lastname").GetString());
    }

    [Theory]
    [InlineData("""{ "smpl_RegionId": "North" }""", "smpl_RegionId")]
    [InlineData("""{ "smpl_RegionId": [{}] }""", "smpl_RegionId")]
    [InlineData("""{ "smpl_visit_visit": {} }""", "smpl_visit_visit")]
    [InlineData("""{ "smpl_visit_visit": null }""", "smpl_visit_visit")]
    [InlineData("""{ "smpl_visit_visit": [{}, 1] }""", "smpl_visit_visit")]
    [InlineData("""{ "smpl_visit_visit": [{ "smpl_nosuch": 1 }] }""", "smpl_nosuch")]
    public async Task A_wrong_body_is_refused_and_leaves_nothing(string body, string named)
    {
        var before = Scene.Everything();

        Assert.Contains(named, (await Api.PostAsync("smpl_visits", body)).Refused(HttpStatusCode.BadRequest, "0x80048d19"), StringComparison.Ordinal);

        Assert.Equal(before, Scene.Everything());
    }

    [Fact]
    public async Task An_update_brings_no_rows()
    {
        var visit = await VisitAsync("{}");

        Assert.Contains("related rows", (await Api.PatchAsync($"smpl_visits({visit})", """{ "smpl_visit_visit": [{}] }""")).Refused(HttpStatusCode.NotImplemented, "0x80040315"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lookup_of_no_relationship_makes_no_row() =>
        Assert.Contains("'ownerid'", (await Api.PostAsync("smpl_visits", """{ "ownerid": { "lastname": "New" } }""")).Refused(HttpStatusCode.NotImplemented, "0x80040315"), StringComparison.Ordinal);
}
