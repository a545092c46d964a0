using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>A table as the page needs it: names for the Web API, labels, columns, and where a quick search looks.</summary>
internal sealed record TableDescription(
    string Name,
    string Set,
    string PrimaryKey,
    string? PrimaryName,
    IReadOnlyDictionary<int, string> Label,
    IReadOnlyDictionary<int, string> PluralLabel,
    string? Icon,
    bool IsStandIn,
    bool HasOwner,
    IReadOnlyList<string> SearchColumns,
    IReadOnlyDictionary<string, ColumnDescription> Columns)
{
    public static TableDescription Of(Table table, Metadata metadata) => new(
        table.LogicalName,
        table.EntitySetName,
        table.PrimaryKey,
        table.PrimaryName,
        table.DisplayName.ByLanguage,
        table.CollectionName.ByLanguage,
        table.Icon is { } icon && metadata.Solution.WebResources.ContainsKey(icon) ? icon : null,
        table.IsStandIn,
        table.Ownership == Ownership.User,
        SearchColumnsOf(table, metadata.Solution),
        table.Columns.Values.ToDictionary(column => column.LogicalName, column => ColumnDescription.Of(column, table, metadata)));

    private static List<string> SearchColumnsOf(Table table, SolutionModel solution)
    {
        var quickFind = solution.Views.FirstOrDefault(view => view.Table == table.LogicalName && view.QueryType == ViewDescription.QuickFind);
        var columns = quickFind?.Fetch.Descendants("condition")
            .Where(condition => (string?)condition.Attribute("value") == "{0}")
            .Select(condition => (string)condition.Attribute("attribute")!)
            .ToList();
        return columns is { Count: > 0 } ? columns : table.PrimaryName is { } name ? [name] : [];
    }
}

/// <summary>A column as the page needs it. For a lookup, <paramref name="Targets"/> says which navigation property leads to which table.</summary>
internal sealed record ColumnDescription(
    string Property,
    string Type,
    IReadOnlyDictionary<int, string> Label,
    IReadOnlyDictionary<int, string> Description,
    bool IsRequired,
    bool CanCreate,
    bool CanUpdate,
    int? MaxLength,
    decimal? Minimum,
    decimal? Maximum,
    int? Precision,
    bool IsDay,
    int? DefaultValue,
    IReadOnlyList<OptionDescription> Options,
    IReadOnlyList<TargetDescription> Targets)
{
    public static ColumnDescription Of(Column column, Table table, Metadata metadata) => new(
        Metadata.PropertyName(column),
        column.Type.ToString(),
        column.DisplayName.ByLanguage,
        column.Description.ByLanguage,
        column.IsBusinessRequired || column.IsSystemRequired,
        column.ValidForCreate,
        column.ValidForUpdate,
        column.MaxLength,
        column.Minimum,
        column.Maximum,
        column.Precision,
        column.Behavior == DateBehavior.DateOnly,
        DefaultOf(column),
        [.. (column.Choice?.Options ?? []).Select(option => new OptionDescription(option.Value, option.Label.ByLanguage, option.State))],
        [.. TargetsOf(column, table, metadata)]);

    // A new row is open, and has the status that its state starts with.
    private static int? DefaultOf(Column column) => column.Type switch
    {
        ColumnType.State or ColumnType.Status => column.DefaultValue ?? column.Choice?.Options[0].Value,
        _ => column.DefaultValue,
    };

    private static IEnumerable<TargetDescription> TargetsOf(Column column, Table table, Metadata metadata) =>
        from target in column.Targets
        // An owner is a user or a team under one navigation property, which leads to the first.
        let navigation = metadata.FindNavigation(table, column, target) ?? metadata.FindNavigation(table, column.LogicalName)
        where navigation is not null
        select new TargetDescription(target, navigation.Name);
}

/// <summary>An option of a choice; a status belongs to a state.</summary>
internal sealed record OptionDescription(int Value, IReadOnlyDictionary<int, string> Label, int? State);

/// <summary>A table that a lookup may point at, and the navigation property that leads there.</summary>
internal sealed record TargetDescription(string Table, string Navigation);
