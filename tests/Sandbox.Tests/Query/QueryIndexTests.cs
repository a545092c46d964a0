using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Tests.Query.QueryScene;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>A query for the rows of one or a few others must not read a whole table, however many rows there are.</summary>
public class QueryIndexTests
{
    private readonly QueryScene _scene = new();
    private readonly Reference _contoso;
    private readonly Reference _fabrikam;
    private readonly Reference _deal;

    public QueryIndexTests()
    {
        _contoso = _scene.Add("account", ("name", "Contoso"));
        _fabrikam = _scene.Add("account", ("name", "Fabrikam"));
        _deal = _scene.Add("opportunity", ("name", "A"), ("accountid", _contoso), ("ownerid", Ann));
        _scene.Add("opportunity", ("name", "B"), ("accountid", _fabrikam));
        _scene.Add("opportunity", ("name", "C"), ("accountid", _contoso), ("probability", 10));
    }

    [Fact]
    public void A_row_by_its_key() =>
        AssertFoundByIndex("A", Where("opportunity", "opportunityid", ConditionOperator.Equal, _deal.Id));

    [Fact]
    public void Rows_by_their_keys_in_the_order_of_the_keys() =>
        AssertFoundByIndex("Fabrikam Contoso", Where("account", "accountid", ConditionOperator.In, _fabrikam.Id, _contoso.Id, _fabrikam.Id));

    [Fact]
    public void Children_of_a_row() =>
        AssertFoundByIndex("A C", Where("opportunity", "accountid", ConditionOperator.Equal, _contoso.Id));

    [Fact]
    public void Children_of_several_rows() =>
        AssertFoundByIndex("B A C", Where("opportunity", "accountid", ConditionOperator.In, _fabrikam.Id, _contoso.Id));

    [Fact]
    public void Rows_of_an_owner() =>
        AssertFoundByIndex("A", Where("opportunity", "ownerid", ConditionOperator.Equal, Ann.Id));

    [Fact]
    public void Other_conditions_beside_the_indexed_one_still_apply()
    {
        var query = Where("opportunity", "probability", ConditionOperator.NotNull);
        query.Criteria.AddFilter(LogicalOperator.And).AddCondition("accountid", ConditionOperator.Equal, _contoso.Id);

        AssertFoundByIndex("C", query);
    }

    [Fact]
    public void Links_to_one_and_to_many()
    {
        var toOne = Where("opportunity", "opportunityid", ConditionOperator.Equal, _deal.Id);
        toOne.AddLink("account", "accountid", "accountid");
        AssertFoundByIndex("A", toOne);

        var toMany = Where("account", "accountid", ConditionOperator.Equal, _contoso.Id);
        toMany.AddLink("opportunity", "accountid", "accountid");
        AssertFoundByIndex("Contoso Contoso", toMany);
    }

    [Fact]
    public void Related_rows_in_a_filter()
    {
        var query = Where("account", "accountid", ConditionOperator.In, _contoso.Id, _fabrikam.Id);
        query.Criteria.AnyAllFilterLinkEntity = new LinkEntity("account", "opportunity", "accountid", "accountid", JoinOperator.Any);
        query.Criteria.AnyAllFilterLinkEntity.LinkCriteria.AddCondition("probability", ConditionOperator.NotNull);

        AssertFoundByIndex("Contoso", query);
    }

    [Fact]
    public void An_id_inside_an_Or_names_no_rows()
    {
        var query = Where("opportunity", "name", ConditionOperator.Equal, "B");
        query.Criteria.FilterOperator = LogicalOperator.Or;
        query.Criteria.AddCondition("accountid", ConditionOperator.Equal, _contoso.Id);

        Assert.Equal("A B C", _scene.Names(query));
        Assert.Equal(["opportunity"], _scene.Rows.Scans);
    }

    [Fact]
    public void A_link_without_an_index_reads_its_table_once()
    {
        var query = From("opportunity");
        query.AddLink("account", "name", "name", JoinOperator.LeftOuter);

        Assert.Equal("A B C", _scene.Names(query));
        Assert.Equal(["opportunity", "account"], _scene.Rows.Scans);
    }

    private void AssertFoundByIndex(string names, QueryExpression query)
    {
        Assert.Equal(names, _scene.Names(query));
        Assert.Empty(_scene.Rows.Scans);
    }
}
