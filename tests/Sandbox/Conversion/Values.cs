using System.Globalization;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Conversion;

/// <summary>
/// Stored values and what the organization service makes of them. Two simplifications: every user lives in UTC, and the
/// only currency is the euro.
/// </summary>
/// <param name="model">Tables and columns.</param>
/// <param name="rows">Where the names of lookups are read.</param>
/// <param name="language">Language of option labels, as 1033.</param>
internal sealed class Values(SolutionModel model, IRows rows, int language) : IValueConverter
{
    /// <inheritdoc/>
    public object? ToSdk(Column column, object? plain) => (column.Type, plain) switch
    {
        (_, null) => null,
        (ColumnType.Money, decimal amount) => new Money(amount),
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, int option) => new OptionSetValue(option),
        (ColumnType.Choices, int[] options) => new OptionSetValueCollection([.. options.Select(option => new OptionSetValue(option))]),
        (_, Reference(var table, var id)) => new EntityReference(table, id) { Name = NameOf(table, id) },
        _ => plain,
    };

    /// <summary>The value as it is stored, before any rule of the column is applied; null and empty texts become null.</summary>
    /// <returns>False when the column cannot hold a value of that type.</returns>
    public static bool TryFromSdk(Column column, object? value, out object? plain)
    {
        plain = (column.Type, value) switch
        {
            (_, null) or (_, string { Length: 0 }) or (_, OptionSetValueCollection { Count: 0 }) => null,
            (ColumnType.Text or ColumnType.Memo, string text) => text,
            (ColumnType.WholeNumber, int number) => number,
            (ColumnType.BigInteger, long number) => number,
            (ColumnType.Decimal, decimal number) => number,
            (ColumnType.Double, double number) => number,
            (ColumnType.Money, Money amount) => amount.Value,
            (ColumnType.YesNo, bool yes) => yes,
            (ColumnType.DateTime, DateTime time) => StoredTime(column, time),
            (ColumnType.Choice or ColumnType.State or ColumnType.Status, OptionSetValue option) => option.Value,
            (ColumnType.Choices, OptionSetValueCollection options) => options.Select(option => option.Value).Distinct().Order().ToArray(),
            (ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner, EntityReference reference) => new Reference(reference.LogicalName, reference.Id),
            (ColumnType.PrimaryKey or ColumnType.UniqueIdentifier, Guid id) => id,
            _ => Mismatch,
        };
        return !ReferenceEquals(plain, Mismatch);
    }

    /// <inheritdoc/>
    public string? Format(Column column, object? plain) => (column.Type, plain) switch
    {
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, int option) => LabelOf(column, option),
        (ColumnType.Choices, int[] options) => string.Join("; ", options.Select(option => LabelOf(column, option))),
        (ColumnType.YesNo, bool yes) => LabelOf(column, yes ? 1 : 0),
        (ColumnType.Money, decimal amount) => (amount < 0 ? "-€" : "€") + Math.Abs(amount).ToString("N2", CultureInfo.InvariantCulture),
        (ColumnType.DateTime, DateTime time) => time.ToString(
            column.Behavior == DateBehavior.DateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        (_, Reference(var table, var id)) => NameOf(table, id),
        _ => null,
    };

    /// <summary>The name of a row, as lookups show it; null when it has none.</summary>
    private string? NameOf(string table, Guid id) =>
        model.TableOf(table).PrimaryName is { } column ? rows.Find(table, id)?[column] as string : null;

    private static readonly object Mismatch = new();

    private string? LabelOf(Column column, int option) => column.Choice?.Find(option)?.Label.In(language);

    /// <summary>The database keeps whole seconds; a day has no time.</summary>
    private static DateTime StoredTime(Column column, DateTime time)
    {
        if (column.Behavior == DateBehavior.UserLocal && time.Kind == DateTimeKind.Local) time = time.ToUniversalTime();
        if (column.Behavior == DateBehavior.DateOnly) time = time.Date;
        return new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
    }
}
