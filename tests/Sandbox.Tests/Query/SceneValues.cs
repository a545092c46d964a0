using System.Globalization;
using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>The conversion that the scene needs: SDK types, labels and names.</summary>
internal sealed class SceneValues(IRows rows, SolutionModel model) : IValueConverter
{
    public object? ToSdk(Column column, object? plain) => (column.Type, plain) switch
    {
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, int value) => new OptionSetValue(value),
        (ColumnType.Choices, int[] values) => new OptionSetValueCollection([.. values.Select(value => new OptionSetValue(value))]),
        (ColumnType.Money, decimal amount) => new Money(amount),
        (_, Reference reference) => new EntityReference(reference.Table, reference.Id) { Name = NameOf(reference) },
        _ => plain,
    };

    public string? Format(Column column, object? plain) => (column.Type, plain) switch
    {
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, int value) => column.Choice!.Find(value)!.Label.In(1033),
        (ColumnType.Money, decimal amount) => $"€{amount.ToString("0.00", CultureInfo.InvariantCulture)}",
        (_, Reference reference) => NameOf(reference),
        _ => null,
    };

    private string? NameOf(Reference reference) =>
        model.Tables.TryGetValue(reference.Table, out var table)
            ? (string?)rows.Find(reference.Table, reference.Id)?[table.PrimaryName!]
            : null;
}
