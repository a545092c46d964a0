namespace BuyerPath.Benchmarks.Positions;

/// <summary>Comparisons as tables of text.</summary>
internal static class AccuracyTable
{
    /// <summary>A line for each rule, and what ours is against the best of the others.</summary>
    public static string Of(Comparison comparison) => string.Join(Environment.NewLine,
    [
        $"{"rule",-50}{"exact stage",12}{"mean error in stages",22}",
        .. comparison.Others.Prepend(comparison.Ours).Select(rule => $"{rule.Rule,-50}{rule.Exact * 100,10:0.0} %{rule.MeanError,22:0.000}"),
        "",
        $"exactly right {comparison.ExactRatio:0.00} times as often as the best other (target: at least {Comparison.LeastExactRatio:0.0}), " +
        $"with {comparison.ErrorRatio:0.000} of the least error of any other (target: below {Comparison.ErrorRatioBelow:0.0})",
    ]);

    /// <summary>A line for each circumstance.</summary>
    public static string Of(IEnumerable<(string Circumstance, Comparison Comparison)> comparisons) => string.Join(Environment.NewLine,
    [
        $"{"circumstances",-50}{"ours exact",12}{"best other",12}{"times",8}{"our error",12}{"least other",13}{"share",8}  target",
        .. comparisons.Select(each => Line(each.Circumstance, each.Comparison)),
    ]);

    private static string Line(string circumstance, Comparison comparison) =>
        $"{circumstance,-50}{comparison.Ours.Exact * 100,10:0.0} %{comparison.Others.Max(other => other.Exact) * 100,10:0.0} %{comparison.ExactRatio,8:0.00}" +
        $"{comparison.Ours.MeanError,12:0.000}{comparison.Others.Min(other => other.MeanError),13:0.000}{comparison.ErrorRatio,8:0.000}" +
        $"  {(comparison.IsReached ? "reached" : "missed")}";
}
