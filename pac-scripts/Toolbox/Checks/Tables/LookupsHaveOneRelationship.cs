using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>A lookup of ours has one relationship: the column itself does not say where it points.</summary>
internal sealed class LookupsHaveOneRelationship : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var lookups = source.Relationships.ToLookup(one => (one.Referencing.ToLowerInvariant(), one.Lookup.ToLowerInvariant()));

        return
            from table in source.Tables
            from column in table.Columns
            where column is { Type: "lookup", IsCustom: true }
            let count = lookups[(table.LogicalName, column.LogicalName)].Count()
            where count != 1
            select $"{table.Path}: the lookup {column.SchemaName} has {count} relationships; it needs one.";
    }
}
