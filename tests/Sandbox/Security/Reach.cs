using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;

namespace BuyerPath.Sandbox.Security;

/// <summary>How far somebody's roles together carry one privilege. Whoever has a reach at all reaches own and shared rows.</summary>
/// <param name="IsEverywhere">True when it reaches every row.</param>
/// <param name="Units">The business units all of whose rows it reaches.</param>
internal sealed record Reach(bool IsEverywhere, IReadOnlySet<Guid> Units)
{
    /// <summary>Null when none of the roles has the privilege.</summary>
    public static Reach? Of(Kernel kernel, IEnumerable<HeldRole> roles, string privilege)
    {
        var held = roles.Select(role => (role.Unit, Depth: role.Role.DepthOf(privilege))).Where(item => item.Depth is not null).ToList();
        if (held.Count == 0) return null;

        var units = new HashSet<Guid>();
        foreach (var (unit, depth) in held)
        {
            if (depth >= PrivilegeDepth.Local) units.Add(unit);
            if (depth >= PrivilegeDepth.Deep) AddBelow(kernel.Rows, unit, units);
        }
        return new Reach(held.Any(item => item.Depth == PrivilegeDepth.Global), units);
    }

    private static void AddBelow(IRows rows, Guid unit, HashSet<Guid> units)
    {
        foreach (var child in rows.Referring("businessunit", "parentbusinessunitid", unit).Where(child => units.Add(child.Id)))
            AddBelow(rows, child.Id, units);
    }
}

/// <summary>A role, and the business unit of the user or team who has it: that is where Local and Deep begin.</summary>
internal sealed record HeldRole(SecurityRole Role, Guid Unit);
