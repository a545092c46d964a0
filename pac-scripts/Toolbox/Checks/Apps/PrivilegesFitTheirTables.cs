using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>A privilege names a table in exactly its casing; rows without an owner are given to all or none, and never assigned or shared.</summary>
internal sealed class PrivilegesFitTheirTables : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from role in source.Files("Roles/")
        from privilege in Privilege.Of(role.Root, source.Manifest.Prefix)
        let problem = Problem(privilege, source.Tables.FirstOrDefault(table => table.SchemaName == privilege.Table))
        where problem is not null
        select $"{role.Path}: prv{privilege.Verb}{privilege.Table} {problem}.";

    private static string? Problem(Privilege privilege, TableSource? table) => (table?.Ownership, privilege) switch
    {
        (null, _) => "is of a table that the solution does not have, or has in another casing",
        (Ownership.OrgOwned, { Verb: "Assign" or "Share" }) => "does not exist: its rows have no owner",
        (Ownership.OrgOwned, { Level: not "Global" }) => $"has the level {privilege.Level}; rows without an owner need Global",
        (_, { Level: not ("Basic" or "Local" or "Deep" or "Global") }) => $"has the unknown level '{privilege.Level}'",
        _ => null,
    };
}
