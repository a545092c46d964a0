using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Query;

/// <summary>A link that adds a row to each joined row. <paramref name="IsOuter"/> keeps those that find none.</summary>
internal sealed record Join(Source Parent, Column From, Source Child, RowsByValue Rows, Filter Criteria, bool IsOuter)
{
    public IEnumerable<JoinedRow> Extend(JoinedRow row)
    {
        var found = false;
        foreach (var extended in Matches(row))
        {
            found = true;
            yield return extended;
        }

        if (!found && IsOuter) yield return row;
    }

    private IEnumerable<JoinedRow> Matches(JoinedRow row) => row[Parent, From] is { } value
        ? Rows.Matching(value).Select(match => row.With(Child, match)).Where(Criteria.Accepts)
        : [];
}

/// <summary>
/// Which joined rows a query is about: the sources, the links in the order of the query and the filter, all checked against the model.
/// The links are applied one after the other, so an inner link below an outer one drops what the outer one kept, as a chain of SQL joins does.
/// </summary>
internal sealed record Plan(IReadOnlyList<Source> Sources, IReadOnlyList<Join> Joins, Filter Filter)
{
    public Source Root => Sources[0];

    /// <summary>True when no link can multiply the rows of the root.</summary>
    public bool FindsEachRootOnce => Joins.All(join => join.Rows.FindsOneAtMost);

    /// <summary>The joined rows that the query asks for, in the order of the root's rows.</summary>
    public IEnumerable<JoinedRow> Run(IRows rows) => Run(RootRows(rows));

    /// <summary>The joined rows that begin with one of these rows of the root.</summary>
    public IEnumerable<JoinedRow> Run(IEnumerable<Row> roots)
    {
        var conjuncts = Filter.Conjuncts.ToLookup(part => part.Sources.All(source => source.IsRoot));
        var (early, late) = (new AllOf([.. conjuncts[true]]), new AllOf([.. conjuncts[false]]));

        var joined = roots.Select(root => new JoinedRow(Sources.Count, root)).Where(early.Accepts);
        joined = Joins.Aggregate(joined, (soFar, join) => soFar.SelectMany(join.Extend));
        return joined.Where(late.Accepts);
    }

    /// <summary>
    /// The rows that can pass the filter: through an index when a condition names ids, else all. Several ids give their
    /// rows in the order of the ids, each id's rows in the order in which they were created.
    /// </summary>
    private IEnumerable<Row> RootRows(IRows rows)
    {
        var named = Filter.Conjuncts.OfType<ColumnTest>()
            .Where(test => test.Source.IsRoot && test.NamedIds is not null)
            .OrderBy(test => test.Column.Type == ColumnType.PrimaryKey ? 0 : 1)
            .FirstOrDefault();
        if (named is null) return rows.All(Root.Table.LogicalName);

        var byId = new RowsByValue(rows, Root.Table, named.Column);
        return named.NamedIds!.Distinct().SelectMany(byId.Matching);
    }
}
