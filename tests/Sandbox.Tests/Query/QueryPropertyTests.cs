using System.Globalization;
using System.Xml.Linq;
using BuyerPath.Sandbox.Query;
using BuyerPath.Sandbox.Store;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>What the executor answers to any filter, link, order and page, compared with a plain evaluation that knows no plan and no index.</summary>
public class QueryPropertyTests
{
    private static readonly ConditionOperator[] NumberOperators =
    [
        ConditionOperator.Equal, ConditionOperator.NotEqual, ConditionOperator.GreaterThan, ConditionOperator.GreaterEqual,
        ConditionOperator.LessThan, ConditionOperator.LessEqual, ConditionOperator.In, ConditionOperator.NotIn,
        ConditionOperator.Between, ConditionOperator.NotBetween, ConditionOperator.Null, ConditionOperator.NotNull,
    ];

    private static readonly Reference[] Accounts = [.. Enumerable.Range(1, 3).Select(number => new Reference("account", new Guid(number, 0, 0, new byte[8])))];

    /// <summary>An opportunity as plain data; the account is one of three, or none.</summary>
    private sealed record Deal(int Number, string? Note, int? Probability, int? Account);

    private static readonly Gen<Deal[]> Deals =
        Gen.Select(Gen.OneOfConst(null, "a", "B", "ab", "b%"), Gen.Int[0, 4].Nullable(), Gen.Int[0, 2].Nullable())
            .Array[0, 12]
            .Select(rows => rows.Select((row, number) => new Deal(number, row.Item1, row.Item2, row.Item3)).ToArray());

    private static readonly Gen<ConditionExpression> Conditions = Gen.OneOf(
        Gen.Select(Gen.OneOfConst(NumberOperators), Gen.Int[0, 4], Gen.Int[0, 4])
            .Select((condition, first, second) => Condition("probability", condition, first, second)),
        Gen.Select(Gen.OneOfConst(ConditionOperator.Equal, ConditionOperator.NotEqual, ConditionOperator.In, ConditionOperator.NotIn, ConditionOperator.BeginsWith, ConditionOperator.EndsWith, ConditionOperator.Null), Gen.OneOfConst("A", "b", "AB", "%"), Gen.OneOfConst("A", "b"))
            .Select((condition, first, second) => Condition("note", condition, first, second)),
        Gen.Select(Gen.OneOfConst(ConditionOperator.Equal, ConditionOperator.NotEqual, ConditionOperator.In, ConditionOperator.NotIn, ConditionOperator.NotNull), Gen.Int[0, 2], Gen.Int[0, 2])
            .Select((condition, first, second) => Condition("accountid", condition, Accounts[first].Id, Accounts[second].Id)));

    private static readonly Gen<FilterExpression> Filters = Gen.Recursive<FilterExpression>((depth, inner) =>
        Gen.Select(Gen.OneOfConst(LogicalOperator.And, LogicalOperator.Or), Conditions.Array[0, 3], depth < 3 ? inner.Array[0, 2] : Gen.Const(Array.Empty<FilterExpression>()))
            .Select(Filter));

    [Fact]
    public void Any_filter_finds_what_a_plain_evaluation_finds() => Gen.Select(Deals, Filters).Sample((deals, filter) =>
        Assert.Equal(
            deals.Where(deal => Accepts(filter, deal) ?? true).Select(deal => deal.Number),
            Numbers(SceneOf(deals), Filtered(filter)).Order()), iter: 2_000);

    [Fact]
    public void FetchXML_of_a_filter_finds_the_same() => Gen.Select(Deals, Filters).Sample((deals, filter) =>
    {
        var scene = SceneOf(deals);
        var fetch = new XElement("fetch", new XElement("entity", new XAttribute("name", "opportunity"), new XElement("attribute", new XAttribute("name", "name")), FetchXml(filter)));

        Assert.Equal(Numbers(scene, Filtered(filter)), Numbers(scene, new FetchExpression(fetch.ToString())));
    });

    [Fact]
    public void A_link_finds_what_nested_loops_find() => Gen.Select(Deals, Filters, Gen.Bool).Sample((deals, filter, isOuter) =>
    {
        var query = new QueryExpression("account");
        var link = query.AddLink("opportunity", "accountid", "accountid", isOuter ? JoinOperator.LeftOuter : JoinOperator.Inner);
        link.Columns = new ColumnSet("name");
        link.LinkCriteria = filter;

        var expected =
            from account in Enumerable.Range(0, Accounts.Length)
            let matches = deals.Where(deal => deal.Account == account && (Accepts(filter, deal) ?? true)).Select(deal => (int?)deal.Number)
            from deal in isOuter ? matches.DefaultIfEmpty() : matches
            select (Accounts[account].Id, deal);
        Assert.Equal(expected, SceneOf(deals).Ask(query).Entities.Select(row => (row.Id, NumberOf(row, "opportunity1.name"))));
    });

    [Fact]
    public void Pages_put_together_are_the_whole_with_and_without_cookies() => Gen.Select(Deals, Gen.Int[1, 5], Gen.Bool, Gen.Bool).Sample((deals, size, descending, withCookie) =>
    {
        var scene = SceneOf(deals);
        var query = QueryScene.From("opportunity");
        query.AddOrder("probability", descending ? OrderType.Descending : OrderType.Ascending);
        var whole = Numbers(scene, query);

        var pages = new List<int>();
        for (var page = scene.Ask(At(query, number: 1, size, cookie: null)); ; page = scene.Ask(At(query, query.PageInfo.PageNumber + 1, size, withCookie ? page.PagingCookie : null)))
        {
            pages.AddRange(page.Entities.Select(row => NumberOf(row, "name")!.Value));
            if (!page.MoreRecords) break;
        }

        Assert.Equal(whole, pages);
        var byProbability = descending ? deals.OrderByDescending(deal => deal.Probability) : deals.OrderBy(deal => deal.Probability);
        Assert.Equal(byProbability.Select(deal => deal.Number), whole);
    });

    private static QueryScene SceneOf(Deal[] deals)
    {
        var scene = new QueryScene();
        foreach (var _ in Accounts) scene.Add("account"); // gets the ids of Accounts, counted from 1
        foreach (var deal in deals)
            scene.Add("opportunity", ("name", $"{deal.Number}"), ("note", deal.Note), ("probability", deal.Probability), ("accountid", deal.Account is { } at ? Accounts[at] : null));
        return scene;
    }

    private static List<int> Numbers(QueryScene scene, QueryBase query) => [.. scene.Ask(query).Entities.Select(row => NumberOf(row, "name")!.Value)];

    private static int? NumberOf(Entity row, string name) => row.GetAttributeValue<object>(name) switch
    {
        AliasedValue { Value: string text } => int.Parse(text, CultureInfo.InvariantCulture),
        string text => int.Parse(text, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static QueryExpression Filtered(FilterExpression filter)
    {
        var query = QueryScene.From("opportunity");
        query.Criteria = filter;
        return query;
    }

    private static QueryExpression At(QueryExpression query, int number, int size, string? cookie)
    {
        query.PageInfo = new PagingInfo { PageNumber = number, Count = size, PagingCookie = cookie };
        return query;
    }

    /// <summary>The plain evaluation. Null means that the filter says nothing.</summary>
    private static bool? Accepts(FilterExpression filter, Deal deal)
    {
        var answers = filter.Conditions.Select(condition => Accepts(condition, deal))
            .Concat(filter.Filters.Select(inner => Accepts(inner, deal)).Where(answer => answer is not null).Select(answer => answer!.Value))
            .ToList();
        return answers.Count == 0 ? null
            : filter.FilterOperator == LogicalOperator.And ? !answers.Contains(false)
            : answers.Contains(true);
    }

    private static bool Accepts(ConditionExpression condition, Deal deal)
    {
        IComparable? value = condition.AttributeName switch
        {
            "probability" => deal.Probability,
            "note" => deal.Note?.ToLowerInvariant(),
            _ => deal.Account is { } at ? Accounts[at].Id : null,
        };
        var given = condition.Values.Select(one => (IComparable)(one is string text ? text.ToLowerInvariant() : one)).ToList();
        if (value is null) return condition.Operator == ConditionOperator.Null;
        return condition.Operator switch
        {
            ConditionOperator.Null => false,
            ConditionOperator.NotNull => true,
            ConditionOperator.Equal or ConditionOperator.In => given.Contains(value),
            ConditionOperator.NotEqual or ConditionOperator.NotIn => !given.Contains(value),
            ConditionOperator.GreaterThan => value.CompareTo(given[0]) > 0,
            ConditionOperator.GreaterEqual => value.CompareTo(given[0]) >= 0,
            ConditionOperator.LessThan => value.CompareTo(given[0]) < 0,
            ConditionOperator.LessEqual => value.CompareTo(given[0]) <= 0,
            ConditionOperator.Between => value.CompareTo(given[0]) >= 0 && value.CompareTo(given[1]) <= 0,
            ConditionOperator.NotBetween => value.CompareTo(given[0]) < 0 || value.CompareTo(given[1]) > 0,
            ConditionOperator.BeginsWith => ((string)value).StartsWith((string)given[0], StringComparison.Ordinal),
            _ => ((string)value).EndsWith((string)given[0], StringComparison.Ordinal),
        };
    }

    private static FilterExpression Filter(LogicalOperator type, ConditionExpression[] conditions, FilterExpression[] inner)
    {
        var filter = new FilterExpression(type);
        filter.Conditions.AddRange(conditions);
        filter.Filters.AddRange(inner);
        return filter;
    }

    private static ConditionExpression Condition(string column, ConditionOperator condition, object first, object second) => new(null, column, condition, condition switch
    {
        ConditionOperator.Null or ConditionOperator.NotNull => Array.Empty<object>(),
        ConditionOperator.In or ConditionOperator.NotIn or ConditionOperator.Between or ConditionOperator.NotBetween => [first, second],
        _ => [first],
    });

    private static XElement FetchXml(FilterExpression filter) => new("filter",
        new XAttribute("type", filter.FilterOperator == LogicalOperator.And ? "and" : "or"),
        filter.Conditions.Select(condition => new XElement("condition",
            new XAttribute("attribute", condition.AttributeName),
            new XAttribute("operator", FetchXmlOperators.All.First(name => name.Value == condition.Operator).Key),
            condition.Values.Select(value => new XElement("value", value)))),
        filter.Filters.Select(FetchXml));
}
