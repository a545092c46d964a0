namespace BuyerPath.Domain.Positions;

/// <summary>How far an answer can be relied on. Numbered as the options of the choice that stores it.</summary>
public enum EvidenceGrade
{
    /// <summary>Our own inference.</summary>
    Believed = 0,

    /// <summary>One person of the customer said it.</summary>
    Said = 1,

    /// <summary>They did or wrote it: a document, a calendar entry, people or money assigned.</summary>
    Did = 2,

    /// <summary>A second, independent role confirmed it, or it is signed.</summary>
    Confirmed = 3,
}

/// <summary>How much an answer counts today.</summary>
public static class Credibility
{
    /// <summary>
    /// Below this freshness an answer is stale: older than one half-life. It still counts with what is left of it,
    /// and comes back as a question.
    /// </summary>
    public const double StaleBelow = 0.5;

    /// <summary>The share of its weight that a fresh answer of this grade counts.</summary>
    public static double Of(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Believed => 0.25,
        EvidenceGrade.Said => 0.50,
        EvidenceGrade.Did => 0.85,
        EvidenceGrade.Confirmed => 1.00,
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "There is no such evidence grade."),
    };

    /// <summary>
    /// What age has left of an answer: 1 when fresh, half after each half-life. A date in the future counts as today;
    /// without a half-life nothing fades.
    /// </summary>
    public static double Freshness(DateTime answeredOn, int? halfLifeDays, DateTime now) =>
        halfLifeDays is { } halfLife && answeredOn < now ? Math.Pow(0.5, (now - answeredOn).TotalDays / halfLife) : 1;
}
