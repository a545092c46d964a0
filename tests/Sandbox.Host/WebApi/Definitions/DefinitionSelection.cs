using Microsoft.OData.UriParser;

namespace BuyerPath.Sandbox.Host.WebApi.Definitions;

/// <summary>What is shown of a definition: <c>$select</c>, and <c>$expand</c> of a table's columns.</summary>
internal sealed record DefinitionSelection(DefinitionType Type, IReadOnlyList<DefinitionProperty> Properties, bool ShowsOptions, DefinitionSelection? Columns, bool IsAll)
{
    /// <summary>What the clause selects; every property when there is none. The id is always there, as in Dataverse.</summary>
    public static DefinitionSelection Of(DefinitionType type, SelectExpandClause? clause)
    {
        if (clause is null || clause.AllSelected && !clause.SelectedItems.Any())
            return new DefinitionSelection(type, type.Properties, type == DefinitionType.Choice, Columns: null, IsAll: true);

        var items = clause.SelectedItems.ToList();
        if (items.FirstOrDefault(item => item is not (PathSelectItem or ExpandedNavigationSelectItem)) is { } unknown)
            throw Unsupported.Feature(unknown.GetType().Name, $"the query options of {type.Name}");
        var names = items.OfType<PathSelectItem>().Select(item => item.SelectedPath.FirstSegment.Identifier).Append(DefinitionType.Id).ToHashSet();
        return new DefinitionSelection(
            type,
            clause.AllSelected ? type.Properties : [.. type.Properties.Where(property => names.Contains(property.Name))],
            type == DefinitionType.Choice && (clause.AllSelected || names.Contains(DefinitionType.Options)),
            items.OfType<ExpandedNavigationSelectItem>().Select(Expanded).SingleOrDefault(),
            clause.AllSelected);
    }

    private static DefinitionSelection Expanded(ExpandedNavigationSelectItem item) =>
        (item.FilterOption ?? item.OrderByOption ?? (object?)item.TopOption ?? item.SkipOption ?? item.CountOption ?? item.SearchOption ?? item.ApplyOption ?? (object?)item.ComputeOption ?? item.LevelsOption) is null
            ? Of(DefinitionType.Column, item.SelectAndExpand)
            : throw Unsupported.Feature("any option but $select", $"$expand={DefinitionType.Attributes}");

    /// <summary>The part of <c>@odata.context</c> that says what was selected.</summary>
    public string ContextSuffix()
    {
        var parts = (IsAll ? [] : Properties.Select(property => property.Name)).Concat(Columns is null ? [] : [DefinitionType.Attributes + Nested(Columns)]);
        var list = string.Join(',', parts);
        return list.Length == 0 ? "" : $"({list})";

        static string Nested(DefinitionSelection columns) => columns.ContextSuffix() is { Length: > 0 } suffix ? suffix : "()";
    }
}
