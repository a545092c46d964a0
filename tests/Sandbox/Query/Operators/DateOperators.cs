using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Query.Operators.ComparisonOperators;

namespace BuyerPath.Sandbox.Query.Operators;

/// <summary>A stretch of time from <paramref name="From"/> up to, not including, <paramref name="Until"/>.</summary>
internal readonly record struct Stretch(DateTime From, DateTime Until)
{
    public bool Contains(DateTime moment) => From <= moment && moment < Until;
}

/// <summary>
/// Operators on dates. Each stands for a stretch of time around now. Days begin at midnight UTC (every user's time zone
/// here), weeks on Sunday (an organization's default). "Last X days" begins with the day X days ago and ends now;
/// "next X days" begins now and ends with the day X days ahead; hours are counted to the tick.
/// </summary>
internal static class DateOperators
{
    public static readonly IReadOnlyDictionary<ConditionOperator, Operator> All = new Dictionary<ConditionOperator, Operator>
    {
        [ConditionOperator.On] = On(given => Days(given.Date, 0)),
        [ConditionOperator.NotOn] = new(Takes.OneValue, Dates, given => Not(IsWithin(day => Days(day.Date, 0), given))),
        [ConditionOperator.OnOrBefore] = On(given => new(DateTime.MinValue, Days(given.Date, 0).Until)),
        [ConditionOperator.OnOrAfter] = On(given => new(given.Date.Date, DateTime.MaxValue)),

        [ConditionOperator.Yesterday] = Around(now => Days(now, -1)),
        [ConditionOperator.Today] = Around(now => Days(now, 0)),
        [ConditionOperator.Tomorrow] = Around(now => Days(now, 1)),
        [ConditionOperator.LastWeek] = Around(now => Weeks(now, -1)),
        [ConditionOperator.ThisWeek] = Around(now => Weeks(now, 0)),
        [ConditionOperator.NextWeek] = Around(now => Weeks(now, 1)),
        [ConditionOperator.LastMonth] = Around(now => Months(now, -1)),
        [ConditionOperator.ThisMonth] = Around(now => Months(now, 0)),
        [ConditionOperator.NextMonth] = Around(now => Months(now, 1)),
        [ConditionOperator.LastYear] = Around(now => Years(now, -1)),
        [ConditionOperator.ThisYear] = Around(now => Years(now, 0)),
        [ConditionOperator.NextYear] = Around(now => Years(now, 1)),
        [ConditionOperator.Last7Days] = Around(now => SinceDay(now, now.AddDays(-7))),
        [ConditionOperator.Next7Days] = Around(now => UntilDay(now, now.AddDays(7))),

        [ConditionOperator.LastXHours] = Around((now, x) => new(now.AddHours(-x), JustAfter(now)), Moments),
        [ConditionOperator.NextXHours] = Around((now, x) => new(now, JustAfter(now.AddHours(x))), Moments),
        [ConditionOperator.LastXDays] = Around((now, x) => SinceDay(now, now.AddDays(-x)), Dates),
        [ConditionOperator.NextXDays] = Around((now, x) => UntilDay(now, now.AddDays(x)), Dates),
        [ConditionOperator.LastXWeeks] = Around((now, x) => SinceDay(now, now.AddDays(-7.0 * x)), Dates),
        [ConditionOperator.NextXWeeks] = Around((now, x) => UntilDay(now, now.AddDays(7.0 * x)), Dates),
        [ConditionOperator.LastXMonths] = Around((now, x) => SinceDay(now, now.AddMonths(-x)), Dates),
        [ConditionOperator.NextXMonths] = Around((now, x) => UntilDay(now, now.AddMonths(x)), Dates),
        [ConditionOperator.LastXYears] = Around((now, x) => SinceDay(now, now.AddYears(-x)), Dates),
        [ConditionOperator.NextXYears] = Around((now, x) => UntilDay(now, now.AddYears(x)), Dates),

        [ConditionOperator.OlderThanXMinutes] = Around((now, x) => Before(now.AddMinutes(-x)), Moments),
        [ConditionOperator.OlderThanXHours] = Around((now, x) => Before(now.AddHours(-x)), Moments),
        [ConditionOperator.OlderThanXDays] = Around((now, x) => Before(now.AddDays(-x)), Dates),
        [ConditionOperator.OlderThanXWeeks] = Around((now, x) => Before(now.AddDays(-7.0 * x)), Dates),
        [ConditionOperator.OlderThanXMonths] = Around((now, x) => Before(now.AddMonths(-x)), Dates),
        [ConditionOperator.OlderThanXYears] = Around((now, x) => Before(now.AddYears(-x)), Dates),
    };

    private static bool Dates(Column column) => column.Type == ColumnType.DateTime;

    /// <summary>Dates that have a time of day.</summary>
    private static bool Moments(Column column) => Dates(column) && column.Behavior != DateBehavior.DateOnly;

    private static Operator On(Func<Comparand, Stretch> stretch) => new(Takes.OneValue, Dates, given => IsWithin(stretch, given));

    private static Operator Around(Func<DateTime, Stretch> stretch) =>
        new(Takes.Nothing, Dates, given => IsWithin(_ => stretch(NowFor(given)), given));

    private static Operator Around(Func<DateTime, int, Stretch> stretch, Predicate<Column> fits) =>
        new(Takes.ACount, fits, given => IsWithin(_ => stretch(NowFor(given), given.Count), given));

    private static Predicate<object> IsWithin(Func<Comparand, Stretch> stretchOf, Comparand given)
    {
        try
        {
            var stretch = stretchOf(given);
            return value => stretch.Contains((DateTime)value);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw QueryFault.Value($"The condition on {given.Column.LogicalName} reaches beyond the calendar.");
        }
    }

    /// <summary>For a column without time of day, now is today.</summary>
    private static DateTime NowFor(Comparand given) =>
        given.Column.Behavior == DateBehavior.DateOnly ? given.Context.Now.Date : given.Context.Now;

    private static DateTime JustAfter(DateTime moment) => moment.AddTicks(1);

    private static Stretch SinceDay(DateTime now, DateTime day) => new(day.Date, JustAfter(now));

    private static Stretch UntilDay(DateTime now, DateTime day) => new(now, day.Date.AddDays(1));

    private static Stretch Before(DateTime moment) => new(DateTime.MinValue, moment);

    private static Stretch Days(DateTime now, int ahead) => new(now.Date.AddDays(ahead), now.Date.AddDays(ahead + 1));

    private static Stretch Weeks(DateTime now, int ahead)
    {
        var sunday = now.Date.AddDays(7 * ahead - (int)now.DayOfWeek);
        return new(sunday, sunday.AddDays(7));
    }

    private static Stretch Months(DateTime now, int ahead)
    {
        var first = now.Date.AddDays(1 - now.Day).AddMonths(ahead);
        return new(first, first.AddMonths(1));
    }

    private static Stretch Years(DateTime now, int ahead)
    {
        var first = now.Date.AddDays(1 - now.DayOfYear).AddYears(ahead);
        return new(first, first.AddYears(1));
    }
}
