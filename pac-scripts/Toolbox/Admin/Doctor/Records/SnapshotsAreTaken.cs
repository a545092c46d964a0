using System.Globalization;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Toolbox.Admin.Doctor.Records;

/// <summary>The weekly snapshots are taken: what was not written down then cannot be found out later.</summary>
internal sealed class SnapshotsAreTaken : IExamination
{
    // A flow that runs on Mondays may miss one.
    private const int MostDays = 14;

    public IEnumerable<Finding> Examine(Examined environment)
    {
        var since = environment.Now.UtcDateTime.Date.AddDays(-MostDays).ToString("s", CultureInfo.InvariantCulture) + "Z";
        var open = environment.Connection.Count("opportunities", $"statecode eq 0 and _buy_processid_value ne null and createdon lt {since}");
        var taken = environment.Connection.Count("buy_scoresnapshots", $"buy_cause eq {environment.Shipped.Option(SnapshotCause.Weekly)} and buy_takenon ge {since}");
        if (open.IsAny && !taken.IsAny)
            yield return new Finding(
                $"No weekly snapshot was taken in the last {MostDays} days: the history of scores has a gap that nothing fills.",
                "see why the weekly flow that calls buy_TakeSnapshots does not run, or make one.");
    }
}
