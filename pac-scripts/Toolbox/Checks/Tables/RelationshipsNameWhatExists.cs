using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>The tables and the lookup of a relationship exist, written in exactly their casing; so do its navigation properties.</summary>
internal sealed class RelationshipsNameWhatExists : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var relationship in source.Relationships)
        {
            foreach (var name in (string[])[relationship.Referencing, relationship.Referenced])
                if (TableProblem(source, name) is { } problem)
                    yield return $"{relationship.Path}: {relationship.SchemaName} {problem}";

            if (LookupProblem(source, relationship) is { } lookup)
                yield return $"{relationship.Path}: {relationship.SchemaName} {lookup}";

            var properties = relationship.Xml.Descendants("NavigationPropertyName").Select(property => property.Value);
            if (relationship.IsCustom && !properties.SequenceEqual([relationship.Lookup, relationship.SchemaName]))
                yield return $"{relationship.Path}: {relationship.SchemaName} must have the navigation properties {relationship.Lookup} and {relationship.SchemaName}.";
        }

        foreach (var relationship in source.ManyToMany)
            foreach (var name in (string[])[relationship.First, relationship.Second])
                if (TableProblem(source, name) is { } problem)
                    yield return $"{relationship.Path}: {relationship.SchemaName} {problem}";
    }

    private static string? TableProblem(SolutionSource source, string name)
    {
        var table = source.Tables.FirstOrDefault(table => table.LogicalName == name.ToLowerInvariant());
        if (table is not null && table.SchemaName != name)
            return $"names {name}; the table is written {table.SchemaName}.";

        var shouldBeOurs = name.StartsWith(source.Manifest.Prefix + "_", StringComparison.OrdinalIgnoreCase);
        return table is null && shouldBeOurs ? $"names {name}, a table that the solution does not have." : null;
    }

    private static string? LookupProblem(SolutionSource source, RelationshipSource relationship)
    {
        var table = source.Tables.FirstOrDefault(table => table.LogicalName == relationship.Referencing.ToLowerInvariant());
        if (table is null) return null; // a table problem, found above

        return table.Find(relationship.Lookup) switch
        {
            null => $"names the lookup {relationship.Lookup}, which {table.SchemaName} does not have.",
            { } column when column.SchemaName != relationship.Lookup => $"names the lookup {relationship.Lookup}; the column is written {column.SchemaName}.",
            { Type: not ("lookup" or "owner") } column => $"names {column.SchemaName} as its lookup, a column of type {column.Type}.",
            _ => null,
        };
    }
}
