namespace BuyerPath.Benchmarks.Positions;

/// <summary>How well a rule tells where customers stand.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Exact">Share of customers seen at exactly their stage, 0 to 1.</param>
/// <param name="MeanError">Mean distance from their stage, in stages.</param>
public sealed record Accuracy(string Rule, double Exact, double MeanError)
{
    /// <summary>Measures a rule on cases.</summary>
    public static Accuracy Of(StageRule rule, IReadOnlyCollection<Case> cases)
    {
        var errors = cases.Select(one => Math.Abs(rule.Stage(one) - one.True)).ToList();
        return new Accuracy(rule.Name, errors.Count(error => error == 0) / (double)errors.Count, errors.Average());
    }
}

/// <summary>Our rule beside the others, on the same cases.</summary>
/// <param name="Ours">Our rule.</param>
/// <param name="Others">The others.</param>
public sealed record Comparison(Accuracy Ours, IReadOnlyList<Accuracy> Others)
{
    /// <summary>So many times as often exactly right must ours be.</summary>
    public const double LeastExactRatio = 1.5;

    /// <summary>Ours must have less than this share of the error.</summary>
    public const double ErrorRatioBelow = 0.4;

    /// <summary>How many times as often ours is exactly right as that of the others which most often is.</summary>
    public double ExactRatio => Ours.Exact / Others.Max(other => other.Exact);

    /// <summary>Our error as a share of the least error of the others, whichever has it.</summary>
    public double ErrorRatio => Ours.MeanError / Others.Min(other => other.MeanError);

    /// <summary>Both ratios are reached.</summary>
    public bool IsReached => ExactRatio >= LeastExactRatio && ErrorRatio < ErrorRatioBelow;

    /// <summary>Compares on cases.</summary>
    public static Comparison On(IReadOnlyCollection<Case> cases) => new(
        Accuracy.Of(StageRule.Ours, cases),
        StageRule.Others.Select(rule => Accuracy.Of(rule, cases)).ToList());
}
