namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>The environment and this repository have the same version; otherwise what is looked for may not fit.</summary>
internal sealed class VersionIsThisOne : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var (present, expected) = (environment.VersionOf(environment.Shipped.SolutionName), environment.Shipped.Version);
        if (present < expected) yield return new Finding($"Version {present} is installed, which is older than {expected}.", "upgrade it: dotnet pac-scripts/import.cs help");
        if (present > expected) yield return new Finding($"Version {present} is installed, which is newer than {expected} of this repository.", "bring the repository up to date (git pull) before you trust what is found here.");
    }
}
