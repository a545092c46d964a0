using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>A table of another app that ours extends or relates to is named as a dependency, so that an import without that app says which is missing; a relationship is named with the table on its other side.</summary>
internal sealed class OtherAppsAreDependencies : ICheck
{
    /// <summary>In every organisation, whatever apps it has.</summary>
    private static readonly HashSet<string> OfThePlatform =
        new(["account", "contact", "systemuser", "team", "businessunit", "owner", "organization", "transactioncurrency"], StringComparer.OrdinalIgnoreCase);

    private const string Relationship = "10";

    public IEnumerable<string> Findings(SolutionSource source)
    {
        var dependencies = source.Xml(Manifest.Path).Descendants("MissingDependency").ToList();
        var required = dependencies.Elements("Required").Select(required => required.Attribute("schemaName")?.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return
        [
            .. from use in Uses(source)
               where !OfThePlatform.Contains(use.Table) && !required.Contains(use.Table)
               select $"{Manifest.Path}: {use.Says} and does not name it under <MissingDependencies>.",
            .. from dependent in dependencies.Elements("Dependent")
               where dependent.Attribute("type")?.Value == Relationship && dependent.Attribute("parentSchemaName") is null
               select $"{Manifest.Path}: the dependent relationship {dependent.Attribute("schemaName")?.Value} lacks parentSchemaName, the table on its other side.",
        ];
    }

    private static IEnumerable<(string Table, string Says)> Uses(SolutionSource source)
    {
        var own = source.Tables.Where(table => !table.IsExtended).Select(table => table.SchemaName).ToHashSet();
        var extended = source.Tables.Where(table => table.IsExtended).Select(table => table.SchemaName).ToHashSet();
        var related =
            from relationship in source.Relationships
            from table in (string[])[relationship.Referencing, relationship.Referenced]
            where !own.Contains(table) && !extended.Contains(table)
            select (table, $"relates to {table} by {relationship.SchemaName}");
        return extended.Select(table => (table, $"extends {table}")).Concat(related);
    }
}
