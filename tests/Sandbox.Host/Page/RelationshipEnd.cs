using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>How a subgrid on a form of a table finds its rows: by a lookup of theirs, or by links between both tables; the other is null.</summary>
/// <param name="Table">Logical name of the table whose form it is.</param>
/// <param name="Lookup">The lookup that points at a row of the table.</param>
/// <param name="Link">The links.</param>
internal sealed record RelationshipEnd(string Table, string? Lookup, RowLink? Link)
{
    /// <summary>The ends of every relationship by its name: one of a one-to-many relationship, both of a many-to-many one.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<RelationshipEnd>> Of(SolutionModel solution) => solution.OneToMany
        .Select(named => KeyValuePair.Create<string, IReadOnlyList<RelationshipEnd>>(named.Key, [new(named.Value.OneTable, named.Value.Lookup, Link: null)]))
        .Concat(solution.ManyToMany.Select(named => KeyValuePair.Create<string, IReadOnlyList<RelationshipEnd>>(named.Key, [.. EndsOf(named.Value)])))
        .ToDictionary();

    private static IEnumerable<RelationshipEnd> EndsOf(ManyToMany many) =>
    [
        new(many.FirstTable, Lookup: null, new RowLink(many.IntersectTable, many.FirstColumn, many.SecondColumn, many.FirstNavigation)),
        new(many.SecondTable, Lookup: null, new RowLink(many.IntersectTable, many.SecondColumn, many.FirstColumn, many.SecondNavigation)),
    ];
}

/// <summary>Links from one table to another.</summary>
/// <param name="Intersect">The table that holds them.</param>
/// <param name="Near">Its column with the id on this side.</param>
/// <param name="Far">Its column with the id on the other side, named like the primary key there.</param>
/// <param name="Navigation">The navigation property from this side.</param>
internal sealed record RowLink(string Intersect, string Near, string Far, string Navigation);
