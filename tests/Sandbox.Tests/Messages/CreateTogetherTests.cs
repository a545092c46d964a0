using BuyerPath.Sandbox.Store;
using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Messages;

/// <summary>A row and the rows that come with it in one Create.</summary>
[Covers(Supported.Messages, "Create")]
public sealed class CreateTogetherTests
{
    private const string VisitsOfRegion = "smpl_region_visit";
    private const string LaterVisits = "smpl_visit_visit";
    private const string Guests = "smpl_visit_guest";

    private readonly Scene _scene = new();

    [Fact]
    public void Rows_that_point_at_it_are_made_after_it_and_those_it_points_at_before_each_with_its_own_steps()
    {
        var order = new List<string>();
        foreach (var table in new[] { "smpl_region", "smpl_visit", "opportunity" })
            _scene.On("Create", table, 40, run => order.Add($"{run.Target.LogicalName} {run.Target.GetAttributeValue<string>("smpl_subject")}".Trim()));
        var visit = Visit("first");
        Add(visit, VisitsOfRegion, new Entity("smpl_region") { ["smpl_name"] = "North" });
        Add(visit, LaterVisits, Visit("second"), Visit("third"));

        var id = _scene.Service.Create(visit);

        Assert.Equal(["smpl_region", "smpl_visit first", "smpl_visit second", "smpl_visit third"], order);
        Assert.Equal("North", _scene.Read("smpl_visit", id).GetAttributeValue<EntityReference>("smpl_regionid").Name);
        Assert.Equal(["second", "third"], Following(id));
    }

    [Fact]
    public void They_may_bring_rows_of_their_own()
    {
        var (region, visit) = (new Entity("smpl_region"), Visit("visit"));
        Add(visit, LaterVisits, Visit("following"));
        Add(region, VisitsOfRegion, visit);

        _scene.Service.Create(region);

        Assert.Equal(["following"], Following(_scene.Organization.Rows.All("smpl_visit").First().Id));
    }

    [Fact]
    public void Between_rows_of_one_table_the_role_says_which_comes_first()
    {
        var visit = Visit("later");
        visit.RelatedEntities[new Relationship(LaterVisits) { PrimaryEntityRole = EntityRole.Referencing }] = new EntityCollection([Visit("earlier")]);

        var id = _scene.Service.Create(visit);

        Assert.Equal(["later"], Following(((Reference)_scene.Organization.Rows.Find("smpl_visit", id)!["smpl_previousvisitid"]!).Id));
    }

    [Fact]
    public void Rows_of_a_many_to_many_relationship_are_linked()
    {
        var visit = Visit("visit");
        Add(visit, Guests, new Entity("contact") { ["lastname"] = "Ann" }, new Entity("contact") { ["lastname"] = "Ben" });

        var id = _scene.Service.Create(visit);

        Assert.Equal(2, _scene.Count("contact"));
        Assert.Equal([id, id], _scene.Organization.Rows.All("smpl_visit_guest").Select(row => (Guid)row["smpl_visitid"]!));
    }

    [Fact]
    public void All_are_made_or_none()
    {
        _scene.On("Create", "smpl_visit", 40, run => { if (run.Target.GetAttributeValue<string>("smpl_subject") == "bad") throw new InvalidPluginExecutionException("No."); });
        var before = _scene.Everything();
        var visit = Visit("good");
        Add(visit, VisitsOfRegion, new Entity("smpl_region"));
        Add(visit, LaterVisits, Visit("good too"), Visit("bad"));

        Assert.Equal(ErrorCode.PluginRefused, Scene.CodeOf(() => _scene.Service.Create(visit)));

        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void The_callers_rows_stay_as_they_are()
    {
        var (region, visit) = (new Entity("smpl_region"), Visit("visit"));
        Add(region, VisitsOfRegion, visit);

        _scene.Service.Create(region);

        Assert.Single(region.RelatedEntities);
        Assert.False(visit.Contains("smpl_regionid"));
    }

    public static TheoryData<string, string, int> Wrong => new()
    {
        { "smpl_nosuch", "smpl_visit", 1 },
        { VisitsOfRegion, "contact", 1 },
        { "opportunity_parent_account", "account", 1 },   // not a relationship of visits
        { VisitsOfRegion, "smpl_region", 2 },             // a lookup points at one row
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Rows_that_do_not_belong_along_a_relationship_are_refused(string relationship, string table, int count)
    {
        var visit = Visit("visit");
        Add(visit, relationship, [.. Enumerable.Range(0, count).Select(_ => new Entity(table))]);
        var before = _scene.Everything();

        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => _scene.Service.Create(visit)));

        Assert.Equal(before, _scene.Everything());
    }

    private static Entity Visit(string subject) => new("smpl_visit") { ["smpl_subject"] = subject };

    private static void Add(Entity row, string relationship, params Entity[] related) =>
        row.RelatedEntities[new Relationship(relationship)] = new EntityCollection(related);

    private IEnumerable<string> Following(Guid visit) =>
        _scene.Organization.Rows.Referring("smpl_visit", "smpl_previousvisitid", visit).Select(row => (string)row["smpl_subject"]!);
}
