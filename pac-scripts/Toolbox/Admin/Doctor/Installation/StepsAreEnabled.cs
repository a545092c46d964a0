using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>No plugin step is switched off.</summary>
internal sealed class StepsAreEnabled : IExamination
{
    private const int Enabled = 0;

    public IEnumerable<Finding> Examine(Examined environment) =>
        from step in environment.Steps
        where step.Number("statecode") != Enabled
        select new Finding($"The plugin step '{step.Text("name")}' is disabled.", "enable it in make.powerapps.com (Solutions > BuyerPath > Plug-in steps), or import again with plugins activated; then run backfill.cs with --recalculate.");
}
