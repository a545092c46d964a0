namespace BuyerPath.Domain.Qualifications;

/// <summary>What all that may yet be learnt can make of a side.</summary>
public enum SideState
{
    /// <summary>Good, whatever the unknown turns out to be.</summary>
    Good = 0,

    /// <summary>Not good, whatever the unknown turns out to be.</summary>
    Poor = 1,

    /// <summary>The unknown decides.</summary>
    Open = 2,
}

/// <summary>How far a deal is worth it to one side, as shares of 1.</summary>
/// <param name="Score">Weighted mean of what is known; null while nothing is.</param>
/// <param name="Coverage">Weight of what is known / all weight; 0 for a side without criteria.</param>
/// <param name="Low">The score if all that is unknown were disproved.</param>
/// <param name="High">The score if all that is unknown were proven.</param>
public sealed record SideScore(double? Score, double Coverage, double Low, double High)
{
    /// <summary>A share reached by arithmetic is reached, whatever binary fractions make of it.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Adds up the findings of one side.</summary>
    public static SideScore Of(IReadOnlyCollection<Finding> findings)
    {
        double all = findings.Sum(finding => finding.Criterion.Weight);
        if (all == 0) return new SideScore(null, 0, 0, 1);

        var known = findings.Where(finding => finding.IsKnown).ToList();
        double weight = known.Sum(finding => finding.Criterion.Weight);
        var worth = known.Sum(finding => finding.Criterion.Weight * finding.Level.Worth());
        return new SideScore(weight == 0 ? null : worth / weight, weight / all, worth / all, (worth + all - weight) / all);
    }

    /// <summary>The score reaches the border.</summary>
    internal static bool Reaches(double score, double borderPercent) => score * 100 >= borderPercent - Tolerance;

    /// <summary>
    /// The state of a side with these findings. A knock-out makes it poor, at any score; where one is still possible, the side
    /// cannot be surely good.
    /// </summary>
    internal static SideState StateOf(IReadOnlyCollection<Finding> findings, double borderPercent)
    {
        var score = Of(findings);
        if (findings.Any(finding => finding.IsKnockOut) || !Reaches(score.High, borderPercent)) return SideState.Poor;
        return Reaches(score.Low, borderPercent) && !findings.Any(finding => finding.MayBeKnockOut) ? SideState.Good : SideState.Open;
    }
}
