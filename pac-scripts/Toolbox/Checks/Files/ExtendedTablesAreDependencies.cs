using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>A table that ours extends is named as a dependency, so that an import without it says which app is missing.</summary>
internal sealed class ExtendedTablesAreDependencies : ICheck
{
    /// <summary>In every organisation, whatever apps it has.</summary>
    private static readonly string[] OfThePlatform = ["account", "contact", "systemuser", "team", "businessunit"];

    public IEnumerable<string> Findings(SolutionSource source)
    {
        var required = source.Xml(Manifest.Path).Descendants("Required").Select(required => required.Attribute("schemaName")?.Value).ToHashSet();

        return
            from table in source.Tables
            where table.IsExtended && !OfThePlatform.Contains(table.LogicalName) && !required.Contains(table.LogicalName)
            select $"{Manifest.Path}: extends {table.SchemaName} and does not name it under <MissingDependencies>.";
    }
}
