using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Qualifications;

/// <summary>How far a criterion holds. Numbered as the options of the choice that stores it; the known ones are their points.</summary>
public enum RatingLevel
{
    /// <summary>It does not.</summary>
    Disproved = 0,

    /// <summary>Little speaks for it.</summary>
    Doubtful = 1,

    /// <summary>It may.</summary>
    Plausible = 2,

    /// <summary>Much speaks for it.</summary>
    Good = 3,

    /// <summary>It does.</summary>
    Proven = 4,

    /// <summary>Asked, and not known. Always legal, and never neutral: it widens the range.</summary>
    Unknown = 5,
}

/// <summary>What can be said of every level.</summary>
public static class RatingLevels
{
    /// <summary>The known levels, lowest first.</summary>
    public static readonly IReadOnlyList<RatingLevel> Known =
        [RatingLevel.Disproved, RatingLevel.Doubtful, RatingLevel.Plausible, RatingLevel.Good, RatingLevel.Proven];

    /// <summary>It is one that counts.</summary>
    public static bool IsKnown(this RatingLevel level) => level is >= RatingLevel.Disproved and <= RatingLevel.Proven;

    /// <summary>The share of the criterion's weight that a known level is worth, 0 to 1.</summary>
    internal static double Worth(this RatingLevel level) => level.IsKnown()
        ? (int)level / (double)RatingLevel.Proven
        : throw new ArgumentOutOfRangeException(nameof(level), level, "Only a known level is worth something.");
}

/// <summary>What a person found of one criterion on one opportunity.</summary>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Level">How far it holds.</param>
/// <param name="Grade">What stands behind it; shown beside the level, and no part of the score.</param>
public sealed record Rating(Guid CriterionId, RatingLevel Level, EvidenceGrade? Grade = null)
{
    /// <summary>Row id; null while it is not stored.</summary>
    public Guid? Id { get; init; }
}
