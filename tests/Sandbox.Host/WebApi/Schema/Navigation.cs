using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Schema;

/// <summary>The intersect table that a many-to-many relationship goes through, and its column that points at the far row.</summary>
public sealed record Intersect(Table Table, Column Far);

/// <summary>
/// A navigation property. From the many side it leads along <see cref="Lookup"/> to one row of <see cref="Target"/>; from the one
/// side it is a collection of the rows of <see cref="Target"/> whose <see cref="Lookup"/> points back; in a many-to-many
/// relationship it is a collection of the rows that are linked <see cref="Through"/> an intersect table.
/// </summary>
/// <param name="Name">Name in addresses and payloads, with its casing.</param>
/// <param name="Table">The table that has the property.</param>
/// <param name="Target">The table it leads to.</param>
/// <param name="Lookup">
/// The column that holds the connection: of <paramref name="Table"/> for a single row, of <paramref name="Target"/> for a
/// collection, and of the intersect table, where it points at <paramref name="Table"/>, in a many-to-many relationship.
/// </param>
/// <param name="IsCollection">True when it leads to many rows.</param>
/// <param name="Relationship">Schema name of the relationship; null for a lookup that belongs to none.</param>
/// <param name="Through">The intersect table of a many-to-many relationship; null for others.</param>
public sealed record Navigation(string Name, Table Table, Table Target, Column Lookup, bool IsCollection, string? Relationship = null, Intersect? Through = null)
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
        var many = solution.ManyToMany.Values.SelectMany(relationship => EndsOf(relationship, solution));
        return [.. ends.Concat(many).Concat(bare).DistinctBy(end => (end.Table.LogicalName, end.Name))];
    }

    private static IEnumerable<Navigation> EndsOf(OneToMany relationship, SolutionModel solution)
    {
        var (one, many) = (solution.TableOf(relationship.OneTable), solution.TableOf(relationship.ManyTable));
        var lookup = many.Columns[relationship.Lookup];
        yield return new Navigation(relationship.LookupNavigation, many, one, lookup, IsCollection: false, relationship.SchemaName);
        yield return new Navigation(relationship.CollectionNavigation, one, many, lookup, IsCollection: true, relationship.SchemaName);
    }

    private static IEnumerable<Navigation> EndsOf(ManyToMany relationship, SolutionModel solution)
    {
        var (first, second) = (solution.TableOf(relationship.FirstTable), solution.TableOf(relationship.SecondTable));
        var intersect = solution.TableOf(relationship.IntersectTable);
        var (toFirst, toSecond) = (intersect.Columns[relationship.FirstColumn], intersect.Columns[relationship.SecondColumn]);
        yield return new Navigation(relationship.FirstNavigation, first, second, toFirst, IsCollection: true, relationship.SchemaName, new Intersect(intersect, toSecond));
        yield return new Navigation(relationship.SecondNavigation, second, first, toSecond, IsCollection: true, relationship.SchemaName, new Intersect(intersect, toFirst));
    }

    /// <summary>A link from a row to the rows of a collection: the link itself, and the one at its end that leads to the target.</summary>
    /// <param name="kind">How the rows are asked for.</param>
    public (LinkEntity Link, LinkEntity Rows) ToLink(JoinOperator kind)
    {
        var link = new LinkEntity(Table.LogicalName, Through?.Table.LogicalName ?? Target.LogicalName, Table.PrimaryKey, Lookup.LogicalName, kind);
        return (link, Through is null ? link : link.AddLink(Target.LogicalName, Through.Far.LogicalName, Target.PrimaryKey));
    }

    /// <summary>Limits a query on the target to the rows that this collection leads to from a row.</summary>
    public void Restrict(QueryExpression query, Guid from)
    {
        if (Through is null) query.Criteria.AddCondition(Lookup.LogicalName, ConditionOperator.Equal, from);
        else query.AddLink(Through.Table.LogicalName, Target.PrimaryKey, Through.Far.LogicalName).LinkCriteria.AddCondition(Lookup.LogicalName, ConditionOperator.Equal, from);
    }
}
