namespace BuyerPath.Toolbox.Admin.Doctor.Records;

/// <summary>Every open opportunity that follows a process has been calculated.</summary>
internal sealed class JourneysAreCalculated : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var never = environment.Connection.Count("opportunities", "statecode eq 0 and _buy_processid_value ne null and buy_calculatedon eq null");
        if (never.IsAny) yield return new Finding($"{never} open opportunities follow a process and were never calculated.", "see that no plugin step is disabled, then calculate them: dotnet pac-scripts/backfill.cs URL --recalculate");
    }
}
