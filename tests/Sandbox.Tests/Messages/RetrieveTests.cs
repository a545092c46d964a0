using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Messages;

[Covers(Supported.Messages, "Retrieve", "RetrieveMultiple", "WhoAmI")]
public sealed class RetrieveTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void Only_the_columns_asked_for_come_and_the_primary_key()
    {
        var visit = _scene.Service.Retrieve("smpl_visit", _scene.Visit("s"), new ColumnSet("smpl_subject", "smpl_notes"));

        Assert.Equal(["smpl_subject", "smpl_visitid"], visit.Attributes.Keys.Order());
    }

    [Fact]
    public void Labels_come_in_the_language_of_the_caller()
    {
        var visit = _scene.Visit();
        var finnish = _scene.Organization.ServiceFor(_scene.Me, language: 1035);

        Assert.Equal("Open", _scene.Read("smpl_visit", visit).FormattedValues["smpl_outcome"]);
        Assert.Equal("Avoin", finnish.Retrieve("smpl_visit", visit, new ColumnSet("smpl_outcome")).FormattedValues["smpl_outcome"]);
    }

    [Fact]
    public void A_row_can_be_meant_by_its_key()
    {
        var region = _scene.Region(code: "N");

        var response = (RetrieveResponse)_scene.Service.Execute(new RetrieveRequest { Target = new EntityReference("smpl_region", "smpl_code", "N"), ColumnSet = new ColumnSet() });

        Assert.Equal(region, response.Entity.Id);
    }

    [Fact]
    public void A_step_may_change_what_is_answered_but_not_the_row()
    {
        _scene.On("Retrieve", "smpl_visit", 40, run => ((Entity)run.Context.OutputParameters["BusinessEntity"])["smpl_subject"] = "hidden");
        _scene.On("RetrieveMultiple", "smpl_visit", 40, run => ((EntityCollection)run.Context.OutputParameters["BusinessEntityCollection"]).Entities.Clear());
        var visit = _scene.Visit("secret");

        Assert.Equal("hidden", _scene.Read("smpl_visit", visit)["smpl_subject"]);
        Assert.Empty(_scene.Service.RetrieveMultiple(new QueryExpression("smpl_visit")).Entities);
        Assert.Equal("secret", _scene.Organization.Rows.Find("smpl_visit", visit)!["smpl_subject"]);
    }

    [Fact]
    public void A_query_inside_a_transaction_sees_what_was_written_in_it()
    {
        var count = 0;
        _scene.On("Create", "smpl_visit", 40, run => count = run.Service.RetrieveMultiple(new QueryExpression("smpl_visit")).Entities.Count);

        _scene.Visit();

        Assert.Equal(1, count);
    }

    [Fact]
    public void Unknown_names_are_named()
    {
        var visit = _scene.Visit();

        Assert.Equal(ErrorCode.UnknownTable, Scene.CodeOf(() => _scene.Service.Retrieve("lead", visit, new ColumnSet())));
        Assert.Contains("'budget'", Scene.FaultOf(() => _scene.Service.Retrieve("smpl_visit", visit, new ColumnSet("budget"))).Message);
        Assert.Equal(ErrorCode.RowNotFound, Scene.CodeOf(() => _scene.Service.Retrieve("smpl_visit", Guid.NewGuid(), new ColumnSet())));
    }

    [Fact]
    public void Who_am_I()
    {
        var response = _scene.Execute("WhoAmI");

        Assert.Equal((_scene.Me, Seed.BusinessUnitId, Seed.OrganizationId), ((Guid)response["UserId"], (Guid)response["BusinessUnitId"], (Guid)response["OrganizationId"]));
    }
}
