using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Query.Operators.ComparisonOperators;

namespace BuyerPath.Sandbox.Query.Operators;

/// <summary>Operators on text. Only Like and NotLike know wildcards.</summary>
internal static class TextOperators
{
    public static readonly IReadOnlyDictionary<ConditionOperator, Operator> All = new Dictionary<ConditionOperator, Operator>
    {
        [ConditionOperator.Like] = new(Takes.OneValue, Text, IsLike),
        [ConditionOperator.NotLike] = new(Takes.OneValue, Text, given => Not(IsLike(given))),
        [ConditionOperator.BeginsWith] = new(Takes.OneValue, Text, BeginsWith),
        [ConditionOperator.DoesNotBeginWith] = new(Takes.OneValue, Text, given => Not(BeginsWith(given))),
        [ConditionOperator.EndsWith] = new(Takes.OneValue, Text, EndsWith),
        [ConditionOperator.DoesNotEndWith] = new(Takes.OneValue, Text, given => Not(EndsWith(given))),
    };

    private static bool Text(Column column) => PlainValues.TypeOf(column) == typeof(string);

    private static Predicate<object> IsLike(Comparand given)
    {
        var pattern = new LikePattern(given.Text);
        return value => pattern.Matches((string)value);
    }

    private static Predicate<object> BeginsWith(Comparand given) =>
        value => ((string)value).StartsWith(given.Text, StringComparison.OrdinalIgnoreCase);

    private static Predicate<object> EndsWith(Comparand given) =>
        value => ((string)value).EndsWith(given.Text, StringComparison.OrdinalIgnoreCase);
}
