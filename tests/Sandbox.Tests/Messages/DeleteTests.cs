using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Tests.Messages;

[Covers(Supported.Messages, "Delete")]
public sealed class DeleteTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void A_parent_takes_its_children_along_through_the_pipeline()
    {
        var deleted = new List<int>();
        _scene.On("Delete", "smpl_visit", 40, run => deleted.Add(run.Context.Depth));
        var opportunity = _scene.Opportunity();
        _scene.Visit(opportunity);
        _scene.Visit(opportunity);
        var other = _scene.Visit();

        _scene.Service.Delete("opportunity", opportunity);

        Assert.Equal([1, 1], deleted); // what the platform starts itself keeps the depth
        Assert.Equal(other, Assert.Single(_scene.Organization.Rows.All("smpl_visit")).Id);
    }

    [Fact]
    public void A_restricted_delete_is_refused_by_name_and_changes_nothing()
    {
        var region = _scene.Region();
        _scene.Service.Create(new Entity("smpl_visit") { ["smpl_regionid"] = new EntityReference("smpl_region", region) });
        var before = _scene.Everything();

        var fault = Scene.FaultOf(() => _scene.Service.Delete("smpl_region", region));

        Assert.Equal(ErrorCode.DeleteRestricted, fault.ErrorCode);
        Assert.Contains("smpl_region_visit", fault.Message);
        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void A_removed_link_is_emptied_without_an_update_event()
    {
        var updates = 0;
        _scene.On("Update", "smpl_visit", 40, _ => updates++);
        var contact = _scene.Service.Create(new Entity("contact") { ["lastname"] = "L" });
        var visit = _scene.Service.Create(new Entity("smpl_visit") { ["smpl_contactid"] = new EntityReference("contact", contact) });

        _scene.Service.Delete("contact", contact);

        Assert.False(_scene.Read("smpl_visit", visit).Contains("smpl_contactid"));
        Assert.Equal(0, updates);
    }

    [Fact]
    public void A_row_that_points_at_itself_can_go()
    {
        var visit = _scene.Visit();
        _scene.Set(visit, "smpl_previousvisitid", new EntityReference("smpl_visit", visit));

        _scene.Service.Delete("smpl_visit", visit);

        Assert.Equal(0, _scene.Count("smpl_visit"));
    }

    [Fact]
    public void A_checked_version_guards_a_delete_too()
    {
        var visit = _scene.Visit();
        var version = _scene.Read("smpl_visit", visit).RowVersion;
        _scene.Set(visit, "smpl_subject", "changed");

        Assert.Equal(ErrorCode.VersionMismatch, Scene.CodeOf(() => _scene.Service.Execute(new DeleteRequest
        {
            Target = new EntityReference("smpl_visit", visit) { RowVersion = version },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        })));
    }

    [Fact]
    public void A_row_that_does_not_exist_is_not_found() =>
        Assert.Equal(ErrorCode.RowNotFound, Scene.CodeOf(() => _scene.Service.Delete("smpl_visit", Guid.NewGuid())));
}
