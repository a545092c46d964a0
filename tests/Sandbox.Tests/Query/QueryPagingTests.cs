using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Tests.Query.QueryScene;

namespace BuyerPath.Sandbox.Tests.Query;

public class QueryPagingTests
{
    private readonly QueryScene _scene = new();

    [Fact]
    public void Top_takes_the_first_rows_and_knows_no_further_page()
    {
        Create(3);
        var answer = _scene.Ask(new QueryExpression("opportunity") { TopCount = 2 });

        Assert.Equal((2, false, null, -1), (answer.Entities.Count, answer.MoreRecords, answer.PagingCookie, answer.TotalRecordCount));
    }

    [Theory]
    [InlineData(1, "1 2", true)]
    [InlineData(2, "3 4", true)]
    [InlineData(3, "5", false)]
    [InlineData(4, "", false)]
    public void A_page_is_counted_from_one(int number, string names, bool hasMore)
    {
        Create(5);
        var query = Page(number, 2);

        Assert.Equal(names, _scene.Names(query));
        Assert.Equal(hasMore, _scene.Ask(query).MoreRecords);
    }

    [Fact]
    public void A_full_last_page_is_the_last()
    {
        Create(4);
        Assert.False(_scene.Ask(Page(2, 2)).MoreRecords);
    }

    [Fact]
    public void A_page_far_behind_the_end_is_empty()
    {
        Create(1);
        Assert.Equal("", _scene.Names(Page(int.MaxValue, 5000)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(9_999)]
    public void A_page_has_5000_rows_at_most(int count)
    {
        Create(5_001);
        var answer = _scene.Ask(Page(1, count));

        Assert.Equal((5_000, true), (answer.Entities.Count, answer.MoreRecords));
    }

    [Fact]
    public void The_total_is_counted_when_asked_for()
    {
        Create(5);
        var query = Page(2, 2);
        Assert.Equal(-1, _scene.Ask(query).TotalRecordCount);

        query.PageInfo.ReturnTotalRecordCount = true;
        var answer = _scene.Ask(query);
        Assert.Equal((5, false), (answer.TotalRecordCount, answer.TotalRecordCountLimitExceeded));
    }

    [Fact]
    public void The_total_is_counted_up_to_5000()
    {
        Create(5_001);
        var query = Page(1, 1);
        query.PageInfo.ReturnTotalRecordCount = true;

        var answer = _scene.Ask(query);
        Assert.Equal((5_000, true), (answer.TotalRecordCount, answer.TotalRecordCountLimitExceeded));
    }

    [Fact]
    public void A_cookie_names_the_first_and_the_last_row_of_its_page()
    {
        Create(3);
        Assert.Equal(
            "<cookie page=\"1\"><opportunityid last=\"{00000002-0000-0000-0000-000000000000}\" first=\"{00000001-0000-0000-0000-000000000000}\" /></cookie>",
            _scene.Ask(Page(1, 2)).PagingCookie);
    }

    [Fact]
    public void A_cookie_goes_on_after_its_page_even_if_rows_before_are_gone()
    {
        Create(5);
        var first = _scene.Ask(Page(1, 2));
        _scene.Rows.Remove(first[0].Id);

        Assert.Equal("3 4", _scene.Names(Page(2, 2, first.PagingCookie)));
        Assert.Equal("4 5", _scene.Names(Page(2, 2))); // counting rows loses one
    }

    [Fact]
    public void A_cookie_whose_row_is_gone_is_a_fault_and_not_a_gap()
    {
        Create(5);
        var first = _scene.Ask(Page(1, 2));
        _scene.Rows.Remove(first[1].Id);

        Assert.Equal(
            (0x80041108u, "The page before ended with the row 00000002-0000-0000-0000-000000000000, which the query no longer finds. Ask again from the first page, or without the paging cookie."),
            _scene.FaultOf(Page(2, 2, first.PagingCookie)));
    }

    [Fact]
    public void A_cookie_of_another_page_does_not_move_the_page()
    {
        Create(5);
        var cookie = _scene.Ask(Page(1, 2)).PagingCookie;

        Assert.Equal("1 2", _scene.Names(Page(1, 2, cookie)));
        Assert.Equal("5", _scene.Names(Page(3, 2, cookie)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("<cookie/>")]
    [InlineData("<cookie page='1'><opportunityid last='x'/></cookie>")]
    [InlineData("<cookie page='one'><opportunityid last='{00000002-0000-0000-0000-000000000000}'/></cookie>")]
    [InlineData("<cookie page='1'><accountid last='{00000002-0000-0000-0000-000000000000}'/></cookie>")]
    public void A_cookie_that_no_answer_had_is_a_fault(string cookie) =>
        Assert.Equal(
            (0x80041108u, "The paging cookie is not one that a query on opportunity answered."),
            _scene.FaultOf(Page(2, 2, cookie)));

    [Fact]
    public void Rows_that_may_repeat_or_have_no_id_get_no_cookie()
    {
        var contoso = _scene.Add("account", ("name", "Contoso"));
        _scene.Add("opportunity", ("name", "A"), ("accountid", contoso));

        var toOne = Page(1, 1);
        toOne.AddLink("account", "accountid", "accountid");
        Assert.NotNull(_scene.Ask(toOne).PagingCookie);

        var toMany = From("account");
        toMany.AddLink("opportunity", "accountid", "accountid");
        Assert.Null(_scene.Ask(toMany).PagingCookie);

        Assert.Null(_scene.Ask(new QueryExpression("opportunity") { Distinct = true }).PagingCookie);
    }

    [Theory]
    [InlineData(0, "The top must lie between 1 and 5000; it is 0.")]
    [InlineData(5_001, "The top must lie between 1 and 5000; it is 5001.")]
    public void A_top_out_of_range_is_a_fault(int top, string sentence) =>
        Assert.Equal((0x8004110Cu, sentence), _scene.FaultOf(new QueryExpression("opportunity") { TopCount = top }));

    [Fact]
    public void Top_and_pages_exclude_each_other()
    {
        var query = Page(1, 2);
        query.TopCount = 2;

        Assert.Equal((0x8004110Cu, "A query takes either a top or pages, not both."), _scene.FaultOf(query));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(1, -2)]
    public void A_negative_page_is_a_fault(int number, int count) =>
        Assert.Equal(
            (0x8004110Cu, "The page number and the number of rows of a page must not be negative."),
            _scene.FaultOf(Page(number, count)));

    private void Create(int count)
    {
        for (var number = 1; number <= count; number++) _scene.Add("opportunity", ("name", $"{number}"));
    }

    private static QueryExpression Page(int number, int count, string? cookie = null)
    {
        var query = From("opportunity");
        query.PageInfo = new PagingInfo { PageNumber = number, Count = count, PagingCookie = cookie };
        return query;
    }
}
