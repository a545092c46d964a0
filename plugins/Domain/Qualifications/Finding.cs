using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Qualifications;

/// <summary>A criterion with what is known of it: the line of the score that a person can redo by hand.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Level">How far it holds.</param>
/// <param name="Grade">What stands behind a rating; null where no person rated.</param>
public sealed record Finding(Criterion Criterion, RatingLevel Level, EvidenceGrade? Grade = null)
{
    /// <summary>Row id of the rating; null where no person rated.</summary>
    public Guid? RatingId { get; init; }

    /// <summary>It counts.</summary>
    public bool IsKnown => Level.IsKnown();

    /// <summary>It rules the deal out.</summary>
    public bool IsKnockOut => Criterion.IsKnockedOutAt(Level);

    /// <summary>It would rule the deal out if it were at its worst, and nobody knows.</summary>
    public bool MayBeKnockOut => !IsKnown && Criterion.KnockOutLevel != null;
}
