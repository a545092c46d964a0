namespace BuyerPath.Domain.Qualifications;

/// <summary>How far a deal is worth it to both, as shares of 1: the geometric mean, so that neither side makes up for the other.</summary>
/// <param name="Provider">Our side.</param>
/// <param name="Customer">The customer's side.</param>
public sealed record MutualScore(SideScore Provider, SideScore Customer)
{
    /// <summary>The score by what is known; null while a side knows nothing.</summary>
    public double? Score => Provider.Score is { } ours && Customer.Score is { } theirs ? Math.Sqrt(ours * theirs) : null;

    /// <summary>The score if all that is unknown were disproved.</summary>
    public double Low => Math.Sqrt(Provider.Low * Customer.Low);

    /// <summary>The score if all that is unknown were proven.</summary>
    public double High => Math.Sqrt(Provider.High * Customer.High);

    /// <summary>Mean coverage of the sides, which count alike here as in the score.</summary>
    public double Coverage => (Provider.Coverage + Customer.Coverage) / 2;

    /// <summary>The band that past deals are compared in; unknown while there is no score.</summary>
    public ScoreBand Band => ScoreBands.Of(Score);
}

/// <summary>Scores that are alike enough to be counted together.</summary>
public enum ScoreBand
{
    /// <summary>There is no score.</summary>
    Unknown = 0,

    /// <summary>Below 40 %.</summary>
    Low = 1,

    /// <summary>From 40 %.</summary>
    Middling = 2,

    /// <summary>From 60 %.</summary>
    Good = 3,

    /// <summary>From 80 %.</summary>
    High = 4,
}

/// <summary>Which band a score lies in.</summary>
public static class ScoreBands
{
    /// <summary>The band of a score from 0 to 1.</summary>
    public static ScoreBand Of(double? score) => score switch
    {
        null => ScoreBand.Unknown,
        { } known when SideScore.Reaches(known, 80) => ScoreBand.High,
        { } known when SideScore.Reaches(known, 60) => ScoreBand.Good,
        { } known when SideScore.Reaches(known, 40) => ScoreBand.Middling,
        _ => ScoreBand.Low,
    };
}
