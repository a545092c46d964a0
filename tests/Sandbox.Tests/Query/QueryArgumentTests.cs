using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>Which values a condition takes. FetchXML carries every value as text, so text is read as the column's type.</summary>
public class QueryArgumentTests
{
    private static readonly Guid Id = new("d0000000-0000-0000-0000-000000000001");

    public static TheoryData<string, object, object> Readable => new()
    {
        // column          stored                        given
        { "probability",   40,                           "40" },
        { "probability",   -1,                           "-1" },
        { "probability",   40,                           40L },
        { "likes",         5L,                           5 },
        { "likes",         5L,                           "5" },
        { "confidence",    1.5m,                         "1.5" },
        { "confidence",    1.5m,                         1.5 },
        { "value",         2m,                           2 },
        { "score",         0.25,                         0.25m },
        { "score",         0.25,                         "2.5E-1" },
        { "score",         0.1 + 0.2,                    0.1 + 0.2 },   // to the last bit, which a decimal would lose
        { "ishot",         true,                         "true" },
        { "ishot",         true,                         "1" },
        { "ishot",         false,                        0 },
        { "statecode",     1,                            "1" },
        { "ticket",        Id,                           "{D0000000-0000-0000-0000-000000000001}" },
        { "closedon",      QueryScene.Now,               "2026-11-23T10:00:00Z" },
        { "closedon",      QueryScene.Now,               "2026-11-23T12:00:00+02:00" },
        { "closedon",      QueryScene.Now,               "2026-11-23 10:00" },
        { "closedon",      QueryScene.Now,               QueryScene.Now.ToLocalTime() },
        { "closeson",      QueryScene.Now.Date,          "2026-11-23" },
    };

    public static TheoryData<string, object, string> Unreadable => new()
    {
        // column          given                                  sentence
        { "probability",   "forty",                               "'forty' was given to the condition Equal on opportunity.probability; it cannot be read as Int32." },
        { "probability",   "99999999999",                         "'99999999999' was given to the condition Equal on opportunity.probability; it cannot be read as Int32." },
        { "probability",   1.5m,                                  "A value of type Decimal was given to the condition Equal on opportunity.probability; it takes Int32." },
        { "statecode",     new OptionSetValue(1),                 "A value of type OptionSetValue was given to the condition Equal on opportunity.statecode; it takes Int32." },
        { "statecode",     OrderType.Ascending,                   "A value of type OrderType was given to the condition Equal on opportunity.statecode; it takes Int32." },
        { "ownerid",       new EntityReference("systemuser", Id), "A value of type EntityReference was given to the condition Equal on opportunity.ownerid; it takes Guid." },
        { "ownerid",       "Ann",                                 "'Ann' was given to the condition Equal on opportunity.ownerid; it cannot be read as Guid." },
        { "value",         new Money(1),                          "A value of type Money was given to the condition Equal on opportunity.value; it takes Decimal." },
        { "value",         "1,5",                                 "'1,5' was given to the condition Equal on opportunity.value; it cannot be read as Decimal." },
        { "score",         double.NaN,                            "A value of type Double was given to the condition Equal on opportunity.score; it takes Double." },
        { "name",          7,                                     "A value of type Int32 was given to the condition Equal on opportunity.name; it takes String." },
        { "ishot",         "yes",                                 "'yes' was given to the condition Equal on opportunity.ishot; it cannot be read as Boolean." },
        { "closedon",      "soon",                                "'soon' was given to the condition Equal on opportunity.closedon; it cannot be read as DateTime." },
        { "ticket",        new[] { Id },                          "A value of type Guid[] was given to the condition Equal on opportunity.ticket; it takes Guid." },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_value_is_read_as_the_type_of_the_column(string column, object stored, object given)
    {
        var scene = new QueryScene();
        scene.Add("opportunity", (column, stored));

        Assert.Single(scene.Ask(Equal(column, given)).Entities);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_value_of_another_type_is_a_fault_that_names_both(string column, object given, string sentence) =>
        Assert.Equal((0x80041108u, sentence), new QueryScene().FaultOf(Equal(column, given)));

    [Fact]
    public void Null_is_no_value_to_compare_with() =>
        Assert.Equal(
            (0x80041108u, "null was given to the condition Equal on opportunity.name; use Null or NotNull instead."),
            new QueryScene().FaultOf(Equal("name", null)));

    [Theory]
    [InlineData(ConditionOperator.Equal, 0, "it takes one")]
    [InlineData(ConditionOperator.Equal, 2, "it takes one")]
    [InlineData(ConditionOperator.Between, 1, "it takes two")]
    [InlineData(ConditionOperator.In, 0, "it takes at least one")]
    [InlineData(ConditionOperator.Null, 1, "it takes none")]
    public void The_number_of_values_must_be_what_the_operator_takes(ConditionOperator condition, int count, string wanted) =>
        Assert.Equal(
            (0x80041106u, $"{count} values were given to the condition {condition} on opportunity.probability; {wanted}."),
            new QueryScene().FaultOf(QueryScene.Where("opportunity", "probability", condition, [.. Enumerable.Repeat<object>(1, count)])));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData("a few")]
    [InlineData(5_000_000_000L)]
    public void X_is_a_whole_number_of_at_least_one(object given) =>
        Assert.Equal(
            (0x80041108u, $"'{given}' was given to the condition LastXDays on opportunity.closedon; it takes a whole number of at least 1."),
            new QueryScene().FaultOf(QueryScene.Where("opportunity", "closedon", ConditionOperator.LastXDays, given)));

    [Theory]
    [InlineData(ConditionOperator.LastXYears, 9_999)]
    [InlineData(ConditionOperator.NextXDays, int.MaxValue)]
    [InlineData(ConditionOperator.OlderThanXMonths, 1_000_000)]
    [InlineData(ConditionOperator.On, "9999-12-31")]
    public void A_stretch_of_time_that_leaves_the_calendar_is_a_fault(ConditionOperator condition, object given) =>
        Assert.Equal(
            (0x80041108u, "The condition on closedon reaches beyond the calendar."),
            new QueryScene().FaultOf(QueryScene.Where("opportunity", "closedon", condition, given)));

    private static QueryExpression Equal(string column, object? given)
    {
        var query = QueryScene.From("opportunity");
        query.Criteria.AddCondition(new ConditionExpression(null, column, ConditionOperator.Equal, new[] { given }));
        return query;
    }
}
