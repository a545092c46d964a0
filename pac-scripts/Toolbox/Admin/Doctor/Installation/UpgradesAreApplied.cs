using BuyerPath.Toolbox.Admin.Importing;

namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>No upgrade was staged and left there: until it is applied, the old and the new version are layered.</summary>
internal sealed class UpgradesAreApplied : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var name = environment.Shipped.SolutionName;
        if (environment.VersionOf(name + InstalledSolution.StagedSuffix) is { } staged)
            yield return new Finding($"The upgrade to {staged} was staged and never applied.", $"apply it: pac solution upgrade --solution-name {name} --async");
    }
}
