using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Tests.Query.QueryScene;

namespace BuyerPath.Sandbox.Tests.Query;

public class QueryProjectionTests
{
    private readonly QueryScene _scene = new();

    [Fact]
    public void A_row_has_its_key_and_version_and_the_columns_asked_for_that_have_a_value()
    {
        var stored = _scene.Add("opportunity", ("name", "A"), ("probability", 10), ("value", 5m));
        var row = Only(new ColumnSet("name", "note"));

        Assert.Equal(("opportunity", stored.Id, "1"), (row.LogicalName, row.Id, row.RowVersion));
        Assert.Equal(["opportunityid", "name"], row.Attributes.Keys);
    }

    [Fact]
    public void No_columns_means_the_key_alone()
    {
        _scene.Add("opportunity", ("name", "A"));

        Assert.Equal(["opportunityid"], Only(new ColumnSet()).Attributes.Keys);
        Assert.Equal(["opportunityid"], Only(null).Attributes.Keys);
    }

    [Fact]
    public void All_columns_means_all_that_have_a_value()
    {
        _scene.Add("opportunity", ("name", "A"), ("value", 5m));

        Assert.Equal(["opportunityid", "name", "value"], Only(new ColumnSet(true)).Attributes.Keys);
    }

    [Fact]
    public void Values_come_as_SDK_types_with_their_text_beside_them()
    {
        var account = _scene.Add("account", ("name", "Contoso"));
        _scene.Add("opportunity", ("name", "A"), ("party", 1), ("value", 5m), ("accountid", account));
        var row = Only(new ColumnSet("name", "party", "value", "accountid"));

        Assert.Equal(new OptionSetValue(1), row["party"]);
        Assert.Equal(new Money(5m), row["value"]);
        Assert.Equal("Contoso", Assert.IsType<EntityReference>(row["accountid"]).Name);
        Assert.Equal(["party=Customer", "value=€5.00", "accountid=Contoso"], row.FormattedValues.Select(text => $"{text.Key}={text.Value}"));
    }

    [Fact]
    public void Texts_of_linked_columns_are_under_their_alias()
    {
        var parent = _scene.Add("account", ("name", "Contoso"));
        _scene.Add("account", ("name", "Fabrikam"), ("parentaccountid", parent));
        _scene.Add("opportunity", ("party", 2), ("accountid", parent));
        var query = From("account");
        query.AddLink("opportunity", "accountid", "accountid").Columns = new ColumnSet("party");

        Assert.Equal("Both", Assert.Single(_scene.Ask(query).Entities).FormattedValues["opportunity1.party"]);
    }

    [Fact]
    public void All_columns_of_a_link_come_under_its_alias()
    {
        var account = _scene.Add("account", ("name", "Contoso"), ("city", "Turku"));
        _scene.Add("opportunity", ("name", "A"), ("accountid", account));
        var query = new QueryExpression("opportunity");
        var link = query.AddLink("account", "accountid", "accountid");
        link.EntityAlias = "a";
        link.Columns = new ColumnSet(true);

        Assert.Equal(["opportunityid", "a.accountid", "a.name", "a.city"], Assert.Single(_scene.Ask(query).Entities).Attributes.Keys);
    }

    [Fact]
    public void Distinct_rows_differ_in_the_columns_asked_for_and_have_no_id()
    {
        foreach (var name in new[] { "A", "B", "a", "A" }) _scene.Add("opportunity", ("name", name));
        var rows = _scene.Ask(new QueryExpression("opportunity") { ColumnSet = new ColumnSet("name"), Distinct = true }).Entities;

        Assert.Equal(["A", "B"], rows.Select(row => row["name"]));
        Assert.All(rows, row => Assert.Equal((Guid.Empty, false), (row.Id, row.Contains("opportunityid"))));
    }

    [Fact]
    public void Distinct_rows_with_their_key_are_the_rows_each_once()
    {
        var account = _scene.Add("account", ("name", "Contoso"));
        _scene.Add("contact", ("fullname", "Cid"), ("accountid", account));
        _scene.Add("contact", ("fullname", "Dee"), ("accountid", account));
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("accountid"), Distinct = true };
        query.AddLink("contact", "accountid", "accountid");

        Assert.Equal(account.Id, Assert.Single(_scene.Ask(query).Entities).Id);
    }

    [Fact]
    public void Distinct_rows_are_counted_and_paged_as_such()
    {
        foreach (var name in new[] { "A", "A", "B", "C" }) _scene.Add("opportunity", ("name", name));
        var query = new QueryExpression("opportunity") { ColumnSet = new ColumnSet("name"), Distinct = true };
        query.PageInfo = new PagingInfo { PageNumber = 2, Count = 2, ReturnTotalRecordCount = true };

        Assert.Equal("C", _scene.Names(query));
        Assert.Equal(3, _scene.Ask(query).TotalRecordCount);
    }

    [Fact]
    public void Sets_of_choices_are_the_same_in_any_order()
    {
        _scene.Add("opportunity", ("channels", new[] { 1, 2 }));
        _scene.Add("opportunity", ("channels", new[] { 2, 1 }));
        _scene.Add("opportunity", ("channels", new[] { 2 }));

        Assert.Equal(2, _scene.Ask(new QueryExpression("opportunity") { ColumnSet = new ColumnSet("channels"), Distinct = true }).Entities.Count);
    }

    private Entity Only(ColumnSet? columns) => Assert.Single(_scene.Ask(new QueryExpression("opportunity") { ColumnSet = columns }).Entities);
}
