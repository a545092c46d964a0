using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Security;

/// <summary>
/// What a user or team may do, as of now. As on the platform there are two checks: does any role, own or of a team, have
/// the privilege, and does it reach the row: through owner, business unit or sharing. SYSTEM may do everything.
/// </summary>
internal sealed class Rights
{
    private readonly Kernel _kernel;
    private readonly Principal _principal;
    private readonly Guid _caller;
    private readonly Dictionary<string, Reach?> _reaches = [];
    private SharedRows? _shared;

    private Rights(Kernel kernel, Principal principal, Guid caller) => (_kernel, _principal, _caller) = (kernel, principal, caller);

    /// <summary>The business unit of the user or team.</summary>
    public Guid Unit => _principal.Unit;

    /// <summary>The teams that the user is in.</summary>
    public IReadOnlyList<Guid> Teams => _principal.Teams;

    private bool MayDoEverything => _principal.Id == Seed.SystemUserId;

    /// <summary>The rights of the user as whom a request runs.</summary>
    public static Rights Of(Call call) => new(call.Kernel, Principal.Of(call.Kernel, new Reference("systemuser", call.UserId)), call.UserId);

    /// <summary>The rights of any user or team.</summary>
    public static Rights Of(Call call, Reference principal) => new(call.Kernel, Principal.Of(call.Kernel, principal), call.UserId);

    /// <summary>Ends the request unless some role has the privilege that the right takes on rows of the table.</summary>
    public void Require(AccessRights right, Table table)
    {
        if (!IsFree(right, table)) Require(PrivilegeOf(right, table), table);
    }

    /// <summary>Ends the request unless some role has the privilege.</summary>
    public void Require(string privilege, Table? table = null)
    {
        if (MayDoEverything) return;
        if (_principal.Roles.Count == 0) throw SecurityFaults.NoRoles(_principal);
        if (ReachOf(privilege) is null) throw SecurityFaults.PrivilegeMissing(_principal, privilege, table, _caller);
    }

    /// <summary>Ends the request unless the right reaches the row.</summary>
    public void Require(AccessRights right, Row row)
    {
        var table = _kernel.Model.Tables[row.Table];
        Require(right, table);
        if (!Allows(right, row)) throw SecurityFaults.AccessDenied(_principal, right, table, row.Id);
    }

    /// <summary>True when every row of the table may be read, so that nobody needs to look at each.</summary>
    public bool ReadsAll(Table table) =>
        MayDoEverything || IsFree(AccessRights.ReadAccess, table) || ReachOf(PrivilegeOf(AccessRights.ReadAccess, table)) is { IsEverywhere: true };

    /// <summary>Whether the right reaches the row.</summary>
    public bool Allows(AccessRights right, Row row)
    {
        var table = _kernel.Model.Tables[row.Table];
        if (MayDoEverything || IsFree(right, table)) return true;
        if (ReachOf(PrivilegeOf(right, table)) is not { } reach) return false;
        if (reach.IsEverywhere) return true;

        var (owner, unit) = OwnerOf(table, row);
        return (owner is null && unit is null)
            || (owner is { } id && _principal.Is(id))
            || (unit is { } place && reach.Units.Contains(place))
            || (_shared ??= new SharedRows(_kernel, _principal)).RightsOn(row).HasFlag(right);
    }

    /// <summary>All rights that reach the row.</summary>
    public AccessRights On(Row row) => Those(right => Allows(right, row));

    /// <summary>All rights that some role gives on rows of the table, however far they reach.</summary>
    public AccessRights On(Table table) => Those(right => MayDoEverything || IsFree(right, table) || ReachOf(PrivilegeOf(right, table)) is not null);

    private static AccessRights Those(Func<AccessRights, bool> hold) =>
        Enum.GetValues<AccessRights>().Where(right => right != AccessRights.None && hold(right)).Aggregate(AccessRights.None, (all, right) => all | right);

    /// <summary>Owner and business unit of a row; neither for tables whose rows belong to the whole organization.</summary>
    private static (Guid? Owner, Guid? Unit) OwnerOf(Table table, Row row) => table switch
    {
        { Ownership: Ownership.User } => ((row["ownerid"] as Reference)?.Id, (row["owningbusinessunit"] as Reference)?.Id),
        { LogicalName: "businessunit" } => (null, row.Id),
        { LogicalName: "systemuser" or "usersettings" or "team" } => (row.Id, (row["businessunitid"] as Reference)?.Id),
        _ => (null, null),
    };

    /// <summary>The links that the platform keeps are seen by everyone; writing them is a matter of the rows that they link.</summary>
    private static bool IsFree(AccessRights right, Table table) => table.Ownership == Ownership.None && right == AccessRights.ReadAccess;

    private static string PrivilegeOf(AccessRights right, Table table) =>
        $"prv{right.ToString().Replace("Access", "", StringComparison.Ordinal)}{table.PrivilegeName ?? table.SchemaName}";

    private Reach? ReachOf(string privilege)
    {
        if (!_reaches.TryGetValue(privilege, out var reach)) _reaches[privilege] = reach = Reach.Of(_kernel, _principal.Roles, privilege);
        return reach;
    }
}
