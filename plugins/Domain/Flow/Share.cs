namespace BuyerPath.Domain.Flow;

/// <summary>Shares that are blank, not zero, while there is nothing to share.</summary>
internal static class Share
{
    /// <summary>The share of items that are so, 0 to 1; null without items.</summary>
    public static double? Of<T>(IReadOnlyCollection<T> items, Func<T, bool> isSo) =>
        items.Count == 0 ? null : (double)items.Count(isSo) / items.Count;
}
