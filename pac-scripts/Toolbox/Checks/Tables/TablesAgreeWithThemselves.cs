using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>A table says its name twice in one casing, its set is called in lower case, and its primary key is named after it.</summary>
internal sealed class TablesAgreeWithThemselves : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var table in source.Tables)
        {
            if (table.Entity.Attribute("Name")?.Value is var name && name != table.SchemaName)
                yield return $"{table.Path}: <entity> is called {name}, and <Name> says {table.SchemaName}.";
            if (table.IsExtended) continue;

            if (table.Entity.Element("EntitySetName")!.Value is var set && set != set.ToLowerInvariant())
                yield return $"{table.Path}: the set {set} must be written in lower case.";
            if (table.Columns.Where(column => column.Type == "primarykey").Select(column => column.SchemaName).ToList() is var keys && !keys.SequenceEqual([table.SchemaName + "Id"]))
                yield return $"{table.Path}: has the primary key {string.Join(", ", keys)}; it must be {table.SchemaName}Id alone.";
        }
    }
}
