namespace BuyerPath.Toolbox.Admin.Doctor.Configuration;

/// <summary>There is a buying process to choose.</summary>
internal sealed class ProcessesAreActive : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        if (environment.ActiveProcesses.Count == 0)
            yield return new Finding("There is no active buying process.", "import the templates: dotnet pac-scripts/seed.cs help. Or activate one of your own.");
    }
}
