namespace BuyerPath.Toolbox.Admin.Doctor.Records;

/// <summary>An opportunity that followed a process and is closed has its outcome.</summary>
internal sealed class ClosedOpportunitiesHaveOutcomes : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var without = environment.Connection.Count("opportunities", "statecode ne 0 and _buy_processid_value ne null and buy_outcome eq null");
        if (without.IsAny)
            yield return new Finding(
                $"{without} closed opportunities have no outcome: win chances and reports leave them out.",
                "they were closed while plugins were switched off, or chose a process after closing: reopen and close them, or leave them out knowingly.");
    }
}
