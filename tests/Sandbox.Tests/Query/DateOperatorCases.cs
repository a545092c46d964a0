using System.Globalization;
using Microsoft.Xrm.Sdk.Query;
using static Microsoft.Xrm.Sdk.Query.ConditionOperator;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>What the date operators mean on Monday, 23 November 2026, 10:00 UTC. Each stretch of time is tried at both of its ends.</summary>
public static class DateOperatorCases
{
    public static IEnumerable<OperatorCase> All =>
    [
        .. Within(On, ["2026-11-20T15:00"], "2026-11-20T00:00", "2026-11-20T23:59:59"),
        .. Outside(NotOn, ["2026-11-20T15:00"], "2026-11-20T00:00", "2026-11-20T23:59:59"),
        .. Until(OnOrBefore, ["2026-11-20T15:00"], "2026-11-20T23:59:59"),
        .. From(OnOrAfter, ["2026-11-20T15:00"], "2026-11-20T00:00"),

        .. Within(Yesterday, [], "2026-11-22T00:00", "2026-11-22T23:59:59"),
        .. Within(Today, [], "2026-11-23T00:00", "2026-11-23T23:59:59"),
        .. Within(Tomorrow, [], "2026-11-24T00:00", "2026-11-24T23:59:59"),
        .. Within(LastWeek, [], "2026-11-15T00:00", "2026-11-21T23:59:59"), // Sunday to Saturday
        .. Within(ThisWeek, [], "2026-11-22T00:00", "2026-11-28T23:59:59"),
        .. Within(NextWeek, [], "2026-11-29T00:00", "2026-12-05T23:59:59"),
        .. Within(LastMonth, [], "2026-10-01T00:00", "2026-10-31T23:59:59"),
        .. Within(ThisMonth, [], "2026-11-01T00:00", "2026-11-30T23:59:59"),
        .. Within(NextMonth, [], "2026-12-01T00:00", "2026-12-31T23:59:59"),
        .. Within(LastYear, [], "2025-01-01T00:00", "2025-12-31T23:59:59"),
        .. Within(ThisYear, [], "2026-01-01T00:00", "2026-12-31T23:59:59"),
        .. Within(NextYear, [], "2027-01-01T00:00", "2027-12-31T23:59:59"),
        .. Within(Last7Days, [], "2026-11-16T00:00", "2026-11-23T10:00"),
        .. Within(Next7Days, [], "2026-11-23T10:00", "2026-11-30T23:59:59"),

        .. Within(LastXHours, [3], "2026-11-23T07:00", "2026-11-23T10:00"),
        .. Within(NextXHours, [3], "2026-11-23T10:00", "2026-11-23T13:00"),
        .. Within(LastXDays, [2], "2026-11-21T00:00", "2026-11-23T10:00"),
        .. Within(NextXDays, [2], "2026-11-23T10:00", "2026-11-25T23:59:59"),
        .. Within(LastXWeeks, [2], "2026-11-09T00:00", "2026-11-23T10:00"),
        .. Within(NextXWeeks, [2], "2026-11-23T10:00", "2026-12-07T23:59:59"),
        .. Within(LastXMonths, [9], "2026-02-23T00:00", "2026-11-23T10:00"),
        .. Within(NextXMonths, [3], "2026-11-23T10:00", "2027-02-23T23:59:59"),
        .. Within(LastXYears, [1], "2025-11-23T00:00", "2026-11-23T10:00"),
        .. Within(NextXYears, [1], "2026-11-23T10:00", "2027-11-23T23:59:59"),

        .. Until(OlderThanXMinutes, [30], "2026-11-23T09:29:59"),
        .. Until(OlderThanXHours, [2], "2026-11-23T07:59:59"),
        .. Until(OlderThanXDays, [7], "2026-11-16T09:59:59"),
        .. Until(OlderThanXWeeks, [1], "2026-11-16T09:59:59"),
        .. Until(OlderThanXMonths, [1], "2026-10-23T09:59:59"),
        .. Until(OlderThanXYears, [1], "2025-11-23T09:59:59"),

        // For a day without time, now is today: it lies in the last days and in the next ones.
        OfDay(Today, "2026-11-23", [], true),
        OfDay(LastXDays, "2026-11-23", [1], true),
        OfDay(NextXDays, "2026-11-23", [1], true),
        OfDay(NextXDays, "2026-11-24", [1], true),
        OfDay(NextXDays, "2026-11-25", [1], false),
        OfDay(OlderThanXDays, "2026-11-21", [1], true),
        OfDay(OlderThanXDays, "2026-11-22", [1], false),
        OfDay(Equal, "2026-11-22", [Moment("2026-11-22T18:00")], true),
        new(NotOn, "closedon", null, [QueryScene.Now], false),
        new(Today, "closedon", null, [], false),
    ];

    /// <summary>Met from the first second to the last and not in the seconds around them.</summary>
    private static IEnumerable<OperatorCase> Within(ConditionOperator condition, object[] values, string first, string last) =>
        From(condition, values, first).Concat(Until(condition, values, last));

    private static IEnumerable<OperatorCase> Outside(ConditionOperator condition, object[] values, string first, string last) =>
        Within(condition, values, first, last).Select(inside => inside with { IsMet = !inside.IsMet });

    private static IEnumerable<OperatorCase> From(ConditionOperator condition, object[] values, string first) =>
    [
        Of(condition, Moment(first).AddSeconds(-1), values, false),
        Of(condition, Moment(first), values, true),
    ];

    private static IEnumerable<OperatorCase> Until(ConditionOperator condition, object[] values, string last) =>
    [
        Of(condition, Moment(last), values, true),
        Of(condition, Moment(last).AddSeconds(1), values, false),
    ];

    private static OperatorCase Of(ConditionOperator condition, DateTime stored, object[] values, bool isMet) =>
        new(condition, "closedon", stored, [.. values.Select(value => value is string text ? Moment(text) : value)], isMet);

    private static OperatorCase OfDay(ConditionOperator condition, string day, object[] values, bool isMet) =>
        new(condition, "closeson", Moment(day), values, isMet);

    private static DateTime Moment(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
