using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Query;

/// <summary>How stored values compare. The one place that knows: text regardless of case and of the machine's culture, lookups by id.</summary>
internal static class PlainValues
{
    /// <summary>How text compares.</summary>
    public static readonly StringComparer Text = StringComparer.OrdinalIgnoreCase;

    /// <summary>Equality of two single values.</summary>
    public static readonly IEqualityComparer<object> Equality = new ValueEquality();

    /// <summary>Equality of lists of values, position by position; nulls are equal to each other, as in groups and distinct rows.</summary>
    public static readonly IEqualityComparer<IReadOnlyList<object?>> ListEquality = new ValuesEquality();

    /// <summary>What a value is compared by.</summary>
    public static object Comparable(object value) => value switch
    {
        Reference reference => reference.Id,
        int[] choices => string.Join(',', choices.Order()),
        _ => value,
    };

    /// <summary>The order of two values of the same type; null comes first.</summary>
    public static int Compare(object? first, object? second) => (first, second) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => CompareComparables(Comparable(first), Comparable(second)),
    };

    /// <summary>The type that the values of a column compare as.</summary>
    public static Type TypeOf(Column column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => typeof(string),
        ColumnType.WholeNumber or ColumnType.Choice or ColumnType.State or ColumnType.Status => typeof(int),
        ColumnType.BigInteger => typeof(long),
        ColumnType.Decimal or ColumnType.Money => typeof(decimal),
        ColumnType.Double => typeof(double),
        ColumnType.DateTime => typeof(DateTime),
        ColumnType.YesNo => typeof(bool),
        ColumnType.Choices => typeof(int[]),
        _ => typeof(Guid),
    };

    /// <summary>True for columns that point at a row of a table.</summary>
    public static bool IsLookup(Column column) => column.Type is ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner;

    private static int CompareComparables(object first, object second) => first is string text
        ? Text.Compare(text, (string)second)
        : Comparer<object>.Default.Compare(first, second);

    private sealed class ValueEquality : IEqualityComparer<object>
    {
        public new bool Equals(object? first, object? second) => Compare(first, second) == 0;

        public int GetHashCode(object value) => Comparable(value) switch
        {
            string text => Text.GetHashCode(text),
            var other => other.GetHashCode(),
        };
    }

    private sealed class ValuesEquality : IEqualityComparer<IReadOnlyList<object?>>
    {
        public bool Equals(IReadOnlyList<object?>? first, IReadOnlyList<object?>? second) =>
            first!.SequenceEqual(second!, Equality!);

        public int GetHashCode(IReadOnlyList<object?> values)
        {
            var hash = new HashCode();
            foreach (var value in values) hash.Add(value is null ? 0 : Equality.GetHashCode(value));
            return hash.ToHashCode();
        }
    }
}
