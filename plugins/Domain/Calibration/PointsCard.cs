namespace BuyerPath.Domain.Calibration;

/// <summary>
/// Whole points for each value of each signal: more points, more likely won. Ten points double the odds by the deals learned
/// from; what they are worth on deals that the card has not seen, the curve of its trial says.
/// </summary>
/// <remarks>
/// How a card is learned:
/// <list type="number">
/// <item>The evidence of a value is log2 of (share of the won that have it / share of the lost that have it), both shares counted
/// with <see cref="Doubt"/> deals more that tell nothing: a value that was seldom seen says little.</item>
/// <item>Signals that say the same must not be counted twice. Each counts for the share of its evidence that the others leave of it:
/// its factor in a linear discriminant analysis of all signals / its factor alone, between 0 and 1. In the analysis the covariances of
/// the evidence within won and lost deals count, those between different signals for n / (n + <see cref="DealsToTrustPairs"/>) of
/// themselves, because few deals show pairs that mean nothing; and <see cref="Ridge"/> is added to each variance, for the same reason.</item>
/// <item>Points are ten times share times evidence, rounded.</item>
/// </list>
/// </remarks>
public sealed class PointsCard
{
    /// <summary>Points that double the odds.</summary>
    public const int PointsPerDoubling = 10;

    /// <summary>Deals of no evidence that every value is counted with.</summary>
    public const double Doubt = 10;

    /// <summary>From so many deals on, pairs are trusted more than not.</summary>
    public const double DealsToTrustPairs = 300;

    /// <summary>Variance added to every signal's evidence, in squared bits.</summary>
    public const double Ridge = 0.1;

    private readonly int[][] _points;

    private PointsCard(int[][] points) => _points = points;

    /// <summary>Learns a card.</summary>
    /// <exception cref="ArgumentException">No deal was won, or none lost: nothing tells them apart.</exception>
    public static PointsCard Of(SignalCounts counts) => Of(counts.All);

    /// <summary>The card of each fold, learned from the deals of all others.</summary>
    /// <exception cref="ArgumentException">Without a fold no deal is won, or none lost.</exception>
    public static IReadOnlyList<PointsCard> OfFolds(SignalCounts counts) =>
        Enumerable.Range(0, SignalCounts.Folds).Select(fold => Of(counts.Without(fold))).ToList();

    /// <summary>The points of a value.</summary>
    public int Points(int signal, int value) => _points[signal][value];

    /// <summary>The points of a deal.</summary>
    public int Total(IReadOnlyList<int> values) => values.Select((value, signal) => _points[signal][value]).Sum();

    private static PointsCard Of(SignalSums sums)
    {
        if (sums.DealsWon == 0 || sums.DealsLost == 0)
            throw new ArgumentException("A card needs deals that were won and deals that were lost.", nameof(sums));

        var evidence = sums.Sizes.Select((size, signal) => Enumerable.Range(0, size).Select(value => Evidence(sums, signal, value)).ToArray()).ToArray();
        var shares = Shares(sums, evidence);
        return new PointsCard(evidence
            .Select((values, signal) => values.Select(bits => (int)Math.Round(PointsPerDoubling * shares[signal] * bits)).ToArray())
            .ToArray());
    }

    private static double Evidence(SignalSums sums, int signal, int value)
    {
        double deals = sums.DealsWon + sums.DealsLost;
        var won = (sums.Won(signal, value) / (double)sums.DealsWon * deals + Doubt) / (deals + Doubt);
        var lost = (sums.Lost(signal, value) / (double)sums.DealsLost * deals + Doubt) / (deals + Doubt);
        return Math.Log(won / lost, 2);
    }

    private static double[] Shares(SignalSums sums, double[][] evidence)
    {
        var meanWon = evidence.Select((bits, signal) => Mean(bits, value => sums.Won(signal, value), sums.DealsWon)).ToArray();
        var meanLost = evidence.Select((bits, signal) => Mean(bits, value => sums.Lost(signal, value), sums.DealsLost)).ToArray();
        double deals = sums.DealsWon + sums.DealsLost;
        var trust = deals / (deals + DealsToTrustPairs);

        var covariances = new double[evidence.Length, evidence.Length];
        for (var one = 0; one < evidence.Length; one++)
        {
            covariances[one, one] = Ridge + (Products(one, one) / deals);
            for (var other = one + 1; other < evidence.Length; other++)
                covariances[one, other] = covariances[other, one] = trust * Products(one, other) / deals;
        }
        var differences = meanWon.Zip(meanLost, (won, lost) => won - lost).ToArray();
        return Linear.Solve(covariances, differences)
            .Select((together, signal) => Left(together, differences[signal] / covariances[signal, signal]))
            .ToArray();

        double Products(int one, int other)
        {
            var won = 0.0;
            var lost = 0.0;
            for (var value = 0; value < evidence[one].Length; value++)
                for (var otherValue = 0; otherValue < evidence[other].Length; otherValue++)
                {
                    var product = evidence[one][value] * evidence[other][otherValue];
                    won += product * sums.Won(one, value, other, otherValue);
                    lost += product * sums.Lost(one, value, other, otherValue);
                }
            return won - sums.DealsWon * meanWon[one] * meanWon[other] + lost - sums.DealsLost * meanLost[one] * meanLost[other];
        }
    }

    /// <summary>What the others leave of what a signal tells alone, 0 to 1; of one that tells nothing alone, nothing.</summary>
    private static double Left(double together, double alone) => alone > 0 ? Math.Min(1, Math.Max(0, together / alone)) : 0;

    private static double Mean(double[] bits, Func<int, int> count, int deals) => bits.Select((each, value) => each * count(value)).Sum() / deals;
}
