namespace BuyerPath.Domain;

/// <summary>Yes, or every reason why not, each a sentence for the person at the form.</summary>
public sealed class Decision
{
    private Decision(IReadOnlyList<string> reasons) => Reasons = reasons;

    /// <summary>Why not; empty when allowed.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>Nothing speaks against it.</summary>
    public bool IsAllowed => Reasons.Count == 0;

    /// <summary>Allowed when there is no reason against.</summary>
    public static Decision From(IEnumerable<string> reasons) => new(reasons.ToList());
}
