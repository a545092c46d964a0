using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>Every table of ours may be read with a role of ours: a new table is otherwise forgotten.</summary>
internal sealed class TablesAreInARole : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var readable = source.Files("Roles/")
            .SelectMany(role => Privilege.Of(role.Root, source.Manifest.Prefix))
            .Where(privilege => privilege.Verb == "Read")
            .Select(privilege => privilege.Table)
            .ToHashSet();
        return
            from table in source.Tables
            where !table.IsExtended && !readable.Contains(table.SchemaName)
            select $"{table.Path}: no role may read {table.SchemaName}.";
    }
}
