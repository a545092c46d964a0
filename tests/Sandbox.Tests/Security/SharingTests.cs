using BuyerPath.Sandbox.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Security;

public sealed class SharingTests
{
    private readonly Scene _scene = new();
    private Guid? _ann;
    private Guid? _ben;

    private Guid Ann => _ann ??= User("Ann");

    private Guid Ben => _ben ??= User("Ben");

    [Fact]
    public void A_shared_row_is_seen_and_changed_as_far_as_it_is_shared()
    {
        var visit = Visit(Ann);
        Grant(Ann, visit, Ben, AccessRights.ReadAccess);
        Assert.Equal([visit], Seen(Ben));
        Assert.Equal(ErrorCode.AccessDenied, Scene.CodeOf(() => Change(Ben, visit)));

        Grant(Ann, visit, Ben, AccessRights.WriteAccess);
        Change(Ben, visit);

        Assert.Equal(AccessRights.ReadAccess | AccessRights.WriteAccess, AccessOf(Ben, visit));
    }

    [Fact]
    public void Modifying_replaces_and_revoking_ends_it()
    {
        var visit = Visit(Ann);
        Grant(Ann, visit, Ben, AccessRights.ReadAccess | AccessRights.WriteAccess);

        As(Ann).Execute(Request("ModifyAccess", visit, "PrincipalAccess", Access("systemuser", Ben, AccessRights.ReadAccess)));
        Assert.Equal(AccessRights.ReadAccess, AccessOf(Ben, visit));

        As(Ann).Execute(Request("RevokeAccess", visit, "Revokee", new EntityReference("systemuser", Ben)));
        Assert.Empty(Seen(Ben));
        Assert.Equal(0, _scene.Count("principalobjectaccess"));
    }

    [Fact]
    public void What_is_shared_with_a_team_is_shared_with_its_members()
    {
        var visit = Visit(Ann);
        var team = _scene.Team(Seed.BusinessUnitId, [], Ben);

        As(Ann).Execute(Request("GrantAccess", visit, "PrincipalAccess", Access("team", team, AccessRights.ReadAccess)));

        Assert.Equal([visit], Seen(Ben));
        var shared = Assert.Single((PrincipalAccess[])As(Ann).Execute(Request("RetrieveSharedPrincipalsAndAccess", visit))["PrincipalAccesses"]);
        Assert.Equal((team, "team", AccessRights.ReadAccess), (shared.Principal.Id, shared.Principal.LogicalName, shared.AccessMask));
    }

    [Fact]
    public void Sharing_gives_no_privilege_that_the_roles_lack()
    {
        var visit = Visit(Ann);
        var planner = _scene.User(Seed.BusinessUnitId, "Paula", "Salesperson");

        Grant(Ann, visit, planner, AccessRights.ReadAccess);

        Assert.Equal(ErrorCode.PrivilegeMissing, Scene.CodeOf(() => Seen(planner)));
    }

    [Fact]
    public void Nobody_shares_what_they_may_not_do_themselves()
    {
        var visit = Visit(Ann);
        var carl = User("Carl");
        Assert.Equal(ErrorCode.AccessDenied, Scene.CodeOf(() => Grant(Ben, visit, carl, AccessRights.ReadAccess)));

        Grant(Ann, visit, Ben, AccessRights.ReadAccess | AccessRights.ShareAccess);
        Grant(Ben, visit, carl, AccessRights.ReadAccess);

        Assert.Equal(ErrorCode.AccessDenied, Scene.CodeOf(() => Grant(Ben, visit, carl, AccessRights.DeleteAccess)));
        Assert.Equal(AccessRights.ReadAccess, AccessOf(carl, visit));
    }

    [Theory]
    [InlineData(AccessRights.None)]
    [InlineData(AccessRights.CreateAccess)]
    public void Nothing_and_creation_cannot_be_shared(AccessRights rights) =>
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => Grant(Ann, Visit(Ann), Ben, rights)));

    [Fact]
    public void Only_rows_with_an_owner_are_shared_and_only_with_users_and_teams()
    {
        var region = new EntityReference("smpl_region", _scene.Region());
        var request = new OrganizationRequest("GrantAccess") { ["Target"] = region, ["PrincipalAccess"] = Access("systemuser", Ben, AccessRights.ReadAccess) };

        Assert.Equal(ErrorCode.NotSupportedByTable, Scene.CodeOf(() => _scene.Service.Execute(request)));
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() =>
            As(Ann).Execute(Request("GrantAccess", Visit(Ann), "PrincipalAccess", Access("smpl_region", region.Id, AccessRights.ReadAccess)))));
    }

    [Fact]
    public void A_share_of_the_parent_is_a_share_of_its_children_also_of_later_ones()
    {
        var opportunity = As(Ann).Create(new Entity("opportunity") { ["name"] = "Deal" });
        var earlier = Below(opportunity);
        Share(opportunity, AccessRights.ReadAccess);
        var later = Below(opportunity);

        Assert.Equal([earlier, later], Seen(Ben));
        Assert.Equal(ErrorCode.AccessDenied, Scene.CodeOf(() => Change(Ben, later)));

        Share(opportunity, AccessRights.WriteAccess);
        Change(Ben, later);

        As(Ann).Execute(new OrganizationRequest("RevokeAccess") { ["Target"] = new EntityReference("opportunity", opportunity), ["Revokee"] = new EntityReference("systemuser", Ben) });
        Assert.Empty(Seen(Ben));

        Guid Below(Guid parent) => As(Ann).Create(new Entity("smpl_visit") { ["smpl_opportunityid"] = new EntityReference("opportunity", parent) });

        void Share(Guid row, AccessRights rights) => As(Ann).Execute(new OrganizationRequest("GrantAccess")
        {
            ["Target"] = new EntityReference("opportunity", row), ["PrincipalAccess"] = Access("systemuser", Ben, rights),
        });
    }

    [Fact]
    public void The_owner_of_the_parent_has_access_to_children_of_others()
    {
        var opportunity = new EntityReference("opportunity", As(Ann).Create(new Entity("opportunity") { ["name"] = "Deal" }));
        var visit = Visit(Ben);
        Assert.Empty(Seen(Ann));

        _scene.Set(visit, "smpl_opportunityid", opportunity);

        Assert.Equal([visit], Seen(Ann));
        Change(Ann, visit);
        _scene.Set(visit, "smpl_opportunityid", null);
        Assert.Empty(Seen(Ann));
    }

    [Fact]
    public void A_new_owner_of_the_parent_gets_its_children_if_the_giver_may_assign_them()
    {
        var opportunity = As(Ann).Create(new Entity("opportunity") { ["name"] = "Deal" });
        var visit = As(Ann).Create(new Entity("smpl_visit") { ["smpl_opportunityid"] = new EntityReference("opportunity", opportunity) });

        As(Ann).Execute(new OrganizationRequest("Assign") { ["Target"] = new EntityReference("opportunity", opportunity), ["Assignee"] = new EntityReference("systemuser", Ben) });

        Assert.Equal([visit], Seen(Ben));
        Assert.Empty(Seen(Ann));

        var salesperson = _scene.User(Seed.BusinessUnitId, "Sales", "Salesperson");
        _scene.Set(visit, "ownerid", new EntityReference("systemuser", Ann));
        _scene.Service.Update(new Entity("smpl_visit", visit) { ["smpl_opportunityid"] = new EntityReference("opportunity", As(salesperson).Create(new Entity("opportunity") { ["name"] = "Other" })) });
        var other = _scene.Read("smpl_visit", visit).GetAttributeValue<EntityReference>("smpl_opportunityid");
        var fault = Scene.FaultOf(() => As(salesperson).Execute(new OrganizationRequest("Assign") { ["Target"] = other, ["Assignee"] = new EntityReference("systemuser", Ben) }));
        Assert.Contains("prvAssignsmpl_Visit", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_row_leaves_no_share_behind_and_neither_does_a_deleted_user()
    {
        var (first, second) = (Visit(Ann), Visit(Ann));
        Grant(Ann, first, Ben, AccessRights.ReadAccess);
        Grant(Ann, second, Ben, AccessRights.ReadAccess);

        As(Ann).Delete("smpl_visit", first);
        Assert.Equal(second, Assert.Single(_scene.Organization.Rows.All("principalobjectaccess"))["objectid"]);

        _scene.Service.Execute(new OrganizationRequest("RevokeAccess") { ["Target"] = new EntityReference("smpl_visit", second), ["Revokee"] = new EntityReference("systemuser", Ben) });
        _scene.Service.Delete("systemuser", Ben);
        Assert.Empty(_scene.Organization.Rows.Referring("systemuserroles", "systemuserid", Ben));
    }

    [Fact]
    public void Steps_of_the_messages_run_for_the_table_of_the_row_and_a_refusal_undoes_it()
    {
        string? table = null;
        _scene.On("GrantAccess", "smpl_visit", 40, run => { table = run.Context.PrimaryEntityName; throw new InvalidPluginExecutionException("No."); });
        var visit = Visit(Ann);

        Assert.Equal(ErrorCode.PluginRefused, Scene.CodeOf(() => Grant(Ann, visit, Ben, AccessRights.ReadAccess)));

        Assert.Equal(("smpl_visit", 0), (table, _scene.Count("principalobjectaccess")));
    }

    private Guid User(string name) => _scene.User(Seed.BusinessUnitId, name, "Visitor", "Salesperson");

    private IOrganizationService As(Guid user) => _scene.Organization.ServiceFor(user);

    private Guid Visit(Guid owner) => As(owner).Create(new Entity("smpl_visit"));

    private void Change(Guid user, Guid visit) => As(user).Update(new Entity("smpl_visit", visit) { ["smpl_subject"] = "changed" });

    private IEnumerable<Guid> Seen(Guid user) => As(user).RetrieveMultiple(new QueryExpression("smpl_visit")).Entities.Select(row => row.Id);

    private void Grant(Guid from, Guid visit, Guid to, AccessRights rights) =>
        As(from).Execute(Request("GrantAccess", visit, "PrincipalAccess", Access("systemuser", to, rights)));

    private AccessRights AccessOf(Guid user, Guid visit) =>
        (AccessRights)_scene.Service.Execute(Request("RetrievePrincipalAccess", visit, "Principal", new EntityReference("systemuser", user)))["AccessRights"];

    private static PrincipalAccess Access(string table, Guid id, AccessRights rights) => new(new EntityReference(table, id), rights);

    private static OrganizationRequest Request(string message, Guid visit, string? parameter = null, object? value = null)
    {
        var request = new OrganizationRequest(message) { ["Target"] = new EntityReference("smpl_visit", visit) };
        if (parameter is not null) request[parameter] = value;
        return request;
    }
}
