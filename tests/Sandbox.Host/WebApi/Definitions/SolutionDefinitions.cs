using BuyerPath.Sandbox.Model;
using BuyerPath.Toolbox;

namespace BuyerPath.Sandbox.Host.WebApi.Definitions;

/// <summary>The definitions of a solution's tables, columns and shared choices, as the Web API shows them.</summary>
internal static class SolutionDefinitions
{
    private static readonly Dictionary<ColumnType, string> TypeNames = new()
    {
        [ColumnType.Text] = "String", [ColumnType.Memo] = "Memo", [ColumnType.WholeNumber] = "Integer", [ColumnType.BigInteger] = "BigInt",
        [ColumnType.Decimal] = "Decimal", [ColumnType.Double] = "Double", [ColumnType.Money] = "Money", [ColumnType.DateTime] = "DateTime",
        [ColumnType.YesNo] = "Boolean", [ColumnType.Choice] = "Picklist", [ColumnType.Choices] = "Virtual", [ColumnType.State] = "State",
        [ColumnType.Status] = "Status", [ColumnType.Lookup] = "Lookup", [ColumnType.Customer] = "Customer", [ColumnType.Owner] = "Owner",
        [ColumnType.PrimaryKey] = "Uniqueidentifier", [ColumnType.UniqueIdentifier] = "Uniqueidentifier",
    };

    private static readonly Dictionary<Ownership, string> OwnershipNames = new()
    {
        [Ownership.Organization] = "OrganizationOwned", [Ownership.User] = "UserOwned", [Ownership.BusinessUnit] = "BusinessOwned", [Ownership.None] = "None",
    };

    /// <summary>The tables, by name.</summary>
    public static IReadOnlyList<Definition> Tables(SolutionModel solution) =>
        [.. solution.Tables.Values.OrderBy(table => table.LogicalName, StringComparer.Ordinal).Select(OfTable)];

    /// <summary>The choices that are not of one column alone, by name.</summary>
    public static IReadOnlyList<Definition> Choices(SolutionModel solution) =>
    [
        .. solution.Tables.Values.SelectMany(table => table.Columns.Values).Select(column => column.Choice).OfType<Choice>()
            .Where(choice => choice.IsGlobal).DistinctBy(choice => choice.Name).OrderBy(choice => choice.Name, StringComparer.Ordinal).Select(OfChoice),
    ];

    private static Definition OfTable(Table table) => new(DefinitionType.Table, new Dictionary<string, object?>
    {
        [DefinitionType.Id] = StableId.Of($"definition {table.LogicalName}"),
        ["LogicalName"] = table.LogicalName,
        ["SchemaName"] = table.SchemaName,
        ["EntitySetName"] = table.EntitySetName,
        ["LogicalCollectionName"] = table.EntitySetName,
        ["PrimaryIdAttribute"] = table.PrimaryKey,
        ["PrimaryNameAttribute"] = table.PrimaryName,
        ["OwnershipType"] = OwnershipNames[table.Ownership],
        ["IsCustomEntity"] = !table.IsStandIn,
        ["DisplayName"] = table.DisplayName,
        ["DisplayCollectionName"] = table.CollectionName,
    }, [.. table.Columns.Values.OrderBy(column => column.LogicalName, StringComparer.Ordinal).Select(column => OfColumn(table, column))], []);

    private static Definition OfColumn(Table table, Column column) => new(DefinitionType.Column, new Dictionary<string, object?>
    {
        [DefinitionType.Id] = StableId.Of($"definition {table.LogicalName} {column.LogicalName}"),
        ["LogicalName"] = column.LogicalName,
        ["SchemaName"] = column.SchemaName,
        ["EntityLogicalName"] = table.LogicalName,
        ["AttributeType"] = TypeNames[column.Type],
        ["IsPrimaryId"] = column.LogicalName == table.PrimaryKey,
        ["IsPrimaryName"] = column.LogicalName == table.PrimaryName,
        ["IsValidForCreate"] = column.ValidForCreate,
        ["IsValidForUpdate"] = column.ValidForUpdate,
        ["DisplayName"] = column.DisplayName,
        ["Description"] = column.Description,
    }, [], []);

    private static Definition OfChoice(Choice choice) => new(DefinitionType.Choice, new Dictionary<string, object?>
    {
        [DefinitionType.Id] = StableId.Of($"definition choice {choice.Name}"),
        ["Name"] = choice.Name,
        ["IsGlobal"] = choice.IsGlobal,
    }, [], choice.Options);
}
