using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>Somebody may use it.</summary>
internal sealed class RolesAreGiven : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var given = RoleRows.Of(environment.Connection, environment.Shipped.Roles).Any(role => RoleRows.IsGiven(environment.Connection, role));
        if (!given) yield return new Finding("No user and no team has a role of BuyerPath.", "give roles: dotnet pac-scripts/assign.cs help");
    }
}
