namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>BuyerPath is there at all.</summary>
internal sealed class SolutionIsInstalled : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        if (environment.VersionOf(environment.Shipped.SolutionName) is null)
            yield return new Finding($"{environment.Shipped.SolutionName} is not installed.", "import it: dotnet pac-scripts/import.cs help");
    }
}
