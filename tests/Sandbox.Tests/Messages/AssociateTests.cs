using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Messages;

[Covers(Supported.Messages, "Associate", "Disassociate")]
public sealed class AssociateTests
{
    private static readonly Relationship Visits = new("smpl_region_visit");

    private readonly Scene _scene = new();

    [Fact]
    public void From_the_one_side_it_sets_the_lookup_of_each_related_row_by_an_update()
    {
        var updates = 0;
        _scene.On("Update", "smpl_visit", 40, _ => updates++);
        var region = _scene.Region();
        var visits = new[] { _scene.Visit(), _scene.Visit() };

        _scene.Service.Associate("smpl_region", region, Visits, References("smpl_visit", visits));

        Assert.Equal([region, region], visits.Select(visit => _scene.Read("smpl_visit", visit).GetAttributeValue<EntityReference>("smpl_regionid").Id));
        Assert.Equal(2, updates);
    }

    [Fact]
    public void From_the_many_side_it_sets_its_own_lookup_and_undoing_empties_it()
    {
        var region = _scene.Region();
        var visit = _scene.Visit();

        _scene.Service.Associate("smpl_visit", visit, Visits, References("smpl_region", region));
        Assert.True(_scene.Read("smpl_visit", visit).Contains("smpl_regionid"));

        _scene.Service.Disassociate("smpl_visit", visit, Visits, References("smpl_region", _scene.Region("other")));
        Assert.True(_scene.Read("smpl_visit", visit).Contains("smpl_regionid")); // it pointed at another one

        _scene.Service.Disassociate("smpl_visit", visit, Visits, References("smpl_region", region));
        Assert.False(_scene.Read("smpl_visit", visit).Contains("smpl_regionid"));
    }

    [Fact]
    public void Between_rows_of_one_table_the_role_decides()
    {
        var (first, second) = (_scene.Visit(), _scene.Visit());
        var previous = new Relationship("smpl_visit_visit") { PrimaryEntityRole = EntityRole.Referencing };

        _scene.Service.Associate("smpl_visit", second, previous, References("smpl_visit", first));

        Assert.Equal(first, _scene.Read("smpl_visit", second).GetAttributeValue<EntityReference>("smpl_previousvisitid").Id);
    }

    [Fact]
    public void Steps_of_it_run_for_no_particular_table()
    {
        string? table = null;
        _scene.On("Associate", null, 40, run => table = run.Context.PrimaryEntityName);

        _scene.Service.Associate("smpl_region", _scene.Region(), Visits, References("smpl_visit", _scene.Visit()));

        Assert.Equal("none", table);
    }

    [Fact]
    public void An_unknown_relationship_or_another_table_is_refused()
    {
        var region = _scene.Region();

        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() =>
            _scene.Service.Associate("smpl_region", region, new Relationship("none"), References("smpl_visit", _scene.Visit()))));
        Assert.Equal(ErrorCode.InvalidArgument, Scene.CodeOf(() =>
            _scene.Service.Associate("smpl_region", region, Visits, References("opportunity", _scene.Opportunity()))));
    }

    private static EntityReferenceCollection References(string table, params Guid[] ids) =>
        new([.. ids.Select(id => new EntityReference(table, id))]);
}
