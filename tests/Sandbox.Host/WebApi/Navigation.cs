using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.WebApi;

/// <summary>
/// A navigation property. From the many side it leads along <see cref="Lookup"/> to one row of <see cref="Target"/>;
/// from the one side it is a collection of the rows of <see cref="Target"/> whose <see cref="Lookup"/> points back.
/// </summary>
/// <param name="Name">Name in addresses and payloads, with its casing.</param>
/// <param name="Table">The table that has the property.</param>
/// <param name="Target">The table it leads to.</param>
/// <param name="Lookup">The lookup column: of <paramref name="Table"/> for a single row, of <paramref name="Target"/> for a collection.</param>
/// <param name="IsCollection">True when it leads to many rows.</param>
public sealed record Navigation(string Name, Table Table, Table Target, Column Lookup, bool IsCollection)
{
    /// <summary>The navigation properties of all tables: both ends of each relationship, and the lookups that belong to none.</summary>
    public static IReadOnlyList<Navigation> Of(SolutionModel solution)
    {
        var ends = solution.OneToMany.Values.SelectMany(relationship => EndsOf(relationship, solution)).ToList();
        var related = ends.Where(end => !end.IsCollection).Select(end => end.Lookup).ToHashSet(ReferenceEqualityComparer.Instance);
        var bare =
            from table in solution.Tables.Values
            from lookup in table.Columns.Values
            where lookup.Targets.Count > 0 && !related.Contains(lookup)
            let target = lookup.Targets.FirstOrDefault(solution.Tables.ContainsKey)
            where target is not null
            select new Navigation(lookup.LogicalName, table, solution.TableOf(target), lookup, IsCollection: false);
        return [.. ends.Concat(bare).DistinctBy(end => (end.Table.LogicalName, end.Name))];
    }

    private static IEnumerable<Navigation> EndsOf(OneToMany relationship, SolutionModel solution)
    {
        var (one, many) = (solution.TableOf(relationship.OneTable), solution.TableOf(relationship.ManyTable));
        var lookup = many.Columns[relationship.Lookup];
        yield return new Navigation(relationship.LookupNavigation, many, one, lookup, IsCollection: false);
        yield return new Navigation(relationship.CollectionNavigation, one, many, lookup, IsCollection: true);
    }
}
