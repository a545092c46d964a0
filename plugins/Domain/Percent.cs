namespace BuyerPath.Domain;

/// <summary>Shares as they are stored and shown.</summary>
public static class Percent
{
    /// <summary>A share of 1 in percent with one digit.</summary>
    public static decimal Of(double share) => Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero);

    /// <summary>The same; null where there is no share.</summary>
    public static decimal? Of(double? share) => share is { } known ? Of(known) : null;
}
