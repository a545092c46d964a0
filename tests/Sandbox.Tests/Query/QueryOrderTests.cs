using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Tests.Query.QueryScene;

namespace BuyerPath.Sandbox.Tests.Query;

public class QueryOrderTests
{
    private readonly QueryScene _scene = new();

    [Fact]
    public void Without_an_order_rows_come_as_they_were_created()
    {
        foreach (var name in new[] { "C", "A", "B" }) _scene.Add("opportunity", ("name", name));

        Assert.Equal("C A B", _scene.Names(From("opportunity")));
    }

    [Fact]
    public void Orders_apply_one_after_the_other_and_ties_stay_as_created()
    {
        _scene.Add("opportunity", ("name", "A"), ("probability", 10), ("value", 1m));
        _scene.Add("opportunity", ("name", "B"), ("probability", 20), ("value", 1m));
        _scene.Add("opportunity", ("name", "C"), ("probability", 10), ("value", 2m));
        _scene.Add("opportunity", ("name", "D"), ("probability", 10), ("value", 2m));

        Assert.Equal("C D A B", _scene.Names(Ordered(("probability", OrderType.Ascending), ("value", OrderType.Descending))));
    }

    [Fact]
    public void A_missing_value_comes_first_and_last_when_descending()
    {
        _scene.Add("opportunity", ("name", "A"), ("probability", 10));
        _scene.Add("opportunity", ("name", "B"));

        Assert.Equal("B A", _scene.Names(Ordered(("probability", OrderType.Ascending))));
        Assert.Equal("A B", _scene.Names(Ordered(("probability", OrderType.Descending))));
    }

    [Fact]
    public void Text_is_ordered_without_case()
    {
        foreach (var name in new[] { "b", "A", "C" }) _scene.Add("opportunity", ("name", name));

        Assert.Equal("A b C", _scene.Names(Ordered(("name", OrderType.Ascending))));
    }

    [Theory]
    [InlineData("party", "B C A")]       // Both, Customer, Us
    [InlineData("statecode", "C A B")]   // Lost, Open, Won
    [InlineData("statuscode", "A B C")]  // In progress, On hold, Won
    public void Choices_are_ordered_by_label(string column, string expected)
    {
        foreach (var (name, party, state, status) in new[] { ("A", 0, 0, 0), ("B", 2, 1, 1), ("C", 1, 2, 2) })
            _scene.Add("opportunity", ("name", name), ("party", party), ("statecode", state), ("statuscode", status));

        Assert.Equal(expected, _scene.Names(Ordered((column, OrderType.Ascending))));
    }

    [Fact]
    public void Lookups_are_ordered_by_name()
    {
        var zeta = _scene.Add("account", ("name", "Zeta"));
        var alfa = _scene.Add("account", ("name", "Alfa"));
        _scene.Add("opportunity", ("name", "of Zeta"), ("accountid", zeta));
        _scene.Add("opportunity", ("name", "of Alfa"), ("accountid", alfa));

        Assert.Equal("of Alfa of Zeta", _scene.Names(Ordered(("accountid", OrderType.Ascending))));
    }

    [Fact]
    public void Orders_of_the_root_come_before_those_of_links_unless_they_name_the_link()
    {
        var small = _scene.Add("account", ("name", "Small"), ("employees", 1));
        var large = _scene.Add("account", ("name", "Large"), ("employees", 9));
        _scene.Add("opportunity", ("name", "A"), ("probability", 1), ("accountid", large));
        _scene.Add("opportunity", ("name", "B"), ("probability", 1), ("accountid", small));
        _scene.Add("opportunity", ("name", "C"), ("probability", 0), ("accountid", large));

        var query = Ordered(("probability", OrderType.Ascending));
        var link = query.AddLink("account", "accountid", "accountid");
        link.Orders.Add(new OrderExpression("employees", OrderType.Ascending));
        Assert.Equal("C B A", _scene.Names(query));

        link.EntityAlias = "account";
        link.Orders.Clear();
        query.Orders.Insert(0, new OrderExpression("employees", OrderType.Ascending, null, "account"));
        Assert.Equal("B C A", _scene.Names(query));
    }

    [Fact]
    public void An_order_that_is_not_known_is_refused_by_name()
    {
        Assert.Equal("The sandbox does not support ordering by a column of several choices (opportunity.channels).", _scene.RefusalOf(Ordered(("channels", OrderType.Ascending))));

        var byAlias = From("opportunity");
        byAlias.Orders.Add(new OrderExpression("name", OrderType.Ascending, "n"));
        Assert.Equal("The sandbox does not support an order by alias outside an aggregate query (order 'n').", _scene.RefusalOf(byAlias));
    }

    private static QueryExpression Ordered(params (string Column, OrderType Type)[] orders)
    {
        var query = From("opportunity");
        foreach (var (column, type) in orders) query.AddOrder(column, type);
        return query;
    }
}
