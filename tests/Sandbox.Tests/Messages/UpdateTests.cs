using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Tests.Messages;

public sealed class UpdateTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Only_the_columns_of_the_target_change()
    {
        var visit = _scene.Visit("subject");
        _scene.Clock.Advance(TimeSpan.FromHours(1));

        _scene.Set(visit, "smpl_notes", "notes");

        var row = _scene.Read("smpl_visit", visit);
        Assert.Equal(("subject", "notes"), (row["smpl_subject"], row["smpl_notes"]));
        Assert.Equal(TimeSpan.FromHours(1), row.GetAttributeValue<DateTime>("modifiedon") - row.GetAttributeValue<DateTime>("createdon"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Null_and_an_empty_text_empty_the_column(string? nothing)
    {
        var visit = _scene.Visit("subject");

        _scene.Set(visit, "smpl_subject", nothing);

        Assert.False(_scene.Read("smpl_visit", visit).Contains("smpl_subject"));
    }

    [Fact]
    public void State_and_other_columns_are_two_updates_in_stage_20_and_40_and_one_in_stage_10()
    {
        var runs = new List<string>();
        foreach (var stage in new[] { 10, 20, 40 })
            _scene.On("Update", "smpl_visit", stage, run => runs.Add($"{run.Context.Stage}: {string.Join("+", run.Target.Attributes.Keys)}"));
        var visit = _scene.Visit();

        _scene.Service.Update(new Entity("smpl_visit", visit) { ["smpl_subject"] = "s", ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        Assert.Equal(
            ["10: smpl_subject+statecode+statuscode", "20: smpl_subject", "40: smpl_subject", "20: statecode+statuscode", "40: statecode+statuscode"], runs);
    }

    [Fact]
    public void Rows_with_and_without_state_in_one_request_are_split_row_by_row()
    {
        var runs = new List<int>();
        _scene.On("UpdateMultiple", "smpl_visit", 40, run => runs.Add(run.Targets.Count));
        var (a, b, c) = (_scene.Visit(), _scene.Visit(), _scene.Visit());

        _scene.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection(
            [
                new Entity("smpl_visit", a) { ["smpl_subject"] = "a" },
                new Entity("smpl_visit", b) { ["smpl_subject"] = "b", ["statecode"] = new OptionSetValue(1) },
                new Entity("smpl_visit", c) { ["statecode"] = new OptionSetValue(1) },
            ]),
        });

        Assert.Equal([2, 2], runs);
        Assert.Equal([0, 1, 1], new[] { a, b, c }.Select(id => _scene.Read("smpl_visit", id).GetAttributeValue<OptionSetValue>("statecode").Value));
    }

    [Fact]
    public void A_state_alone_takes_its_default_status_and_a_status_must_be_of_the_state()
    {
        var visit = _scene.Visit();

        _scene.Set(visit, "statecode", new OptionSetValue(1));

        Assert.Equal(2, _scene.Read("smpl_visit", visit).GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(ErrorCode.StatusNotOfState, Scene.CodeOf(() => _scene.Set(visit, "statuscode", new OptionSetValue(712340000))));
    }

    [Fact]
    public void A_row_version_that_is_no_longer_current_is_refused()
    {
        var visit = _scene.Visit();
        var read = _scene.Read("smpl_visit", visit).RowVersion;
        Update(read, "first");

        Assert.Equal(ErrorCode.VersionMismatch, Scene.CodeOf(() => Update(read, "second")));
        Assert.Equal(ErrorCode.VersionMissing, Scene.CodeOf(() => Update(null, "third")));
        Assert.Equal("first", _scene.Read("smpl_visit", visit)["smpl_subject"]);

        void Update(string? version, string subject) => _scene.Service.Execute(new UpdateRequest
        {
            Target = new Entity("smpl_visit", visit) { RowVersion = version, ["smpl_subject"] = subject, ["statecode"] = new OptionSetValue(0) },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        });
    }

    [Fact]
    public void A_row_can_be_meant_by_its_alternate_key()
    {
        _scene.Region("North", "N");

        _scene.Service.Update(new Entity("smpl_region", "smpl_code", "n") { ["smpl_name"] = "Far north" });

        Assert.Equal("Far north", Assert.Single(_scene.Organization.Rows.All("smpl_region"))["smpl_name"]);
    }

    [Fact]
    public void A_row_that_does_not_exist_is_not_found()
    {
        Assert.Equal(ErrorCode.RowNotFound, Scene.CodeOf(() => _scene.Set(Guid.NewGuid(), "smpl_subject", "s")));
        Assert.Equal(ErrorCode.RowNotFoundByKey, Scene.CodeOf(() => _scene.Service.Update(new Entity("smpl_region", "smpl_code", "none"))));
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() => _scene.Service.Update(new Entity("smpl_region", "smpl_name", "no key"))));
    }

    [Fact]
    public void A_key_of_several_columns_finds_and_binds()
    {
        var opportunity = new EntityReference("opportunity", _scene.Opportunity());
        var day = new DateTime(2026, 5, 4);
        var visit = _scene.Service.Create(new Entity("smpl_visit") { ["smpl_opportunityid"] = opportunity, ["smpl_day"] = day });

        _scene.Service.Update(new Entity("smpl_visit", new KeyAttributeCollection { ["smpl_opportunityid"] = opportunity, ["smpl_day"] = day }) { ["smpl_subject"] = "found" });

        Assert.Equal("found", _scene.Read("smpl_visit", visit)["smpl_subject"]);
        Assert.Equal(ErrorCode.DuplicateKey, Scene.CodeOf(() => _scene.Service.Create(new Entity("smpl_visit") { ["smpl_opportunityid"] = opportunity, ["smpl_day"] = day })));
    }

    [Fact]
    public void A_new_owner_takes_along_the_rows_that_follow_through_the_pipeline()
    {
        var children = 0;
        _scene.On("Update", "smpl_visit", 40, run => children += run.Context.Depth);
        var other = new EntityReference("systemuser", _scene.User());
        var opportunity = _scene.Opportunity();
        var visit = _scene.Visit(opportunity);
        _scene.Visit("of nobody");

        _scene.Execute("Assign", ("Target", new EntityReference("opportunity", opportunity)), ("Assignee", other));

        Assert.Equal(1, children);
        foreach (var row in new[] { _scene.Organization.Rows.Find("opportunity", opportunity)!, _scene.Organization.Rows.Find("smpl_visit", visit)! })
            Assert.Equal((new Reference("systemuser", other.Id), new Reference("systemuser", other.Id)), (row["ownerid"], row["owninguser"]));
    }

    [Fact]
    public void A_team_can_own()
    {
        var team = _scene.Team(Seed.BusinessUnitId, ["Visitor"]);
        var visit = _scene.Visit();

        _scene.Set(visit, "ownerid", new EntityReference("team", team));

        var row = _scene.Organization.Rows.Find("smpl_visit", visit)!;
        Assert.Equal((new Reference("team", team), null), (row["owningteam"], row["owninguser"]));
    }

    [Fact]
    public void An_owner_cannot_be_taken_away() =>
        Assert.Contains("ownerid", Scene.FaultOf(() => _scene.Set(_scene.Visit(), "ownerid", null)).Message);
}
