namespace BuyerPath.Domain.Positions;

/// <summary>The position in a process whose stages follow one another.</summary>
/// <remarks>
/// For stage z of K, with w the weight of a question and m the multiplier of its answer:
/// <code>
/// bits(z) = - prior * (z - 1)  +  sum over answers of
///    in favour: w*m if z is past the question's stage, w*m/2 if it is that stage, else 0
///    against:   0   if z is past it,                   w*m/2 if it is that stage, else w*m
/// P(z) = 2^bits(z) / sum of 2^bits
/// </code>
/// </remarks>
internal sealed class LinearPosition(BuyingProcess process, IReadOnlyList<Contribution> contributions, DateTime now)
    : Position(process, contributions, Bits(process, contributions), now)
{
    /// <inheritdoc />
    public override Surroundings Around(int stage)
    {
        double past = 0, at = 0, before = 0;
        for (var index = 0; index < Probabilities.Count; index++)
        {
            var order = Process.Stages[index].Order;
            if (order > stage) past += Probabilities[index];
            else if (order < stage) before += Probabilities[index];
            else at += Probabilities[index];
        }
        return new Surroundings(past, at, before);
    }

    /// <summary>Half of the answer's bits go to its own stage, all of them to the side that it speaks for.</summary>
    internal static double Share(int stage, int asked, bool inFavour)
    {
        if (stage == asked) return 0.5;
        return stage > asked == inFavour ? 1 : 0;
    }

    private protected override bool IsBehind(int stage) => stage < Stage.Order;

    private static IReadOnlyList<double> Bits(BuyingProcess process, IReadOnlyList<Contribution> contributions) => process.Stages
        .Select((_, index) => contributions.Sum(contribution => contribution.Bits[index]) - process.PriorBits * index)
        .ToList();
}
