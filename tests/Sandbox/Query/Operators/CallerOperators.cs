using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;
using static BuyerPath.Sandbox.Query.Operators.ComparisonOperators;

namespace BuyerPath.Sandbox.Query.Operators;

/// <summary>Operators that compare a lookup or an id with the user who asks, their teams or their business unit.</summary>
internal static class CallerOperators
{
    public static readonly IReadOnlyDictionary<ConditionOperator, Operator> All = new Dictionary<ConditionOperator, Operator>
    {
        [ConditionOperator.EqualUserId] = IsOneOf(caller => [caller.UserId]),
        [ConditionOperator.NotEqualUserId] = IsNoneOf(caller => [caller.UserId]),
        [ConditionOperator.EqualUserTeams] = IsOneOf(caller => caller.TeamIds),
        [ConditionOperator.EqualUserOrUserTeams] = IsOneOf(caller => [caller.UserId, .. caller.TeamIds]),
        [ConditionOperator.EqualBusinessId] = IsOneOf(caller => [caller.BusinessUnitId]),
        [ConditionOperator.NotEqualBusinessId] = IsNoneOf(caller => [caller.BusinessUnitId]),
    };

    private static bool Ids(Column column) => PlainValues.TypeOf(column) == typeof(Guid);

    private static Operator IsOneOf(Func<Caller, IReadOnlyCollection<Guid>> ids) => new(Takes.Nothing, Ids, given => IsAmong(given, ids));

    private static Operator IsNoneOf(Func<Caller, IReadOnlyCollection<Guid>> ids) => new(Takes.Nothing, Ids, given => Not(IsAmong(given, ids)));

    private static Predicate<object> IsAmong(Comparand given, Func<Caller, IReadOnlyCollection<Guid>> ids)
    {
        var set = ids(given.Context.Caller).ToHashSet();
        return value => set.Contains((Guid)PlainValues.Comparable(value));
    }
}
