using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>Every role that ships is there.</summary>
internal sealed class RolesAreThere : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var present = environment.Connection.Rows("roles?$select=name").Select(role => role.Text("name")!).ToHashSet(StringComparer.Ordinal);
        return from role in environment.Shipped.Roles
               where !present.Contains(role)
               select new Finding($"The role '{role}' is missing.", "import this version again (import.cs).");
    }
}
