namespace BuyerPath.Toolbox.Admin.Doctor.Records;

/// <summary>Open opportunities follow a process. Those from before the import, or from an import of data past the plugins, do not.</summary>
internal sealed class OpportunitiesFollowProcesses : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var without = environment.Connection.Count("opportunities", "statecode eq 0 and _buy_processid_value eq null");
        if (without.IsAny) yield return new Finding($"{without} open opportunities follow no buying process.", "give them one: dotnet pac-scripts/backfill.cs help");
    }
}
