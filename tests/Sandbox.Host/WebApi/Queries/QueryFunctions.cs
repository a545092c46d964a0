using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Queries;

/// <summary>What a query function takes beside the name of the column.</summary>
public enum FunctionArgument
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One whole number, a count of hours, days, months ...</summary>
    Count,

    /// <summary>One value of the column, as text.</summary>
    Value,

    /// <summary>Several values of the column, as texts.</summary>
    Values,
}

/// <summary>A Dataverse function for <c>$filter</c>, as <c>Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)</c>.</summary>
public sealed record QueryFunction(string Name, ConditionOperator Operator, FunctionArgument Argument)
{
    /// <summary>Name of the parameter that names the column.</summary>
    public const string ColumnParameter = "PropertyName";

    /// <summary>Name of the parameter with one value.</summary>
    public const string ValueParameter = "PropertyValue";

    /// <summary>Name of the parameter with several values.</summary>
    public const string ValuesParameter = "PropertyValues";

    /// <summary>Every function that <c>$filter</c> knows.</summary>
    public static readonly IReadOnlyList<QueryFunction> All =
    [
        .. Named(FunctionArgument.Values, ConditionOperator.In, ConditionOperator.NotIn, ConditionOperator.Between, ConditionOperator.NotBetween,
            ConditionOperator.ContainValues, ConditionOperator.DoesNotContainValues),
        .. Named(FunctionArgument.Value, ConditionOperator.On, ConditionOperator.NotOn, ConditionOperator.OnOrBefore, ConditionOperator.OnOrAfter),
        .. Named(FunctionArgument.None, ConditionOperator.Today, ConditionOperator.Yesterday, ConditionOperator.Tomorrow,
            ConditionOperator.Last7Days, ConditionOperator.Next7Days,
            ConditionOperator.LastWeek, ConditionOperator.ThisWeek, ConditionOperator.NextWeek,
            ConditionOperator.LastMonth, ConditionOperator.ThisMonth, ConditionOperator.NextMonth,
            ConditionOperator.LastYear, ConditionOperator.ThisYear, ConditionOperator.NextYear,
            ConditionOperator.EqualUserId, ConditionOperator.NotEqualUserId, ConditionOperator.EqualBusinessId, ConditionOperator.NotEqualBusinessId,
            ConditionOperator.EqualUserTeams, ConditionOperator.EqualUserOrUserTeams),
        .. Named(FunctionArgument.Count, ConditionOperator.LastXHours, ConditionOperator.NextXHours, ConditionOperator.LastXDays, ConditionOperator.NextXDays,
            ConditionOperator.LastXWeeks, ConditionOperator.NextXWeeks, ConditionOperator.LastXMonths, ConditionOperator.NextXMonths,
            ConditionOperator.LastXYears, ConditionOperator.NextXYears, ConditionOperator.OlderThanXMinutes, ConditionOperator.OlderThanXHours,
            ConditionOperator.OlderThanXDays, ConditionOperator.OlderThanXWeeks, ConditionOperator.OlderThanXMonths, ConditionOperator.OlderThanXYears),
    ];

    // The functions have the names of the operators.
    private static IEnumerable<QueryFunction> Named(FunctionArgument argument, params ConditionOperator[] operators) =>
        operators.Select(@operator => new QueryFunction(@operator.ToString(), @operator, argument));
}
