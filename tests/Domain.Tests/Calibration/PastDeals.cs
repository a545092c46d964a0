namespace BuyerPath.Domain.Tests.Calibration;

/// <summary>Closed deals by a rule that a card should find, the same in every run.</summary>
internal static class PastDeals
{
    public static readonly IReadOnlyList<int> Sizes = [6, 6, 6];

    /// <summary>
    /// Deals of three signals of the values 0 to 5. The first tells: won with the chance 10 %, 30 %, 50 %, 70 %, 90 % by its value, even at 5.
    /// The second says the same again. The third tells nothing.
    /// </summary>
    public static IReadOnlyList<(int[] Values, bool Won)> Of(int count, int seed = 1)
    {
        var chance = new Random(seed);
        return Enumerable.Range(0, count)
            .Select(_ =>
            {
                var telling = chance.Next(6);
                var won = chance.NextDouble() < (telling == 5 ? 0.5 : 0.1 + 0.2 * telling);
                return (new[] { telling, telling, chance.Next(6) }, won);
            })
            .ToList();
    }
}
