using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query.Operators;

/// <summary>Operators that compare a value with given ones, or ask whether there is a value.</summary>
internal static class ComparisonOperators
{
    public static readonly IReadOnlyDictionary<ConditionOperator, Operator> All = new Dictionary<ConditionOperator, Operator>
    {
        [ConditionOperator.Null] = new(Takes.Nothing, AnyColumn, _ => _ => false), // missing values: see ColumnTest
        [ConditionOperator.NotNull] = new(Takes.Nothing, AnyColumn, _ => _ => true),
        [ConditionOperator.Equal] = Compare(sign => sign == 0, SingleValued),
        [ConditionOperator.NotEqual] = Compare(sign => sign != 0, SingleValued),
        [ConditionOperator.GreaterThan] = Compare(sign => sign > 0, Ordered),
        [ConditionOperator.GreaterEqual] = Compare(sign => sign >= 0, Ordered),
        [ConditionOperator.LessThan] = Compare(sign => sign < 0, Ordered),
        [ConditionOperator.LessEqual] = Compare(sign => sign <= 0, Ordered),
        [ConditionOperator.In] = new(Takes.Values, SingleValued, given => SetOf(given).Contains),
        [ConditionOperator.NotIn] = new(Takes.Values, SingleValued, given => Not(SetOf(given).Contains)),
        [ConditionOperator.Between] = new(Takes.TwoValues, Ordered, IsBetween),
        [ConditionOperator.NotBetween] = new(Takes.TwoValues, Ordered, given => Not(IsBetween(given))),
        [ConditionOperator.ContainValues] = new(Takes.Values, ManyValued, HoldsAny),
        [ConditionOperator.DoesNotContainValues] = new(Takes.Values, ManyValued, given => Not(HoldsAny(given))),
    };

    /// <summary>The operators that may also compare two columns, with the sign of the comparison that each accepts.</summary>
    public static readonly IReadOnlyDictionary<ConditionOperator, Predicate<int>> OfColumns = new Dictionary<ConditionOperator, Predicate<int>>
    {
        [ConditionOperator.Equal] = sign => sign == 0,
        [ConditionOperator.NotEqual] = sign => sign != 0,
        [ConditionOperator.GreaterThan] = sign => sign > 0,
        [ConditionOperator.GreaterEqual] = sign => sign >= 0,
        [ConditionOperator.LessThan] = sign => sign < 0,
        [ConditionOperator.LessEqual] = sign => sign <= 0,
    };

    public static Predicate<object> Not(Predicate<object> test) => value => !test(value);

    private static bool AnyColumn(Column column) => true;

    private static bool SingleValued(Column column) => column.Type != ColumnType.Choices;

    private static bool ManyValued(Column column) => column.Type == ColumnType.Choices;

    private static bool Ordered(Column column) =>
        PlainValues.TypeOf(column) is var type && type != typeof(Guid) && type != typeof(bool) && type != typeof(int[]);

    private static Operator Compare(Predicate<int> accepts, Predicate<Column> fits) =>
        new(Takes.OneValue, fits, given => value => accepts(PlainValues.Compare(value, given.Value)));

    private static Predicate<object> IsBetween(Comparand given) => value =>
        PlainValues.Compare(value, given.Values[0]) >= 0 && PlainValues.Compare(value, given.Values[1]) <= 0;

    private static HashSet<object> SetOf(Comparand given) => new(given.Values, PlainValues.Equality);

    private static Predicate<object> HoldsAny(Comparand given) => value =>
        ((int[])value).Intersect(given.Values.Cast<int>()).Any();
}
