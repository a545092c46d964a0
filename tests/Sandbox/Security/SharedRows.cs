using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Security;

/// <summary>
/// What somebody may do with rows of others: those shared with them or their teams, and those below such a row or below an
/// own one, where the relationship hands access down. Dataverse stores what is handed down; here it follows from the
/// parents as they are.
/// </summary>
internal sealed class SharedRows
{
    private const AccessRights AllOfIt = AccessRights.ReadAccess | AccessRights.WriteAccess | AccessRights.AppendAccess
        | AccessRights.AppendToAccess | AccessRights.DeleteAccess | AccessRights.ShareAccess | AccessRights.AssignAccess;

    private readonly Kernel _kernel;
    private readonly Principal _principal;
    private readonly Dictionary<Guid, AccessRights> _shares = [];

    public SharedRows(Kernel kernel, Principal principal)
    {
        (_kernel, _principal) = (kernel, principal);
        foreach (var (row, rights) in principal.Ids.SelectMany(id => Shares.With(kernel, id)))
            _shares[row] = _shares.GetValueOrDefault(row) | rights;
    }

    public AccessRights RightsOn(Row row) => RightsOn(row, []);

    /// <param name="row">The row.</param>
    /// <param name="below">The rows from which the parents were climbed: rows may be in a circle.</param>
    private AccessRights RightsOn(Row row, HashSet<Guid> below)
    {
        var rights = _shares.GetValueOrDefault(row.Id);
        if (!below.Add(row.Id)) return rights;
        foreach (var relationship in _kernel.HandingDown[row.Table])
        {
            if (ParentOf(row, relationship) is not { } parent) continue;
            if (relationship.OnReparent == Cascade.Cascade && parent["ownerid"] is Reference owner && _principal.Is(owner.Id)) return AllOfIt;
            if (relationship.OnShare == Cascade.Cascade) rights |= RightsOn(parent, below);
        }
        return rights;
    }

    private Row? ParentOf(Row row, OneToMany relationship) =>
        row[relationship.Lookup] is Reference(var table, var id) && table == relationship.OneTable ? _kernel.Rows.Find(table, id) : null;
}
