using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>Every plugin step that ships is registered.</summary>
internal sealed class StepsAreThere : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment) =>
        from step in environment.Shipped.Steps.Except(environment.Steps.Select(step => step.Text("name")!))
        select new Finding($"The plugin step '{step}' is not registered.", "import this version again (import.cs); nobody should delete steps by hand.");
}
