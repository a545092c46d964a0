using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query.Operators;

/// <summary>Which values follow an operator.</summary>
internal enum Takes
{
    /// <summary>None.</summary>
    Nothing,

    /// <summary>One of the column's type.</summary>
    OneValue,

    /// <summary>Two of the column's type.</summary>
    TwoValues,

    /// <summary>One or more of the column's type.</summary>
    Values,

    /// <summary>A whole number of at least 1: the X of LastXDays.</summary>
    ACount,
}

/// <summary>What a condition compares a column with.</summary>
internal sealed record Comparand(Column Column, IReadOnlyList<object> Values, QueryContext Context)
{
    public object Value => Values[0];

    public string Text => (string)Values[0];

    public int Count => (int)Values[0];

    public DateTime Date => (DateTime)Values[0];
}

/// <summary>
/// A condition operator: the values it takes, the columns it fits, and the test of a stored value it stands for.
/// </summary>
internal sealed record Operator(Takes Takes, Predicate<Column> Fits, Func<Comparand, Predicate<object>> Test)
{
    /// <summary>Every operator that the sandbox knows. What is not listed is refused by name.</summary>
    public static readonly IReadOnlyDictionary<ConditionOperator, Operator> All =
        new[] { ComparisonOperators.All, TextOperators.All, DateOperators.All, CallerOperators.All }
            .SelectMany(family => family)
            .ToDictionary();
}
