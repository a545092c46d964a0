using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk.Query;
using static Microsoft.Xrm.Sdk.Query.ConditionOperator;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>A column of an opportunity that holds <paramref name="Stored"/> (null: nothing), and whether a condition on it is met.</summary>
public sealed record OperatorCase(ConditionOperator Operator, string Column, object? Stored, object[] Values, bool IsMet)
{
    public override string ToString() =>
        $"{Column} {Stored ?? "(nothing)"} {Operator} {string.Join(',', Values)}: {(IsMet ? "yes" : "no")}";
}

/// <summary>What the operators on values, text and the caller mean, case by case; those at the edge come in pairs.</summary>
public static class OperatorCases
{
    private static readonly Guid Ticket = new("d0000000-0000-0000-0000-000000000001");
    private static readonly Reference Bob = new("systemuser", new Guid("a0000000-0000-0000-0000-000000000002"));

    public static IEnumerable<OperatorCase> All => Comparisons.Concat(Texts).Concat(Callers).Concat(DateOperatorCases.All);

    private static IEnumerable<OperatorCase> Comparisons =>
    [
        new(Null, "name", null, [], true),
        new(Null, "name", "x", [], false),
        new(NotNull, "name", "x", [], true),
        new(NotNull, "name", null, [], false),

        new(Equal, "name", "Äiti Oy", ["ÄITI oy"], true),
        new(Equal, "name", "Contoso", ["Contos"], false),
        new(Equal, "note", "long", ["LONG"], true),
        new(Equal, "name", null, ["x"], false),
        new(Equal, "probability", 40, [40], true),
        new(Equal, "probability", 40, [41], false),
        new(Equal, "likes", 5_000_000_000L, [5_000_000_000L], true),
        new(Equal, "confidence", 1.50m, [1.5m], true),
        new(Equal, "score", 0.5, [0.5], true),
        new(Equal, "value", 99.90m, [99.9m], true),
        new(Equal, "ishot", true, [true], true),
        new(Equal, "ishot", false, [true], false),
        new(Equal, "statecode", 1, [1], true),
        new(Equal, "statuscode", 2, [1], false),
        new(Equal, "party", 2, [2], true),
        new(Equal, "ticket", Ticket, [Ticket], true),
        new(Equal, "ownerid", Bob, [Bob.Id], true),
        new(Equal, "customerid", Bob, [Ticket], false),
        new(Equal, "closedon", QueryScene.Now, [QueryScene.Now], true),

        new(NotEqual, "name", "Contoso", ["Fabrikam"], true),
        new(NotEqual, "name", "Contoso", ["CONTOSO"], false),
        new(NotEqual, "name", null, ["Contoso"], false), // a missing value is not different from one
        new(NotEqual, "ownerid", Bob, [Ticket], true),

        new(GreaterThan, "probability", 41, [40], true),
        new(GreaterThan, "probability", 40, [40], false),
        new(GreaterThan, "probability", null, [40], false),
        new(GreaterThan, "name", "b", ["A"], true), // case has no weight
        new(GreaterEqual, "probability", 40, [40], true),
        new(GreaterEqual, "probability", 39, [40], false),
        new(LessThan, "value", 39.99m, [40m], true),
        new(LessThan, "value", 40m, [40m], false),
        new(LessEqual, "score", 0.5, [0.5], true),
        new(LessEqual, "score", 0.51, [0.5], false),
        new(LessEqual, "score", null, [0.5], false),

        new(In, "probability", 2, [1, 2], true),
        new(In, "probability", 3, [1, 2], false),
        new(In, "name", "b", ["A", "B"], true),
        new(In, "ownerid", Bob, [Ticket, Bob.Id], true),
        new(NotIn, "probability", 3, [1, 2], true),
        new(NotIn, "probability", 2, [1, 2], false),
        new(NotIn, "probability", null, [1, 2], false),

        new(Between, "probability", 10, [10, 20], true),
        new(Between, "probability", 20, [10, 20], true),
        new(Between, "probability", 9, [10, 20], false),
        new(Between, "probability", 21, [10, 20], false),
        new(NotBetween, "probability", 9, [10, 20], true),
        new(NotBetween, "probability", 10, [10, 20], false),
        new(NotBetween, "probability", null, [10, 20], false),

        new(ContainValues, "channels", new[] { 1, 3 }, [3, 4], true),
        new(ContainValues, "channels", new[] { 1, 3 }, [2], false),
        new(DoesNotContainValues, "channels", new[] { 1, 3 }, [2, 4], true),
        new(DoesNotContainValues, "channels", new[] { 1, 3 }, [2, 3], false),
        new(DoesNotContainValues, "channels", null, [2], false),
    ];

    private static IEnumerable<OperatorCase> Texts =>
    [
        new(Like, "name", "Contoso", ["con%"], true),
        new(Like, "name", "Contoso", ["con"], false),
        new(Like, "note", "a\nb", ["a%b"], true), // over a line break too
        new(NotLike, "name", "Fabrikam", ["con%"], true),
        new(NotLike, "name", "Contoso", ["con%"], false),
        new(NotLike, "name", null, ["con%"], false),
        new(BeginsWith, "name", "Contoso", ["CON"], true),
        new(BeginsWith, "name", "Contoso", ["on"], false),
        new(BeginsWith, "name", "Contoso", ["con%"], false), // no wildcard here
        new(DoesNotBeginWith, "name", "Contoso", ["on"], true),
        new(DoesNotBeginWith, "name", "Contoso", ["con"], false),
        new(EndsWith, "name", "Contoso", ["OSO"], true),
        new(EndsWith, "name", "Contoso", ["os"], false),
        new(DoesNotEndWith, "name", "Contoso", ["os"], true),
        new(DoesNotEndWith, "name", "Contoso", ["oso"], false),
    ];

    private static IEnumerable<OperatorCase> Callers =>
    [
        new(EqualUserId, "ownerid", QueryScene.Ann, [], true),
        new(EqualUserId, "ownerid", Bob, [], false),
        new(NotEqualUserId, "ownerid", Bob, [], true),
        new(NotEqualUserId, "ownerid", QueryScene.Ann, [], false),
        new(NotEqualUserId, "ownerid", null, [], false),
        new(EqualUserTeams, "ownerid", QueryScene.Team, [], true),
        new(EqualUserTeams, "ownerid", QueryScene.Ann, [], false),
        new(EqualUserOrUserTeams, "ownerid", QueryScene.Ann, [], true),
        new(EqualUserOrUserTeams, "ownerid", QueryScene.Team, [], true),
        new(EqualUserOrUserTeams, "ownerid", Bob, [], false),
        new(EqualBusinessId, "businessunitid", QueryScene.Unit, [], true),
        new(EqualBusinessId, "businessunitid", Bob, [], false),
        new(NotEqualBusinessId, "businessunitid", Bob, [], true),
        new(NotEqualBusinessId, "businessunitid", QueryScene.Unit, [], false),
    ];
}
