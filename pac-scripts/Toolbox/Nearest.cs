namespace BuyerPath.Toolbox;

/// <summary>Finds what somebody probably meant, so that a message can say it.</summary>
public static class Nearest
{
    /// <summary>
    /// The candidate that takes the fewest single-letter edits to become <paramref name="written"/>, upper and lower case
    /// alike; null if that is more than half of its letters, because a wild guess misleads.
    /// </summary>
    public static string? To(string written, IEnumerable<string> candidates) =>
        candidates
            .Select(candidate => (Name: candidate, Edits: Edits(written.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(found => found.Edits * 2 <= Math.Max(written.Length, found.Name.Length))
            .OrderBy(found => found.Edits)
            .Select(found => found.Name)
            .FirstOrDefault();

    /// <summary>Ends a sentence about an unknown name: <c>; did you mean 'weight'?</c>, or a full stop if no candidate is near.</summary>
    public static string Ending(string written, IEnumerable<string> candidates) =>
        To(written, candidates) is { } near ? $"; did you mean '{near}'?" : ".";

    /// <summary>Levenshtein distance, one row of the table at a time.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
