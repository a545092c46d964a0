using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Tests.Query.QueryScene;

namespace BuyerPath.Sandbox.Tests.Query;

public class QueryFilterTests
{
    private readonly QueryScene _scene = new();

    public QueryFilterTests()
    {
        _scene.Add("opportunity", ("name", "A"), ("probability", 10), ("value", 5m), ("budget", 9m), ("ishot", true));
        _scene.Add("opportunity", ("name", "B"), ("probability", 20), ("value", 9m), ("budget", 9m), ("ishot", false));
        _scene.Add("opportunity", ("name", "C"), ("value", 9m), ("budget", 5m), ("note", "C"));
    }

    [Fact]
    public void No_filter_accepts_every_row() => Assert.Equal("A B C", _scene.Names(From("opportunity")));

    [Fact]
    public void And_needs_all_conditions_and_Or_one()
    {
        var query = Where("opportunity", "value", ConditionOperator.Equal, 9m);
        query.Criteria.AddCondition("budget", ConditionOperator.Equal, 9m);
        Assert.Equal("B", _scene.Names(query));

        query.Criteria.FilterOperator = LogicalOperator.Or;
        Assert.Equal("A B C", _scene.Names(query));
    }

    [Fact]
    public void Filters_nest()
    {
        var query = Where("opportunity", "value", ConditionOperator.Equal, 9m);
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition("probability", ConditionOperator.Null);
        either.AddCondition("ishot", ConditionOperator.Equal, true);

        Assert.Equal("C", _scene.Names(query));
    }

    [Fact]
    public void An_empty_filter_says_nothing_even_inside_an_Or()
    {
        var query = From("opportunity");
        query.Criteria.FilterOperator = LogicalOperator.Or;
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "A");
        query.Criteria.AddFilter(LogicalOperator.And);

        Assert.Equal("A", _scene.Names(query));
    }

    [Fact]
    public void A_query_without_criteria_accepts_every_row() =>
        Assert.Equal("A B C", _scene.Names(new QueryExpression("opportunity") { ColumnSet = new ColumnSet("name"), Criteria = null }));

    [Theory]
    [InlineData(ConditionOperator.Equal, "B")]
    [InlineData(ConditionOperator.NotEqual, "A C")]
    [InlineData(ConditionOperator.GreaterThan, "C")]
    [InlineData(ConditionOperator.GreaterEqual, "B C")]
    [InlineData(ConditionOperator.LessThan, "A")]
    [InlineData(ConditionOperator.LessEqual, "A B")]
    public void Two_columns_of_a_row_are_compared(ConditionOperator condition, string found)
    {
        var query = From("opportunity");
        query.Criteria.AddCondition("value", condition, compareColumns: true, "budget");

        Assert.Equal(found, _scene.Names(query));
    }

    [Fact]
    public void A_missing_value_is_neither_equal_nor_unequal_to_another_column()
    {
        var query = From("opportunity");
        query.Criteria.AddCondition("note", ConditionOperator.NotEqual, compareColumns: true, "name");
        Assert.Equal("", _scene.Names(query));

        query.Criteria.Conditions[0].Operator = ConditionOperator.Equal;
        Assert.Equal("C", _scene.Names(query));
    }

    [Theory]
    [InlineData(ConditionOperator.Equal, "value", "name", 0x80041106u, "'name' (Text) cannot be compared with a column of type Money (condition on opportunity.value).")]
    [InlineData(ConditionOperator.Like, "name", "note", 0x80041120u, "The operator Like does not compare two columns (condition on opportunity.name).")]
    [InlineData(ConditionOperator.Equal, "name", "nothing", 0x80041103u, "The table opportunity has no column 'nothing'.")]
    public void A_comparison_of_columns_that_makes_no_sense_is_a_fault(ConditionOperator condition, string column, string other, uint code, string sentence)
    {
        var query = From("opportunity");
        query.Criteria.AddCondition(column, condition, compareColumns: true, other);

        Assert.Equal((code, sentence), _scene.FaultOf(query));
    }

    [Fact]
    public void An_unknown_table_is_a_fault_that_names_it() =>
        Assert.Equal((0x80041102u, "There is no table 'opportunities'."), _scene.FaultOf(new QueryExpression("opportunities")));

    [Fact]
    public void An_unknown_column_is_a_fault_that_names_it_wherever_it_stands()
    {
        var expected = (0x80041103u, "The table opportunity has no column 'probabilty'.");

        Assert.Equal(expected, _scene.FaultOf(Where("opportunity", "probabilty", ConditionOperator.Equal, 1)));
        Assert.Equal(expected, _scene.FaultOf(new QueryExpression("opportunity") { ColumnSet = new ColumnSet("probabilty") }));
        Assert.Equal(expected, _scene.FaultOf(new QueryExpression("opportunity") { Orders = { new OrderExpression("probabilty", OrderType.Ascending) } }));
    }

    [Fact]
    public void An_unknown_column_of_a_stand_in_is_called_so() =>
        Assert.Equal(
            (0x80041103u, "The stand-in of account has no column 'fax'."),
            _scene.FaultOf(Where("account", "fax", ConditionOperator.NotNull)));

    [Fact]
    public void More_conditions_than_Dataverse_allows_are_a_fault()
    {
        var query = From("opportunity");
        for (var condition = 0; condition < 500; condition++) query.Criteria.AddCondition("name", ConditionOperator.NotNull);
        Assert.Equal("A B C", _scene.Names(query));

        query.Criteria.AddFilter(LogicalOperator.And).AddCondition("name", ConditionOperator.NotNull);
        Assert.Equal((0x8004430Cu, "Number of conditions in query exceeded maximum limit."), _scene.FaultOf(query));
    }

    [Fact]
    public void A_filter_that_contains_itself_is_a_fault()
    {
        var query = From("opportunity");
        query.Criteria.AddFilter(query.Criteria);

        Assert.Equal((0x80041106u, "The filter is nested more than 50 levels deep."), _scene.FaultOf(query));
    }

    [Fact]
    public void QueryByAttribute_asks_for_equal_values()
    {
        var query = new QueryByAttribute("opportunity") { ColumnSet = new ColumnSet("name") };
        query.AddAttributeValue("value", 9m);
        query.AddOrder("name", OrderType.Descending);

        Assert.Equal("C B", _scene.Names(query));
    }

    [Fact]
    public void QueryByAttribute_pages_and_tops()
    {
        var query = new QueryByAttribute("opportunity") { ColumnSet = new ColumnSet("name"), TopCount = 2 };
        Assert.Equal("A B", _scene.Names(query));

        query.TopCount = null;
        query.PageInfo = new PagingInfo { PageNumber = 2, Count = 2 };
        Assert.Equal("C", _scene.Names(query));
    }

    [Fact]
    public void QueryByAttribute_needs_a_value_for_each_attribute()
    {
        var query = new QueryByAttribute("opportunity");
        query.Attributes.Add("name");

        Assert.Equal((0x8004110Fu, "1 attributes were given, but 0 values."), _scene.FaultOf(query));
    }

    [Fact]
    public void Query_hints_are_refused_by_name() =>
        Assert.Equal(
            "The sandbox does not support query hints (OptimizeForUnknown).",
            _scene.RefusalOf(new QueryExpression("opportunity") { QueryHints = "OptimizeForUnknown" }));
}
