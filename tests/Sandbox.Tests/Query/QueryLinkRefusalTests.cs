using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Tests.Query.QueryScene;

namespace BuyerPath.Sandbox.Tests.Query;

public class QueryLinkRefusalTests
{
    private readonly QueryScene _scene = new();

    [Theory]
    [InlineData(JoinOperator.Natural)]
    [InlineData(JoinOperator.MatchFirstRowUsingCrossApply)]
    public void A_link_type_that_is_not_known_is_refused_by_name(JoinOperator kind)
    {
        var query = From("opportunity");
        query.AddLink("account", "accountid", "accountid", kind);

        Assert.Equal($"The sandbox does not support the link type {kind} (link to account).", _scene.RefusalOf(query));
    }

    [Theory]
    [InlineData(JoinOperator.Any)]
    [InlineData(JoinOperator.NotAny)]
    [InlineData(JoinOperator.All)]
    [InlineData(JoinOperator.NotAll)]
    public void Any_and_All_belong_inside_a_filter(JoinOperator kind)
    {
        var query = From("opportunity");
        query.AddLink("account", "accountid", "accountid", kind);

        Assert.Equal((0x80041121u, $"The link type {kind} (to account) belongs inside a filter."), _scene.FaultOf(query));
    }

    [Theory]
    [InlineData(JoinOperator.Inner)]
    [InlineData(JoinOperator.LeftOuter)]
    [InlineData(JoinOperator.Exists)]
    public void Other_links_do_not(JoinOperator kind)
    {
        var query = From("opportunity");
        query.Criteria.AnyAllFilterLinkEntity = new LinkEntity("opportunity", "account", "accountid", "accountid", kind);

        Assert.Equal((0x80041121u, $"The link type {kind} (to account) does not belong inside a filter."), _scene.FaultOf(query));
    }

    [Fact]
    public void A_link_that_adds_no_row_has_no_columns_and_no_order()
    {
        var expected = (0x80041121u, "The link Exists to account adds no rows, so it has no columns to ask for or to order by.");

        var withColumns = From("opportunity");
        withColumns.AddLink("account", "accountid", "accountid", JoinOperator.Exists).Columns = new ColumnSet("name");
        Assert.Equal(expected, _scene.FaultOf(withColumns));

        var withOrder = From("opportunity");
        withOrder.AddLink("account", "accountid", "accountid", JoinOperator.Exists).Orders.Add(new OrderExpression("name", OrderType.Ascending));
        Assert.Equal(expected, _scene.FaultOf(withOrder));
    }

    [Fact]
    public void Nor_has_a_link_below_it()
    {
        var query = From("opportunity");
        var account = query.AddLink("account", "accountid", "accountid", JoinOperator.Exists);
        account.AddLink("contact", "accountid", "accountid").Columns = new ColumnSet("fullname");

        Assert.Equal((0x80041121u, "The link Inner to contact adds no rows, so it has no columns to ask for or to order by."), _scene.FaultOf(query));
    }

    [Theory]
    [InlineData("accounts", "accountid", "accountid", 0x80041102u, "There is no table 'accounts'.")]
    [InlineData("account", "acountid", "accountid", 0x80041103u, "The table opportunity has no column 'acountid'.")]
    [InlineData("account", "accountid", "id", 0x80041103u, "The stand-in of account has no column 'id'.")]
    [InlineData("account", "name", "accountid", 0x80041121u, "opportunity.name (Text) cannot be linked to account.accountid (PrimaryKey).")]
    public void A_link_that_leads_nowhere_is_a_fault(string table, string from, string to, uint code, string sentence)
    {
        var query = From("opportunity");
        query.AddLink(table, from, to);

        Assert.Equal((code, sentence), _scene.FaultOf(query));
    }

    [Fact]
    public void Two_links_cannot_share_an_alias()
    {
        var query = From("opportunity");
        query.AddLink("account", "accountid", "accountid").EntityAlias = "customer";
        query.AddLink("account", "accountid", "accountid").EntityAlias = "Customer";

        Assert.Equal((0x80041109u, "The alias 'Customer' is used by two links."), _scene.FaultOf(query));
    }

    [Fact]
    public void A_name_that_fits_two_links_is_a_fault()
    {
        var query = From("opportunity");
        query.AddLink("account", "accountid", "accountid").EntityAlias = "first";
        query.AddLink("account", "accountid", "accountid").EntityAlias = "second";
        query.Criteria.AddCondition("account", "name", ConditionOperator.NotNull);

        Assert.Equal((0x80041109u, "'account' names 2 links; give them aliases."), _scene.FaultOf(query));
    }

    [Fact]
    public void A_name_that_fits_no_link_is_a_fault()
    {
        var query = From("opportunity");
        query.Criteria.AddCondition("contact", "fullname", ConditionOperator.NotNull);

        Assert.Equal((0x8004110Au, "The query has no table or alias 'contact' at this place."), _scene.FaultOf(query));
    }

    [Fact]
    public void A_link_may_not_name_one_that_comes_after_it()
    {
        var query = From("opportunity");
        query.AddLink("account", "accountid", "accountid").LinkCriteria.AddCondition("person", "fullname", ConditionOperator.NotNull);
        query.AddLink("contact", "accountid", "accountid").EntityAlias = "person";

        Assert.Equal((0x8004110Au, "The query has no table or alias 'person' at this place."), _scene.FaultOf(query));
    }

    [Fact]
    public void More_links_than_Dataverse_allows_are_a_fault()
    {
        var query = From("opportunity");
        for (var link = 0; link < 15; link++) query.AddLink("account", "accountid", "accountid", JoinOperator.LeftOuter);
        Assert.Empty(_scene.Ask(query).Entities);

        query.LinkEntities[0].AddLink("account", "parentaccountid", "accountid", JoinOperator.Exists);
        Assert.Equal((0x8004430Du, "Number of link entities in query exceeded maximum limit."), _scene.FaultOf(query));
    }

    [Fact]
    public void A_link_that_contains_itself_is_a_fault()
    {
        var query = From("opportunity");
        var link = query.AddLink("account", "accountid", "accountid");
        link.LinkFromAttributeName = "accountid";
        link.LinkEntities.Add(link);

        Assert.Equal((0x80041109u, "The alias 'self' is used by two links."), _scene.FaultOf(Named(query, link, "self")));
        Assert.Equal((0x80041121u, "The link 'account2' is part of the query twice."), _scene.FaultOf(Named(query, link, null)));
    }

    private static QueryExpression Named(QueryExpression query, LinkEntity link, string? alias)
    {
        link.EntityAlias = alias;
        return query;
    }
}
