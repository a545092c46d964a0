using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>
/// A plain view and a plain form for a table to which the solution brings none: Dynamics has its own for accounts and contacts,
/// which no solution of ours carries. The page marks them. And a plain navigation for a solution without an app.
/// </summary>
internal static class StandIns
{
    private const int ColumnsInView = 6;

    private static readonly IReadOnlyDictionary<int, string> Information = new Dictionary<int, string> { [1033] = "Information", [1035] = "Tiedot" };
    private static readonly IReadOnlyDictionary<int, string> Nothing = new Dictionary<int, string>();

    private static readonly string[] WorkTables = ["opportunity", "account", "contact"];
    private static readonly IReadOnlyDictionary<int, string> MyWork = new Dictionary<int, string> { [1033] = "My work", [1035] = "Oma työ" };
    private static readonly IReadOnlyDictionary<int, string> Settings = new Dictionary<int, string> { [1033] = "Settings", [1035] = "Asetukset" };

    /// <summary>Navigation for a solution without an app: the seller's tables, and the configuration, which nobody owns.</summary>
    public static NavigationArea Area(SolutionModel solution)
    {
        return new NavigationArea(Nothing,
        [
            GroupOf(MyWork, WorkTables.Where(solution.Tables.ContainsKey).Select(name => solution.Tables[name])),
            GroupOf(Settings, solution.Tables.Values.Where(table => !table.IsStandIn && table.Ownership == Ownership.Organization)),
        ]);

        static NavigationGroup GroupOf(IReadOnlyDictionary<int, string> label, IEnumerable<Table> tables) =>
            new(label, [.. tables.Select(table => new NavigationEntry(table.CollectionName.ByLanguage, table.LogicalName, Dashboard: null, Needs: []))]);
    }

    /// <summary>All rows by name, with the first columns of the table.</summary>
    public static ViewDescription View(Table table)
    {
        var columns = OwnColumns(table).Where(column => column.Type != ColumnType.Memo).Take(ColumnsInView).Select(column => column.LogicalName).ToList();
        var fetch = new XElement("fetch", new XAttribute("version", "1.0"), new XAttribute("mapping", "logical"),
            new XElement("entity", new XAttribute("name", table.LogicalName),
                columns.Prepend(table.PrimaryKey).Select(column => new XElement("attribute", new XAttribute("name", column))),
                table.PrimaryName is { } name ? new XElement("order", new XAttribute("attribute", name)) : null));
        return new ViewDescription(Guid.Empty, table.LogicalName, table.CollectionName.ByLanguage, QueryType: 0, IsDefault: true, IsStandIn: true,
            fetch.ToString(SaveOptions.DisableFormatting),
            [.. columns.Select(column => new ViewColumn(column, column == table.PrimaryName ? 300 : 150, table.LogicalName, column, IsHidden: false))],
            Component: null);
    }

    /// <summary>One tab with every column that people can write.</summary>
    public static FormDescription Form(Table table)
    {
        var rows = OwnColumns(table)
            .Select(column => new FormCell(column.DisplayName.ByLanguage, ShowsLabel: true, ColumnSpan: 1, new FormControl("column") { Column = column.LogicalName }))
            .Chunk(2)
            .Select(IReadOnlyList<FormCell> (cells) => cells);
        var section = new FormSection(Name: null, Nothing, ShowsLabel: false, Columns: 2, [.. rows]);
        return new FormDescription(Guid.Empty, table.LogicalName, "main", Information, IsStandIn: true,
            [new FormTab(Name: null, Information, [new FormColumn("100%", [section])])]);
    }

    private static IEnumerable<Column> OwnColumns(Table table) => table.Columns.Values
        .Where(column => column.LogicalName == table.PrimaryName || column is { IsSystem: false, ValidForUpdate: true } && column.LogicalName != table.PrimaryKey)
        .OrderByDescending(column => column.LogicalName == table.PrimaryName);
}
