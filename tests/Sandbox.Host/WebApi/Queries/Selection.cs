using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Queries;

/// <summary>A related row, or related rows, to be read along with a row: one <c>$expand</c>.</summary>
internal sealed record Expansion(Navigation Navigation, Selection Selection, FilterClause? Filter, OrderByClause? Order, int? Top);

/// <summary>What is shown of a row: <c>$select</c> and <c>$expand</c>.</summary>
internal sealed record Selection(Table Table, IReadOnlyList<Column> Columns, IReadOnlyList<Expansion> Expansions, bool IsAll)
{
    /// <summary>Every column and nothing else.</summary>
    public static Selection All(Table table) => new(table, [.. table.Columns.Values], [], IsAll: true);

    /// <summary>What the clause selects; every column when there is none.</summary>
    public static Selection Of(Table table, SelectExpandClause? clause, Metadata metadata)
    {
        if (clause is null) return All(table);

        var items = clause.SelectedItems.ToList();
        if (items.FirstOrDefault(item => item is not (PathSelectItem or ExpandedNavigationSelectItem)) is { } unknown)
            throw Unsupported.Feature(unknown is ExpandedReferenceSelectItem ? "$ref in $expand" : "* in $select", "Web API address");
        var expansions = items.OfType<ExpandedNavigationSelectItem>().Select(item => Expand(item, metadata)).ToList();
        if (clause.AllSelected) return All(table) with { Expansions = expansions };

        var columns = items.OfType<PathSelectItem>().Select(item => ColumnOf(item, metadata)).Prepend(table.Columns[table.PrimaryKey]).Distinct();
        return new Selection(table, [.. columns], expansions, IsAll: false);
    }

    private static Column ColumnOf(PathSelectItem item, Metadata metadata) => item.SelectedPath.ToList() switch
    {
        [PropertySegment property] => metadata.ColumnOf(property.Property),
        [NavigationPropertySegment navigation] when !metadata.NavigationOf(navigation.NavigationProperty).IsCollection =>
            metadata.NavigationOf(navigation.NavigationProperty).Lookup,
        _ => throw Refusal.Address("$select takes names of columns only; related rows are read with $expand."),
    };

    private static Expansion Expand(ExpandedNavigationSelectItem item, Metadata metadata)
    {
        if (item.PathToNavigationProperty.ToList() is not [NavigationPropertySegment segment]) throw Unsupported.Feature("a path of several parts", "$expand");
        if (item.SkipOption is not null) throw Unsupported.Feature("$skip", "$expand");
        if (item.CountOption is not null) throw Unsupported.Feature("$count", "$expand");
        if (item.SearchOption is not null) throw Unsupported.Feature("$search", "$expand");
        if (item.ApplyOption is not null) throw Unsupported.Feature("$apply", "$expand");
        if (item.ComputeOption is not null) throw Unsupported.Feature("$compute", "$expand");
        if (item.LevelsOption is not null) throw Unsupported.Feature("$levels", "$expand");

        var navigation = metadata.NavigationOf(segment.NavigationProperty);
        if (!navigation.IsCollection && (item.FilterOption ?? (object?)item.OrderByOption ?? item.TopOption) is not null)
            throw Refusal.Address($"'{navigation.Name}' leads to one row: $expand takes only $select and $expand there.");

        return new Expansion(navigation, Of(navigation.Target, item.SelectAndExpand, metadata), item.FilterOption, item.OrderByOption, Paging.TopOf(item.TopOption));
    }

    /// <summary>The columns to ask for: those shown, and the lookups that lead to related rows.</summary>
    public ColumnSet ToColumnSet()
    {
        if (IsAll) return new ColumnSet(true);
        var leading = Expansions.Where(expansion => !expansion.Navigation.IsCollection).Select(expansion => expansion.Navigation.Lookup);
        return new ColumnSet([.. Columns.Concat(leading).Select(column => column.LogicalName).Distinct()]);
    }

    /// <summary>The part of <c>@odata.context</c> that says what was selected.</summary>
    public string ContextSuffix()
    {
        var parts = (IsAll ? [] : Columns.Select(Metadata.PropertyName)).Concat(Expansions.Select(expansion => expansion.Navigation.Name + Nested(expansion)));
        var list = string.Join(',', parts);
        return list.Length == 0 ? "" : $"({list})";

        static string Nested(Expansion expansion) => expansion.Selection.ContextSuffix() is { Length: > 0 } suffix ? suffix : "()";
    }
}
