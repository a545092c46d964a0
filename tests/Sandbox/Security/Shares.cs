using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Security;

/// <summary>The rows of principalobjectaccess: who shares what with whom.</summary>
internal static class Shares
{
    private const string Table = "principalobjectaccess";

    /// <summary>What is shared with a user or team, directly.</summary>
    public static IEnumerable<(Guid Row, AccessRights Rights)> With(Kernel kernel, Guid principal) =>
        kernel.Rows.Referring(Table, "principalid", principal).Select(share => ((Guid)share["objectid"]!, RightsOf(share)));

    /// <summary>With whom a row is shared, directly.</summary>
    public static IEnumerable<(Reference Principal, AccessRights Rights)> On(Kernel kernel, Row row) =>
        kernel.Rows.Referring(Table, "objectid", row.Id)
            .Select(share => (new Reference((string)share["principaltypecode"]!, (Guid)share["principalid"]!), RightsOf(share)));

    /// <summary>Shares a row with somebody to that extent; no rights end the sharing.</summary>
    public static void Set(Kernel kernel, Row row, Reference principal, AccessRights rights)
    {
        var known = kernel.Rows.Referring(Table, "objectid", row.Id).FirstOrDefault(share => Equals(share["principalid"], principal.Id));
        if (rights == AccessRights.None)
        {
            if (known is not null) kernel.Rows.Remove(Table, known.Id);
            return;
        }
        var id = known?.Id ?? kernel.NewId();
        kernel.Rows.Write(Table, id, new()
        {
            [Table + "id"] = id,
            ["objectid"] = row.Id, ["objecttypecode"] = row.Table,
            ["principalid"] = principal.Id, ["principaltypecode"] = principal.Table,
            ["accessrightsmask"] = (int)rights,
        });
    }

    /// <summary>Ends all sharing of, and with, a row that is about to be deleted.</summary>
    public static void RemoveAll(Kernel kernel, Row deleted)
    {
        foreach (var column in new[] { "objectid", "principalid" })
        {
            foreach (var share in kernel.Rows.Referring(Table, column, deleted.Id).ToList()) kernel.Rows.Remove(Table, share.Id);
        }
    }

    private static AccessRights RightsOf(Row share) => (AccessRights)(int)share["accessrightsmask"]!;
}
