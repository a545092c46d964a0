using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Tests.Query.QueryScene;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>Contoso (with the contacts Cid and Dee) owns Fabrikam; Contoso has the opportunities A and B, Fabrikam has C, and D is nobody's.</summary>
public class QueryLinkTests
{
    private readonly QueryScene _scene = new();

    public QueryLinkTests()
    {
        var contoso = _scene.Add("account", ("name", "Contoso"), ("employees", 500), ("city", "Turku"));
        var fabrikam = _scene.Add("account", ("name", "Fabrikam"), ("employees", 20), ("parentaccountid", contoso));
        _scene.Add("contact", ("fullname", "Cid"), ("accountid", contoso));
        _scene.Add("contact", ("fullname", "Dee"), ("accountid", contoso));
        _scene.Add("opportunity", ("name", "A"), ("accountid", contoso), ("probability", 10));
        _scene.Add("opportunity", ("name", "B"), ("accountid", contoso), ("probability", 20));
        _scene.Add("opportunity", ("name", "C"), ("accountid", fabrikam));
        _scene.Add("opportunity", ("name", "D"));
    }

    [Fact]
    public void An_inner_link_drops_rows_without_a_match() => Assert.Equal("A B C", _scene.Names(ToAccount(JoinOperator.Inner)));

    [Fact]
    public void An_outer_link_keeps_them() => Assert.Equal("A B C D", _scene.Names(ToAccount(JoinOperator.LeftOuter)));

    [Fact]
    public void A_link_to_many_repeats_the_row()
    {
        var query = From("account");
        query.AddLink("opportunity", "accountid", "accountid").Columns = new ColumnSet("name");

        Assert.Equal(["Contoso A", "Contoso B", "Fabrikam C"], _scene.Ask(query).Entities.Select(row => $"{row["name"]} {Linked(row, "opportunity1.name")}"));
    }

    [Fact]
    public void Sibling_links_multiply()
    {
        var query = From("account");
        query.AddLink("opportunity", "accountid", "accountid").Columns = new ColumnSet("name");
        query.AddLink("contact", "accountid", "accountid").Columns = new ColumnSet("fullname");

        Assert.Equal(["A Cid", "A Dee", "B Cid", "B Dee"], _scene.Ask(query).Entities.Select(row => $"{Linked(row, "opportunity1.name")} {Linked(row, "contact2.fullname")}"));
    }

    [Fact]
    public void Links_nest_and_columns_come_under_the_alias()
    {
        var query = ToAccount(JoinOperator.Inner);
        var parent = query.LinkEntities[0].AddLink("account", "parentaccountid", "accountid");
        parent.EntityAlias = "parent";
        parent.Columns = new ColumnSet("name", "city");

        var row = Assert.Single(_scene.Ask(query).Entities);
        Assert.Equal("C", row["name"]);
        Assert.Equal("Contoso", Linked(row, "parent.name"));
        Assert.Equal("Turku", Linked(row, "parent.city"));
    }

    [Fact]
    public void A_column_of_a_link_says_where_it_comes_from()
    {
        var query = ToAccount(JoinOperator.LeftOuter);
        query.LinkEntities[0].Columns = new ColumnSet("employees");
        var rows = _scene.Ask(query).Entities;

        var employees = Assert.IsType<AliasedValue>(rows[0]["account1.employees"]);
        Assert.Equal(("account", "employees", 500), (employees.EntityLogicalName, employees.AttributeLogicalName, employees.Value));
        Assert.False(rows[3].Contains("account1.employees")); // D has no account
    }

    [Fact]
    public void Links_without_an_alias_are_numbered_through_the_query()
    {
        var query = ToAccount(JoinOperator.LeftOuter);
        query.LinkEntities[0].AddLink("account", "parentaccountid", "accountid", JoinOperator.LeftOuter).Columns = new ColumnSet("name");
        query.AddLink("contact", "accountid", "accountid", JoinOperator.LeftOuter).Columns = new ColumnSet("fullname");

        var rows = _scene.Ask(query).Entities;
        Assert.Equal("Contoso", Linked(rows.Single(row => (string)row["name"] == "C"), "account2.name"));
        Assert.Equal("Cid", Linked(rows[0], "contact3.fullname"));
    }

    [Fact]
    public void Criteria_of_an_outer_link_choose_what_is_linked_and_drop_nothing()
    {
        var query = ToAccount(JoinOperator.LeftOuter);
        query.LinkEntities[0].Columns = new ColumnSet("name");
        query.LinkEntities[0].LinkCriteria.AddCondition("employees", ConditionOperator.GreaterThan, 100);

        Assert.Equal(["A Contoso", "B Contoso", "C ", "D "], _scene.Ask(query).Entities.Select(row => $"{row["name"]} {Linked(row, "account1.name")}"));
    }

    [Fact]
    public void A_condition_of_the_root_filter_on_an_alias_applies_after_the_link()
    {
        var query = ToAccount(JoinOperator.LeftOuter);
        query.LinkEntities[0].EntityAlias = "customer";
        query.Criteria.AddCondition("customer", "accountid", ConditionOperator.Null);

        Assert.Equal("D", _scene.Names(query));
    }

    [Fact]
    public void A_condition_may_name_the_table_of_the_only_link_to_it()
    {
        var query = ToAccount(JoinOperator.Inner);
        query.LinkEntities[0].EntityAlias = "customer";
        query.Criteria.AddCondition("account", "employees", ConditionOperator.LessThan, 100);

        Assert.Equal("C", _scene.Names(query));
    }

    [Fact]
    public void An_Or_may_span_the_root_and_a_link()
    {
        var query = ToAccount(JoinOperator.LeftOuter);
        query.Criteria.FilterOperator = LogicalOperator.Or;
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "D");
        query.Criteria.AddCondition("account1", "city", ConditionOperator.Equal, "turku");

        Assert.Equal("A B D", _scene.Names(query));
    }

    [Fact]
    public void An_inner_link_below_an_outer_one_drops_what_the_outer_one_kept()
    {
        var query = ToAccount(JoinOperator.LeftOuter);
        query.LinkEntities[0].AddLink("contact", "accountid", "accountid");
        query.Distinct = true;

        Assert.Equal("A B", _scene.Names(query));
    }

    [Fact]
    public void Tables_link_by_any_columns_of_one_type()
    {
        _scene.Add("contact", ("fullname", "FABRIKAM"));
        var query = From("account");
        query.AddLink("contact", "name", "fullname");

        Assert.Equal("Fabrikam", _scene.Names(query)); // text compares without case
    }

    [Theory]
    [InlineData(JoinOperator.Exists)]
    [InlineData(JoinOperator.In)]
    public void Exists_and_In_keep_the_rows_with_a_match_and_repeat_none(JoinOperator kind)
    {
        var query = From("account");
        var link = query.AddLink("opportunity", "accountid", "accountid", kind);
        Assert.Equal("Contoso Fabrikam", _scene.Names(query));

        link.EntityAlias = "deal";
        link.LinkCriteria.AddCondition("deal", "probability", ConditionOperator.NotNull);
        Assert.Equal("Contoso", _scene.Names(query));
    }

    [Theory]
    //                                   Contoso has probabilities 10 and 20, Fabrikam has a missing one, Empty has no opportunity
    [InlineData(JoinOperator.Any,    10, "Contoso")]
    [InlineData(JoinOperator.NotAll, 10, "Contoso")]        // as documented: the same as any
    [InlineData(JoinOperator.NotAny, 10, "Fabrikam Empty")]
    [InlineData(JoinOperator.All,    10, "Fabrikam")]       // as documented: has some, and none of them fits
    [InlineData(JoinOperator.Any,    30, "")]
    [InlineData(JoinOperator.NotAny, 30, "Contoso Fabrikam Empty")]
    [InlineData(JoinOperator.All,    30, "Contoso Fabrikam")]
    public void A_filter_asks_for_related_rows(JoinOperator kind, int probability, string found)
    {
        _scene.Add("account", ("name", "Empty"));
        Assert.Equal(found, _scene.Names(WithOpportunities(kind, probability)));
    }

    [Fact]
    public void Related_rows_are_one_condition_among_others()
    {
        var query = WithOpportunities(JoinOperator.Any, 10);
        query.Criteria.FilterOperator = LogicalOperator.Or;
        query.Criteria.AddCondition("employees", ConditionOperator.LessThan, 100);

        Assert.Equal("Contoso Fabrikam", _scene.Names(query));
    }

    [Fact]
    public void Related_rows_may_have_links_of_their_own()
    {
        var query = WithOpportunities(JoinOperator.Any, 10);
        var contact = query.Criteria.AnyAllFilterLinkEntity.AddLink("contact", "accountid", "accountid");
        Assert.Equal("Contoso", _scene.Names(query));

        contact.LinkCriteria.AddCondition("fullname", ConditionOperator.Equal, "Eve");
        Assert.Equal("", _scene.Names(query));
    }

    [Fact]
    public void A_row_that_refers_to_nothing_has_no_related_rows()
    {
        var query = From("opportunity");
        query.Criteria.AnyAllFilterLinkEntity = new LinkEntity("opportunity", "account", "accountid", "accountid", JoinOperator.NotAny);

        Assert.Equal("D", _scene.Names(query));
    }

    private static QueryExpression WithOpportunities(JoinOperator kind, int probability)
    {
        var query = From("account");
        var link = new LinkEntity("account", "opportunity", "accountid", "accountid", kind);
        link.LinkCriteria.AddCondition("probability", ConditionOperator.Equal, probability);
        query.Criteria.AnyAllFilterLinkEntity = link;
        return query;
    }

    private static QueryExpression ToAccount(JoinOperator kind)
    {
        var query = From("opportunity");
        query.AddLink("account", "accountid", "accountid", kind);
        return query;
    }

    private static object? Linked(Entity row, string name) => row.GetAttributeValue<AliasedValue>(name)?.Value;
}
