namespace BuyerPath.Domain.Flow;

/// <summary>Percentiles of values that are all complete.</summary>
public static class Percentile
{
    /// <summary>
    /// The value below which this share lies, interpolated between neighbours, both ends included: what DAX and Excel call
    /// PERCENTILE.INC, so that reports give the same number. Null without values.
    /// </summary>
    public static double? Of(IEnumerable<double> values, double share)
    {
        var sorted = values.OrderBy(value => value).ToList();
        if (sorted.Count == 0) return null;

        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
