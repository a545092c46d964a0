using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>Every role may read every table of ours: a new table is otherwise forgotten, and a form with a list of it fails for that role alone.</summary>
internal sealed class RolesReachEveryTable : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from role in source.Files("Roles/")
        let readable = Privilege.Of(role.Root, source.Manifest.Prefix).Where(privilege => privilege.Verb == "Read").Select(privilege => privilege.Table).ToHashSet()
        from table in source.Tables
        where !table.IsExtended && !readable.Contains(table.SchemaName)
        select $"{role.Path}: has no privilege to read {table.SchemaName}.";
}
