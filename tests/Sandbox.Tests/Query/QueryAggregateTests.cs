using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Query;

public class QueryAggregateTests
{
    private readonly QueryScene _scene = new();

    /// <summary>The data and the results of Microsoft's documented example.</summary>
    [Theory]
    [InlineData("count", 10)]
    [InlineData("countcolumn", 9)]
    [InlineData("sum", 35_200)]
    [InlineData("avg", 3_911)]     // a whole number, cut off
    [InlineData("min", 1_500)]
    [InlineData("max", 6_200)]
    public void Functions_pass_over_missing_values(string function, int expected)
    {
        AddDocumentedAccounts();
        Assert.Equal(expected, Value(Single($"<attribute name='employees' alias='x' aggregate='{function}'/>")));
    }

    [Fact]
    public void Distinct_counts_each_value_once()
    {
        AddDocumentedAccounts();
        Assert.Equal(8, Value(Single("<attribute name='employees' alias='x' aggregate='countcolumn' distinct='true'/>")));
    }

    [Fact]
    public void Groups_come_by_value_without_case_and_with_one_for_none()
    {
        foreach (var (city, employees) in new (string?, int?)[] { ("Redmond", 3), (null, null), ("Dallas", 6), ("REDMOND", 4) })
            _scene.Add("account", ("city", city), ("employees", employees));

        Assert.Equal([" 0", "Dallas 6", "Redmond 7"], Rows("account", """
            <attribute name='city' alias='city' groupby='true'/><attribute name='employees' alias='total' aggregate='sum'/><order alias='city'/>
            """, "city", "total"));
    }

    [Theory]
    [InlineData("sum", "value", "7.50")]
    [InlineData("avg", "value", "3.75")]
    [InlineData("min", "value", "2.50")]
    [InlineData("sum", "confidence", "4.5")]
    [InlineData("avg", "confidence", "2.25")]
    [InlineData("sum", "score", "0.75")]
    [InlineData("avg", "score", "0.375")]
    [InlineData("sum", "likes", "6000000000")]
    [InlineData("max", "likes", "5000000000")]
    [InlineData("max", "closedon", "11/23/2026 10:00:00")]
    [InlineData("min", "closedon", "11/22/2026 10:00:00")]
    public void A_function_answers_in_the_type_of_the_column(string function, string column, string expected)
    {
        _scene.Add("opportunity", ("value", 2.50m), ("confidence", 1.5m), ("score", 0.25), ("likes", 1_000_000_000L), ("closedon", QueryScene.Now.AddDays(-1)));
        _scene.Add("opportunity", ("value", 5.00m), ("confidence", 3.0m), ("score", 0.50), ("likes", 5_000_000_000L), ("closedon", QueryScene.Now));
        _scene.Add("opportunity");

        var value = Value(Single($"<attribute name='{column}' alias='x' aggregate='{function}'/>", "opportunity"));
        Assert.Equal(column == "value", value is Money);
        Assert.Equal(expected, Convert.ToString(value is Money money ? money.Value : value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Without_rows_counts_and_sums_are_zero_and_the_rest_is_missing()
    {
        var row = Single("""
            <attribute name='employees' alias='count' aggregate='count'/><attribute name='employees' alias='sum' aggregate='sum'/>
            <attribute name='employees' alias='avg' aggregate='avg'/><attribute name='employees' alias='max' aggregate='max'/>
            """);

        Assert.Equal(["count", "sum"], row.Attributes.Keys);
        Assert.Equal((0, 0), (Value(row, "count"), Value(row, "sum")));
    }

    [Fact]
    public void Without_rows_there_are_no_groups() =>
        Assert.Empty(Rows("account", "<attribute name='city' alias='city' groupby='true'/>", "city"));

    [Fact]
    public void A_result_says_where_it_comes_from_and_has_its_text_and_no_id()
    {
        _scene.Add("opportunity", ("party", 2), ("value", 5m));
        var row = Single("<attribute name='party' alias='who' groupby='true'/><attribute name='value' alias='x' aggregate='sum'/><attribute name='name' alias='n' aggregate='count'/>", "opportunity");

        var who = Assert.IsType<AliasedValue>(row["who"]);
        Assert.Equal(("opportunity", "party", new OptionSetValue(2)), (who.EntityLogicalName, who.AttributeLogicalName, who.Value));
        Assert.Equal(["who=Both", "x=€5.00", "n=1"], row.FormattedValues.Select(text => $"{text.Key}={text.Value}"));
        Assert.Equal((Guid.Empty, null), (row.Id, row.RowVersion));
    }

    [Fact]
    public void Groups_by_lookup_are_ordered_by_name_and_measures_by_value()
    {
        var zeta = _scene.Add("account", ("name", "Zeta"));
        var alfa = _scene.Add("account", ("name", "Alfa"));
        foreach (var (account, value) in new[] { (zeta, 1m), (alfa, 2m), (zeta, 4m) }) _scene.Add("opportunity", ("accountid", account), ("value", value));
        const string Grouped = "<attribute name='accountid' alias='a' groupby='true'/><attribute name='value' alias='v' aggregate='sum'/>";

        Assert.Equal(["Alfa", "Zeta"], Rows("opportunity", Grouped + "<order alias='a'/>", "a"));
        Assert.Equal(["Zeta", "Alfa"], Rows("opportunity", Grouped + "<order alias='v' descending='true'/>", "a"));
        Assert.Equal(["Zeta", "Alfa"], Rows("opportunity", Grouped, "a")); // as they were met
    }

    [Fact]
    public void Columns_of_links_are_aggregated_and_filters_apply()
    {
        var contoso = _scene.Add("account", ("name", "Contoso"));
        _scene.Add("account", ("name", "Fabrikam"));
        foreach (var probability in new[] { 10, 20, 90 }) _scene.Add("opportunity", ("accountid", contoso), ("probability", probability));

        Assert.Equal(["Contoso 30"], Rows("account", """
            <attribute name='name' alias='name' groupby='true'/>
            <link-entity name='opportunity' from='accountid' to='accountid'>
              <attribute name='probability' alias='sum' aggregate='sum'/>
              <filter><condition attribute='probability' operator='lt' value='50'/></filter>
            </link-entity>
            """, "name", "sum"));
    }

    [Theory]
    [InlineData("2023-03-25", 25, 12, 3, 1, 2023)]     // both rows are Microsoft's documented example
    [InlineData("2023-08-27", 27, 35, 8, 3, 2023)]
    [InlineData("2024-12-31", 31, 53, 12, 4, 2024)]
    public void Dates_are_grouped_by_their_parts(string date, int day, int week, int month, int quarter, int year)
    {
        _scene.Add("opportunity", ("closedon", DateTime.Parse(date, CultureInfo.InvariantCulture)));
        string[] parts = ["day", "week", "month", "quarter", "year"];
        var xml = string.Concat(parts.Select(part => $"<attribute name='closedon' alias='{part}' groupby='true' dategrouping='{part}'/>"));

        var row = Single(xml, "opportunity");
        Assert.Equal([day, week, month, quarter, year], parts.Select(part => Value(row, part)));
        Assert.Equal($"{week}", row.FormattedValues["week"]); // a number of its own, not a date
    }

    [Fact]
    public void Groups_are_topped_and_paged_without_a_cookie()
    {
        foreach (var city in new[] { "A", "B", "C" }) _scene.Add("account", ("city", city));
        const string Cities = "<entity name='account'><attribute name='city' alias='city' groupby='true'/><order alias='city' descending='true'/></entity></fetch>";

        Assert.Equal("C", Value(Assert.Single(_scene.Fetch($"<fetch aggregate='true' top='1'>{Cities}").Entities), "city"));
        var page = _scene.Fetch($"<fetch aggregate='true' count='2' page='1'>{Cities}");
        Assert.Equal((2, true, null), (page.Entities.Count, page.MoreRecords, page.PagingCookie));
        Assert.Equal("A", Value(Assert.Single(_scene.Fetch($"<fetch aggregate='true' count='2' page='2'>{Cities}").Entities), "city"));
    }

    [Fact]
    public void More_rows_than_the_limit_are_a_fault()
    {
        for (var row = 0; row < 4; row++) _scene.Add("account");
        const string Count = "<entity name='account'><attribute name='name' alias='x' aggregate='count'/></entity></fetch>";

        Assert.Equal(4, Value(_scene.Fetch($"<fetch aggregate='true' aggregatelimit='4'>{Count}")[0]));
        Assert.Equal(
            (0x8004E023u, "The query would aggregate more than 3 rows. Reduce the number of records."),
            _scene.FaultOf($"<fetch aggregate='true' aggregatelimit='3'>{Count}"));
    }

    [Fact]
    public void The_limit_is_50000_rows_at_most()
    {
        for (var row = 0; row < 50_001; row++) _scene.Add("account");

        Assert.Equal(
            (0x8004E023u, "The query would aggregate more than 50000 rows. Reduce the number of records."),
            _scene.FaultOf("<fetch aggregate='true' aggregatelimit='90000'><entity name='account'><attribute name='name' alias='x' aggregate='count'/></entity></fetch>"));
    }

    [Theory]
    [InlineData("", 0x80041107u, "An aggregate query needs at least one attribute.")]
    [InlineData("<all-attributes/>", 0x80041107u, "An aggregate query cannot ask for all attributes.")]
    [InlineData("<attribute name='name' aggregate='count'/>", 0x8004111Cu, "<attribute> needs the attribute 'alias'.")]
    [InlineData("<attribute name='name' alias='x'/>", 0x80041107u, "In an aggregate query each attribute is either aggregated or grouped by; 'x' is not.")]
    [InlineData("<attribute name='name' alias='x' aggregate='count' groupby='true'/>", 0x80041107u, "In an aggregate query each attribute is either aggregated or grouped by; 'x' is not.")]
    [InlineData("<attribute name='name' alias='x' aggregate='count' distinct='true'/>", 0x80041107u, "'x': dategrouping belongs to groupby, and distinct to countcolumn.")]
    [InlineData("<attribute name='name' alias='x' groupby='true' distinct='true'/>", 0x80041107u, "'x': distinct belongs to countcolumn.")]
    [InlineData("<attribute name='name' alias='x' aggregate='sum'/>", 0x80041107u, "Sum of opportunity.name: the function does not fit a column of type Text.")]
    [InlineData("<attribute name='ishot' alias='x' aggregate='max'/>", 0x80041107u, "Maximum of opportunity.ishot: the function does not fit a column of type YesNo.")]
    [InlineData("<attribute name='closedon' alias='x' groupby='true'/>", 0x80041107u, "Grouping by opportunity.closedon (DateTime): a part of a date is named for date columns, and only for them.")]
    [InlineData("<attribute name='name' alias='x' groupby='true' dategrouping='day'/>", 0x80041107u, "Grouping by opportunity.name (Text): a part of a date is named for date columns, and only for them.")]
    [InlineData("<attribute name='nothing' alias='x' aggregate='count'/>", 0x80041103u, "The table opportunity has no column 'nothing'.")]
    [InlineData("<attribute name='name' alias='x' aggregate='count'/><attribute name='note' alias='x' aggregate='count'/>", 0x80041109u, "The answer would have two columns called 'x'.")]
    [InlineData("<attribute name='name' alias='x' aggregate='count'/><order alias='y'/>", 0x80041109u, "The query orders by 'y', but no column is called so.")]
    [InlineData("<attribute name='name' alias='x' aggregate='count'/><order attribute='name'/>", 0x8004111Cu, "<order> needs the attribute 'alias'.")]
    public void What_cannot_be_aggregated_is_a_fault(string content, uint code, string sentence) =>
        Assert.Equal((code, sentence), _scene.FaultOf(Aggregate("opportunity", content)));

    [Fact]
    public void A_sum_too_large_for_its_column_is_a_fault()
    {
        for (var row = 0; row < 2; row++) _scene.Add("opportunity", ("probability", int.MaxValue));

        Assert.Equal(
            (0x80041107u, "The sum of probability is too large for a column of type WholeNumber."),
            _scene.FaultOf(Aggregate("opportunity", "<attribute name='probability' alias='x' aggregate='sum'/>")));
    }

    private void AddDocumentedAccounts()
    {
        foreach (var employees in new int?[] { null, 1_500, 2_700, 2_900, 2_900, 3_900, 4_300, 4_800, 6_000, 6_200 })
            _scene.Add("account", ("employees", employees));
    }

    private Entity Single(string content, string table = "account") => Assert.Single(_scene.Fetch(Aggregate(table, content)).Entities);

    /// <summary>Each row as the texts of those columns.</summary>
    private IEnumerable<string> Rows(string table, string content, params string[] aliases) =>
        _scene.Fetch(Aggregate(table, content)).Entities.Select(row => string.Join(' ', aliases.Select(alias => Text(row, alias))));

    private static string Aggregate(string table, string content) => $"<fetch aggregate='true'><entity name='{table}'>{content}</entity></fetch>";

    private static object? Value(Entity row, string alias = "x") => ((AliasedValue)row[alias]).Value;

    private static string? Text(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias)?.Value switch
    {
        EntityReference reference => reference.Name,
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
