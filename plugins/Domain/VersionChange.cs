namespace BuyerPath.Domain;

/// <summary>What a version asks: a question of a process, a criterion of a model.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Key">Its key, by which other versions ask the same; empty when it has none.</param>
public sealed record Asked(Guid Id, string Key);

/// <summary>An answer or a rating that an opportunity has been given, of whichever version.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Asked">What it is about.</param>
/// <param name="LearntOn">When it was learnt (UTC).</param>
/// <param name="IsWithdrawn">It does not count any more.</param>
public sealed record GivenEvidence(Guid Id, Asked Asked, DateTime LearntOn, bool IsWithdrawn);

/// <summary>What counts in another version too.</summary>
/// <param name="Given">What was given.</param>
/// <param name="AskedId">What it is about in the other version.</param>
/// <param name="InPlaceOf">Something older about that, which it replaces; null when there is none.</param>
public sealed record KeptEvidence(GivenEvidence Given, Guid AskedId, GivenEvidence? InPlaceOf);

/// <summary>What an opportunity keeps when it moves to another process or model, or to another version of its own.</summary>
public static class VersionChange
{
    /// <summary>
    /// What the other version asks for too: for each thing it asks, what was given under the same key and learnt last. What was
    /// given about that very thing stays unless something was learnt later; withdrawn, it stays withdrawn. What has no key is
    /// shared with nobody.
    /// </summary>
    /// <param name="given">All that was given on the opportunity.</param>
    /// <param name="asked">What the version asks that it follows from now on.</param>
    public static IReadOnlyList<KeptEvidence> Kept(IReadOnlyCollection<GivenEvidence> given, IEnumerable<Asked> asked)
    {
        var there = given.ToDictionary(each => each.Asked.Id);
        var withKey = given.Where(each => !each.IsWithdrawn && each.Asked.Key.Length > 0).ToLookup(each => each.Asked.Key);
        return (
            from one in asked
            let latest = withKey[one.Key].OrderBy(each => each.LearntOn).ThenBy(each => each.Id).LastOrDefault()
            let old = there.TryGetValue(one.Id, out var each) ? each : null
            where latest != null && (old == null || latest.LearntOn > old.LearntOn)
            select new KeptEvidence(latest, one.Id, old)).ToList();
    }
}
