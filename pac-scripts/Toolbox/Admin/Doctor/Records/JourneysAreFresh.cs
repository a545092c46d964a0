using System.Globalization;

namespace BuyerPath.Toolbox.Admin.Doctor.Records;

/// <summary>The nightly recalculation runs: evidence fades without anybody saving.</summary>
internal sealed class JourneysAreFresh : IExamination
{
    // One night may be missed, by a restart or a backup window.
    private const int MostDays = 2;

    public IEnumerable<Finding> Examine(Examined environment)
    {
        var since = environment.Now.UtcDateTime.Date.AddDays(-MostDays).ToString("s", CultureInfo.InvariantCulture) + "Z";
        var stale = environment.Connection.Count("opportunities", $"statecode eq 0 and buy_calculatedon lt {since}");
        if (stale.IsAny)
            yield return new Finding(
                $"{stale} open opportunities were last calculated more than {MostDays} days ago: views and reports show old positions.",
                "see why the nightly flow that calls buy_RecalculateJourneys does not run, or make one; once by hand: dotnet pac-scripts/backfill.cs URL --recalculate");
    }
}
