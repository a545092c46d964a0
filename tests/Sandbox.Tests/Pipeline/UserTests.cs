using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Pipeline;

public sealed class UserTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void A_plugin_writes_as_the_caller_or_with_null_as_the_system()
    {
        _scene.On("Create", "smpl_visit", 40, run =>
        {
            run.Service.Create(new Entity("smpl_region") { ["smpl_name"] = "caller" });
            run.As(null).Create(new Entity("smpl_region") { ["smpl_name"] = "system" });
        });

        _scene.Visit();

        Assert.Equal(
            [("caller", _scene.Me), ("system", _scene.Organization.SystemUserId)],
            _scene.Organization.Rows.All("smpl_region").Select(row => ((string)row["smpl_name"]!, ((Reference)row["createdby"]!).Id)));
    }

    [Fact]
    public void A_step_that_runs_as_another_user_still_knows_who_began()
    {
        (Guid User, Guid Initiating) seen = default;
        var other = Seed.SystemUserId;
        _scene.On("Create", "smpl_visit", 40, run => seen = (run.Context.UserId, run.Context.InitiatingUserId), step => step with { RunAs = other });

        _scene.Visit();

        Assert.Equal((other, _scene.Me), seen);
    }

    [Fact]
    public void The_initiating_user_stays_through_requests_of_the_system()
    {
        (Guid User, Guid Initiating) seen = default;
        _scene.On("Create", "smpl_visit", 40, run => run.As(null).Create(new Entity("smpl_region")));
        _scene.On("Create", "smpl_region", 40, run => seen = (run.Context.UserId, run.Context.InitiatingUserId));

        _scene.Visit();

        Assert.Equal((_scene.Organization.SystemUserId, _scene.Me), seen);
    }

    [Fact]
    public void Nobody_can_act_as_a_user_who_does_not_exist()
    {
        var stranger = _scene.Organization.ServiceFor(Guid.NewGuid());

        Assert.Equal(ErrorCode.RowNotFound, Scene.CodeOf(() => stranger.Create(new Entity("smpl_visit"))));
    }
}
