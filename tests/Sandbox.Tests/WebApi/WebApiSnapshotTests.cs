using System.Net;
using System.Text.Json.Nodes;

namespace BuyerPath.Sandbox.Tests.WebApi;

public sealed class WebApiSnapshotTests : WebApiTests
{
    private const string Address = "/_local/snapshot";

    [Fact]
    public async Task What_was_saved_comes_back_and_numbers_go_on()
    {
        (await Api.PostAsync("smpl_visits", """{ "smpl_notes": "first" }""")).Must(HttpStatusCode.NoContent);
        var saved = (await Api.GetAsync(Address)).Must(HttpStatusCode.OK).Text;
        var before = Contents();
        (await Api.PostAsync("smpl_regions", """{ "smpl_name": "Later" }""")).Must(HttpStatusCode.NoContent);
        Assert.NotEqual(before, Contents());

        (await Api.PostAsync(Address, saved)).Must(HttpStatusCode.NoContent);

        Assert.Equal(before, Contents());
        Assert.Equal(saved, (await Api.GetAsync(Address)).Text);
    }

    [Fact]
    public async Task A_snapshot_may_be_larger_than_the_body_of_any_other_request()
    {
        const int moreThanOthers = 11 * 1024 * 1024;
        var saved = (await Api.GetAsync(Address)).Text + new string(' ', moreThanOthers);

        (await Api.PostAsync(Address, saved)).Must(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Loading_forgets_the_trace_of_other_rows()
    {
        var saved = (await Api.GetAsync(Address)).Text;
        await Api.PostAsync("smpl_regions", """{ "smpl_name": "Later" }""");

        await Api.PostAsync(Address, saved);

        Assert.Equal("[]", (await Api.GetAsync("/_local/trace")).Text);
    }

    public static TheoryData<string, string, string> Damages => new()
    {
        // what                                    damaged to                                    sentence
        { "solution",                              "\"Other\"",                                  "snapshot of the solution 'Other'" },
        { "sequences",                             "[]",                                         "needs 'sequences' as Object" },
        { "sequences",                             """{ "smpl_visit.smpl_none": 1 }""",          "no column 'smpl_visit.smpl_none' to number" },
        { "sequences",                             """{ "smpl_visit.smpl_number": "1" }""",      "must be a whole number" },
        { "tables",                                """{ "smpl_none": [] }""",                    "no table 'smpl_none'" },
        { "tables",                                """{ "smpl_region": {} }""",                  "must be a list" },
        { "tables",                                """{ "smpl_region": [1] }""",                 "must be an object" },
        { "tables",                                """{ "smpl_region": [{}] }""",                "has no 'smpl_regionid'" },
        { "tables",                                """{ "smpl_region": [{ "smpl_none": 1 }] }""", "has no column 'smpl_none'" },
        { "tables",                                """{ "smpl_region": [{ "smpl_name": 1 }] }""", "1 is no value for 'smpl_name'" },
        { "tables",                                "{}",                                         "who is in every snapshot" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_file_is_refused_by_the_place_and_changes_nothing(string part, string value, string sentence)
    {
        var damaged = JsonNode.Parse((await Api.GetAsync(Address)).Text)!;
        damaged[part] = JsonNode.Parse(value);
        var before = Scene.Everything();

        var answer = (await Api.PostAsync(Address, damaged.ToJsonString())).Must(HttpStatusCode.BadRequest);

        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, Scene.Everything());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task What_is_no_JSON_object_is_refused(string body) =>
        (await Api.PostAsync(Address, body)).Must(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Users_begin_with_the_one_the_page_acts_as_and_leave_the_platform_out()
    {
        var users = (await Api.GetAsync("/_local/users")).Must(HttpStatusCode.OK).Json.EnumerateArray().Select(user => user.GetProperty("id").GetGuid()).ToList();

        Assert.Equal(Scene.Organization.DefaultUserId, users[0]);
        Assert.DoesNotContain(Scene.Organization.SystemUserId, users);
    }

    // Row versions are given anew; everything else must be the same.
    private string Contents() => Api.Organization.WriteSnapshot().ToJsonString();
}
