namespace BuyerPath.Domain.Positions;

/// <summary>How much is not known, in bits.</summary>
internal static class Entropy
{
    /// <summary>Of a yes or no with this chance.</summary>
    public static double OfChance(double chance) => Surprise(chance) + Surprise(1 - chance);

    /// <summary>What one possibility of this chance adds.</summary>
    public static double Surprise(double chance) => chance <= 0 ? 0 : -chance * Math.Log(chance, 2);
}
