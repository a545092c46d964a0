using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Queries;

/// <summary>
/// The columns that a filter or an order names, with the joins that lead to them: <c>buy_StageId/buy_name</c> joins the stage once,
/// however often it is named.
/// </summary>
/// <param name="metadata">To find the columns.</param>
/// <param name="links">Where the joins are added.</param>
/// <param name="variable">What the row of the query is called: <c>$it</c>, or the variable of an any or all.</param>
internal sealed class Joins(Metadata metadata, DataCollection<LinkEntity> links, string variable = Joins.RowOfTheAddress)
{
    private const string RowOfTheAddress = "$it";

    private readonly Dictionary<string, LinkEntity> _byPath = [];

    /// <summary>The column of a property node, and the alias of the joined table; the alias is null for the table of the query.</summary>
    public (string? Alias, Column Column) ColumnOf(SingleValuePropertyAccessNode node) =>
        (LinkTo(node.Source)?.EntityAlias, metadata.ColumnOf(node.Property));

    // Filters on related rows may be nested; each level has joins of its own.
    private string Prefix => variable == RowOfTheAddress ? "" : $"{variable}_";

    /// <summary>The column of that table's property, by the name in a query function.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public static Column ColumnOf(Table table, string name)
    {
        var logicalName = name.StartsWith('_') && name.EndsWith("_value", StringComparison.Ordinal) ? name[1..^"_value".Length] : name;
        return table.Find(logicalName) ?? throw Refusal.Address($"There is no column '{name}' in the table {table.LogicalName}.");
    }

    private LinkEntity? LinkTo(QueryNode source) => source switch
    {
        ResourceRangeVariableReferenceNode row when row.Name == variable => null,
        ResourceRangeVariableReferenceNode row => throw Unsupported.Feature($"a column of '{row.Name}' inside any or all of other rows", "path in $filter"),
        SingleNavigationNode navigation => LinkAlong(navigation),
        _ => throw Unsupported.Feature($"the expression {source.Kind}", "path in $filter or $orderby"),
    };

    private LinkEntity LinkAlong(SingleNavigationNode node)
    {
        var from = LinkTo(node.Source);
        var navigation = metadata.NavigationOf(node.NavigationProperty);
        var path = $"{from?.EntityAlias}/{navigation.Name}";
        if (_byPath.TryGetValue(path, out var known)) return known;

        var link = new LinkEntity(navigation.Table.LogicalName, navigation.Target.LogicalName, navigation.Lookup.LogicalName, navigation.Target.PrimaryKey, JoinOperator.LeftOuter)
        {
            EntityAlias = $"{Prefix}join{_byPath.Count + 1}",
        };
        (from?.LinkEntities ?? links).Add(link);
        _byPath.Add(path, link);
        return link;
    }
}
