using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Security;

/// <summary>
/// Business units: the root, North below it and Far north below that, and South. The role Visitor works on own visits; Visit
/// Planner reads those of the unit and below, and changes those of the unit.
/// </summary>
public sealed class AccessTests
{
    private readonly Scene _scene = new();
    private Guid? _north;
    private Guid? _farNorth;
    private Guid? _south;

    private Guid North => _north ??= _scene.Unit("North");

    private Guid FarNorth => _farNorth ??= _scene.Unit("Far north", North);

    private Guid South => _south ??= _scene.Unit("South");

    [Fact]
    public void Own_rows_are_seen_and_those_of_others_are_left_out_of_queries_without_a_word()
    {
        var (ann, ben) = (_scene.User(North, "Ann", "Visitor"), _scene.User(North, "Ben", "Visitor"));
        var (own, other) = (VisitOf(ann), VisitOf(ben));

        Assert.Equal([own], Seen(ann));
        Assert.Equal(own, As(ann).Retrieve("smpl_visit", own, new ColumnSet(false)).Id);

        var fault = Scene.FaultOf(() => As(ann).Retrieve("smpl_visit", other, new ColumnSet(false)));
        Assert.Equal(ErrorCode.AccessDenied, fault.ErrorCode);
        Assert.StartsWith($"user with id {ann} does not have ReadAccess right(s) for record with id {other} of entity Visit.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_privilege_is_named_as_the_platform_names_it()
    {
        var planner = _scene.User(North, "Paula", "Visit Planner");

        var fault = Scene.FaultOf(() => As(planner).Create(new Entity("smpl_visit")));

        Assert.Equal(ErrorCode.PrivilegeMissing, fault.ErrorCode);
        Assert.Equal(
            $"Principal user (Id={planner}, type=8, roleCount=1, businessUnitId={North}), is missing prvCreatesmpl_Visit privilege "
            + $"for entity 'smpl_visit' (LocalizedName='Visit'). context.Caller={planner}. Consider adding missed privilege to one of the principal (user/team) roles.",
            fault.Message);
    }

    [Fact]
    public void A_user_without_any_role_can_do_nothing()
    {
        var nobody = _scene.User(North, "Nobody");
        var region = _scene.Region();

        Assert.Equal(ErrorCode.NoRoles, Scene.CodeOf(() => As(nobody).Retrieve("smpl_region", region, new ColumnSet(false))));
        Assert.Equal(ErrorCode.NoRoles, Scene.CodeOf(() => Seen(nobody)));
    }

    [Fact]
    public void A_disabled_user_can_do_nothing()
    {
        var user = _scene.User();
        _scene.Service.Update(new Entity("systemuser", user) { ["isdisabled"] = true });

        Assert.Equal(ErrorCode.UserDisabled, Scene.CodeOf(() => Seen(user)));
    }

    /// <summary>Who owns the visit, who comes, and what they get.</summary>
    public static TheoryData<string, string, string, bool, bool> Depths => new()
    {
        // owner's unit   reader's unit  reader's role     reads  changes
        { "North",        "North",       "Visitor",        false, false },   // Basic: own rows only
        { "North",        "North",       "Visit Planner",  true,  true },    // Local reaches the unit
        { "Far north",    "North",       "Visit Planner",  true,  false },   // Deep reaches below, Local does not
        { "North",        "Far north",   "Visit Planner",  false, false },   // neither reaches above
        { "South",        "North",       "Visit Planner",  false, false },   // nor beside
        { "South",        "root",        "Visit Planner",  true,  false },   // from the root, Deep reaches all units
        { "South",        "North",       "System Administrator", true, true },
    };

    [Theory]
    [MemberData(nameof(Depths))]
    public void A_privilege_reaches_as_far_as_its_depth(string ownersUnit, string readersUnit, string role, bool reads, bool changes)
    {
        var visit = VisitOf(_scene.User(UnitCalled(ownersUnit), "Owner", "Visitor"));
        var reader = _scene.User(UnitCalled(readersUnit), "Reader", role);

        Assert.Equal(reads, Seen(reader).Contains(visit));
        Assert.Equal(reads, Succeeds(() => As(reader).Retrieve("smpl_visit", visit, new ColumnSet(false))));
        Assert.Equal(changes, Succeeds(() => As(reader).Update(new Entity("smpl_visit", visit) { ["smpl_subject"] = "changed" })));
    }

    [Fact]
    public void What_a_team_may_do_its_members_may_and_local_begins_at_the_unit_of_the_team()
    {
        var member = _scene.User(North, "Member");
        var visit = VisitOf(_scene.User(South, "Owner", "Visitor"));
        Assert.False(Succeeds(() => Seen(member)));

        _scene.Team(South, ["Visit Planner"], member);

        Assert.Equal([visit], Seen(member));
    }

    [Fact]
    public void Rows_of_a_team_are_rows_of_its_members()
    {
        var member = _scene.User(North, "Member", "Visitor");
        var team = _scene.Team(South, ["Visitor"], member);
        var visit = VisitOf(_scene.Me);
        _scene.Set(visit, "ownerid", new EntityReference("team", team));

        Assert.Equal([visit], Seen(member));
        _scene.Service.Disassociate("team", team, new Relationship("teammembership_association"), [new EntityReference("systemuser", member)]);
        Assert.Empty(Seen(member));
    }

    [Fact]
    public void A_role_that_is_taken_away_counts_no_more()
    {
        var user = _scene.User(North, "Ann", "Visitor");
        VisitOf(user);

        _scene.Service.Disassociate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", _scene.RoleCalled("Visitor"))]);

        Assert.Equal(ErrorCode.NoRoles, Scene.CodeOf(() => Seen(user)));
    }

    [Fact]
    public void Only_an_administrator_gives_roles()
    {
        var user = _scene.User(North, "Ann", "Visitor");
        var role = new EntityReference("role", _scene.RoleCalled("System Administrator"));

        var fault = Scene.FaultOf(() => As(user).Associate("systemuser", user, new Relationship("systemuserroles_association"), [role]));

        Assert.Equal(ErrorCode.PrivilegeMissing, fault.ErrorCode);
        Assert.Contains("prvAssignRole", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_the_organization_are_for_everybody_with_the_privilege()
    {
        var region = _scene.Region();
        var user = _scene.User(South, "Ann", "Visitor");

        Assert.Equal(region, As(user).Retrieve("smpl_region", region, new ColumnSet(false)).Id);
        Assert.Equal(ErrorCode.PrivilegeMissing, Scene.CodeOf(() => As(user).Update(new Entity("smpl_region", region) { ["smpl_name"] = "n" })));
    }

    [Fact]
    public void A_lookup_takes_append_here_and_append_to_there()
    {
        var region = new EntityReference("smpl_region", _scene.Region());
        var visitor = _scene.User(North, "Ann", "Visitor");
        var fault = Scene.FaultOf(() => As(visitor).Create(new Entity("smpl_visit") { ["smpl_regionid"] = region }));
        Assert.Contains("prvAppendTosmpl_Region", fault.Message, StringComparison.Ordinal);

        var both = _scene.User(North, "Ben", "Visitor", "Visit Planner");
        var visit = As(both).Create(new Entity("smpl_visit") { ["smpl_regionid"] = region });

        // What the lookup holds already takes nothing.
        _scene.Set(visit, "ownerid", new EntityReference("systemuser", visitor));
        As(visitor).Update(new Entity("smpl_visit", visit) { ["smpl_regionid"] = region });
    }

    [Fact]
    public void Append_is_a_privilege_of_its_own()
    {
        var planner = _scene.User(North, "Paula", "Visit Planner");
        var visit = VisitOf(_scene.User(North, "Ann", "Visitor"));

        var fault = Scene.FaultOf(() => As(planner).Update(new Entity("smpl_visit", visit) { ["smpl_regionid"] = new EntityReference("smpl_region", _scene.Region()) }));

        Assert.Contains("prvAppendsmpl_Visit", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_gets_a_row_must_be_able_to_read_such_rows()
    {
        var (ann, nobody) = (_scene.User(North, "Ann", "Visitor"), _scene.User(North, "Nobody", "Salesperson"));
        var visit = VisitOf(ann);

        var fault = Scene.FaultOf(() => As(ann).Update(new Entity("smpl_visit", visit) { ["ownerid"] = new EntityReference("systemuser", nobody) }));

        Assert.StartsWith($"Principal user (Id={nobody}, ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("is missing prvReadsmpl_Visit privilege", fault.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.PrivilegeMissing, Scene.CodeOf(() => As(ann).Create(new Entity("smpl_visit") { ["ownerid"] = new EntityReference("systemuser", nobody) })));
    }

    [Fact]
    public void Giving_a_row_away_takes_assign_and_not_write()
    {
        var (ann, ben) = (_scene.User(North, "Ann", "Visitor"), _scene.User(North, "Ben", "Visitor"));
        var planner = _scene.User(North, "Paula", "Visit Planner");
        var visit = VisitOf(ann);
        var owner = new EntityReference("systemuser", ben);

        Assert.Contains("prvAssignsmpl_Visit", Scene.FaultOf(() => As(planner).Update(new Entity("smpl_visit", visit) { ["ownerid"] = owner })).Message, StringComparison.Ordinal);
        As(ann).Update(new Entity("smpl_visit", visit) { ["ownerid"] = owner });

        Assert.Equal([visit], Seen(ben));
        Assert.Empty(Seen(ann));
    }

    [Fact]
    public void A_row_can_be_made_for_others_only_within_the_reach_of_create()
    {
        var (ann, ben) = (_scene.User(North, "Ann", "Visitor"), _scene.User(North, "Ben", "Visitor"));

        var fault = Scene.FaultOf(() => As(ann).Create(new Entity("smpl_visit") { ["ownerid"] = new EntityReference("systemuser", ben) }));

        Assert.Equal(ErrorCode.AccessDenied, fault.ErrorCode);
        Assert.Contains("CreateAccess", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_is_a_right_of_its_own()
    {
        var planner = _scene.User(North, "Paula", "Visit Planner");
        var ann = _scene.User(North, "Ann", "Visitor");
        var (first, second) = (VisitOf(ann), VisitOf(ann));

        Assert.Contains("prvDeletesmpl_Visit", Scene.FaultOf(() => As(planner).Delete("smpl_visit", first)).Message, StringComparison.Ordinal);
        As(ann).Delete("smpl_visit", first);

        Assert.Equal([second], Seen(ann));
    }

    [Fact]
    public void Rights_are_checked_after_stage_10_and_before_stage_20()
    {
        var stages = new List<int>();
        foreach (var stage in new[] { 10, 20 }) _scene.On("Create", "smpl_visit", stage, run => stages.Add(run.Context.Stage));
        var planner = _scene.User(Seed.BusinessUnitId, "Paula", "Visit Planner");

        Assert.Equal(ErrorCode.PrivilegeMissing, Scene.CodeOf(() => As(planner).Create(new Entity("smpl_visit"))));

        Assert.Equal([10], stages);
    }

    [Fact]
    public void A_plugin_has_the_rights_of_the_user_and_with_the_system_service_all()
    {
        var asUser = true;
        _scene.On("Create", "smpl_visit", 40, run => (asUser ? run.Service : run.As(null)).Create(new Entity("smpl_region")));
        var ann = _scene.User(Seed.BusinessUnitId, "Ann", "Visitor");

        Assert.Equal(ErrorCode.PluginFailed, Scene.CodeOf(() => As(ann).Create(new Entity("smpl_visit"))));
        asUser = false;
        As(ann).Create(new Entity("smpl_visit"));

        Assert.Equal(1, _scene.Count("smpl_region"));
    }

    [Fact]
    public void A_step_that_runs_as_another_user_has_the_rights_of_that_user()
    {
        _scene.On("Create", "smpl_visit", 40, run => run.CreateRegion(), step => step with { RunAs = Seed.DefaultUserId });
        var ann = _scene.User(Seed.BusinessUnitId, "Ann", "Visitor");

        As(ann).Create(new Entity("smpl_visit"));

        Assert.Equal(1, _scene.Count("smpl_region"));
    }

    [Fact]
    public void A_query_is_refused_when_a_table_of_it_cannot_be_read_and_leaves_out_linked_rows_that_cannot()
    {
        var (ann, ben) = (_scene.User(North, "Ann", "Visitor"), _scene.User(North, "Ben", "Visitor"));
        var previous = VisitOf(ben);
        var visit = VisitOf(ann);
        _scene.Set(visit, "smpl_previousvisitid", new EntityReference("smpl_visit", previous));

        Assert.Empty(As(ann).RetrieveMultiple(Linked(JoinOperator.Inner)).Entities);
        Assert.False(Assert.Single(As(ann).RetrieveMultiple(Linked(JoinOperator.LeftOuter)).Entities).Contains("previous.smpl_visitid"));
        var opportunities = new QueryExpression("smpl_visit");
        opportunities.AddLink("opportunity", "smpl_opportunityid", "opportunityid");
        Assert.Contains("prvReadOpportunity", Scene.FaultOf(() => As(ann).RetrieveMultiple(opportunities)).Message, StringComparison.Ordinal);

        static QueryExpression Linked(JoinOperator kind)
        {
            var query = new QueryExpression("smpl_visit");
            var link = query.AddLink("smpl_visit", "smpl_previousvisitid", "smpl_visitid", kind);
            link.EntityAlias = "previous";
            link.Columns = new ColumnSet("smpl_visitid");
            return query;
        }
    }

    [Fact]
    public void A_user_may_read_the_name_in_a_lookup_of_what_they_may_not_read()
    {
        var ann = _scene.User(North, "Ann", "Visitor");
        var visit = VisitOf(ann);
        _scene.Set(visit, "smpl_opportunityid", new EntityReference("opportunity", _scene.Opportunity()));

        Assert.Equal("Deal", As(ann).Retrieve("smpl_visit", visit, new ColumnSet("smpl_opportunityid")).GetAttributeValue<EntityReference>("smpl_opportunityid").Name);
    }

    [Fact]
    public void A_custom_API_may_take_a_privilege()
    {
        _scene.OnCountVisits(run => run.Context.OutputParameters["Count"] = 1, api => api with { ExecutePrivilege = "prvWritesmpl_Region", BoundTable = null });
        var ann = _scene.User(North, "Ann", "Visitor");

        var fault = Scene.FaultOf(() => As(ann).Execute(new OrganizationRequest("smpl_CountVisits") { ["Least"] = 1 }));

        Assert.Contains("is missing prvWritesmpl_Region privilege. context", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, _scene.Execute("smpl_CountVisits", ("Least", 1))["Count"]);
    }

    [Fact]
    public void Operators_about_the_callers_teams_know_who_is_in_which()
    {
        var member = _scene.User(North, "Member", "Visitor");
        var team = _scene.Team(North, ["Visitor"], member);
        var visit = VisitOf(_scene.Me);
        _scene.Set(visit, "ownerid", new EntityReference("team", team));
        var query = new QueryExpression("smpl_visit");
        query.Criteria.AddCondition("ownerid", ConditionOperator.EqualUserTeams);

        Assert.Equal([visit], As(member).RetrieveMultiple(query).Entities.Select(row => row.Id));
    }

    [Fact]
    public void Roles_come_from_the_solution_and_users_stay_in_their_unit()
    {
        var user = _scene.User(North, "Ann");

        Assert.Throws<UnsupportedException>(() => _scene.Service.Create(new Entity("role") { ["name"] = "Mine" }));
        Assert.Throws<UnsupportedException>(() => _scene.Service.Delete("role", _scene.RoleCalled("Visitor")));
        Assert.Throws<UnsupportedException>(() => _scene.Service.Update(new Entity("systemuser", user) { ["businessunitid"] = new EntityReference("businessunit", South) }));
    }

    [Fact]
    public void A_hundred_thousand_rows_are_filtered_in_less_than_a_second()
    {
        var (ann, ben) = (_scene.User(North, "Ann", "Visitor"), _scene.User(North, "Ben", "Visitor"));
        var opportunity = new EntityReference("opportunity", _scene.Opportunity());
        for (var batch = 0; batch < 100; batch++)
        {
            _scene.Execute("CreateMultiple", ("Targets", new EntityCollection([.. Enumerable.Range(0, 1000).Select(number => new Entity("smpl_visit")
            {
                ["smpl_opportunityid"] = opportunity,
                ["smpl_day"] = new DateTime(2026, 1, 1).AddDays((batch * 1000) + number),
                ["ownerid"] = new EntityReference("systemuser", number % 100 == 0 ? ann : ben),
            })]) { EntityName = "smpl_visit" }));
        }
        var fetch = new FetchExpression("<fetch aggregate='true'><entity name='smpl_visit'><attribute name='smpl_visitid' aggregate='count' alias='visits'/></entity></fetch>");

        var best = Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Assert.Equal(1000, As(ann).RetrieveMultiple(fetch).Entities[0].GetAttributeValue<AliasedValue>("visits").Value);
            return watch.Elapsed;
        });

        Assert.True(best < TimeSpan.FromSeconds(1), $"It took {best.TotalMilliseconds} ms.");
    }

    private IOrganizationService As(Guid user) => _scene.Organization.ServiceFor(user);

    private Guid VisitOf(Guid owner) => As(owner).Create(new Entity("smpl_visit"));

    private IEnumerable<Guid> Seen(Guid user) => As(user).RetrieveMultiple(new QueryExpression("smpl_visit")).Entities.Select(row => row.Id);

    private Guid UnitCalled(string name) => name switch { "North" => North, "Far north" => FarNorth, "South" => South, _ => Seed.BusinessUnitId };

    private static bool Succeeds(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode is ErrorCode.AccessDenied or ErrorCode.PrivilegeMissing or ErrorCode.NoRoles)
        {
            return false;
        }
    }
}
