using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Qualifications;

/// <summary>What a rating must be like to be saved. Unknown is always a legal level.</summary>
public static class RatingRules
{
    /// <summary>The rating says how far a criterion of the opportunity's model holds, and how we know.</summary>
    /// <param name="model">The opportunity's model; null while none is chosen.</param>
    /// <param name="criterionId">The criterion rated; null when missing.</param>
    /// <param name="level">The level; null when missing.</param>
    /// <param name="grade">The grade; needed for a known level.</param>
    public static Decision IsComplete(ScoringModel? model, Guid? criterionId, RatingLevel? level, EvidenceGrade? grade) =>
        Decision.From([.. Gaps(model, criterionId, level), .. GradeGaps(level, grade), .. Strangers(model, criterionId, Unratable)]);

    /// <summary>The rating of an alternative says how far a criterion on the customer's side of the opportunity's model holds for it.</summary>
    /// <param name="model">The opportunity's model; null while none is chosen.</param>
    /// <param name="criterionId">The criterion rated; null when missing.</param>
    /// <param name="level">The level; null when missing.</param>
    public static Decision IsCompleteForAlternative(ScoringModel? model, Guid? criterionId, RatingLevel? level) =>
        Decision.From([.. Gaps(model, criterionId, level), .. Strangers(model, criterionId, NotTheCustomers)]);

    /// <summary>A saved rating keeps what it is about; of something else it is another rating.</summary>
    /// <param name="ownerMoves">The save gives another opportunity, or another alternative.</param>
    /// <param name="criterionMoves">The save gives another criterion.</param>
    public static Decision StaysInPlace(bool ownerMoves, bool criterionMoves) => Decision.From(Moves(ownerMoves, criterionMoves));

    /// <summary>What was known when an opportunity was closed stays as it was.</summary>
    /// <param name="isClosed">The opportunity is won or lost.</param>
    public static Decision MayBeRecorded(bool isClosed) =>
        Decision.From(isClosed ? [$"The opportunity is closed: reopen it to rate its criteria or its alternatives."] : []);

    private static IEnumerable<FormattableString> Gaps(ScoringModel? model, Guid? criterionId, RatingLevel? level)
    {
        if (model == null)
            yield return $"The opportunity has no scoring model (buy_scoringmodelid): choose one before rating its criteria.";
        if (criterionId == null)
            yield return $"Criterion (buy_criterionid) is missing: give the criterion that is rated.";
        if (level == null)
            yield return $"Level (buy_level) is missing: give disproved, doubtful, plausible, good, proven or unknown.";
    }

    private static IEnumerable<FormattableString> GradeGaps(RatingLevel? level, EvidenceGrade? grade)
    {
        if (level is { } known && known.IsKnown() && grade == null)
            yield return $"Evidence grade (buy_grade) is missing: say whether we believe it, they said it, they did it, or it is confirmed.";
    }

    private static IEnumerable<FormattableString> Strangers(ScoringModel? model, Guid? criterionId, Func<Criterion, FormattableString?> whyNot)
    {
        if (model == null || criterionId == null) yield break;

        var criterion = model.Criteria.FirstOrDefault(each => each.Id == criterionId);
        if (criterion == null)
            yield return $"The criterion (buy_criterionid) is not one of the scoring model \"{model.Name}\" that the opportunity follows.";
        else if (whyNot(criterion) is { } reason)
            yield return reason;
    }

    private static FormattableString? Unratable(Criterion criterion) => criterion.Source switch
    {
        CriterionSource.Rated => null,
        CriterionSource.Column => $"\"{criterion.Name}\" is not rated by a person: its level comes from the column {criterion.Column}.",
        _ => $"\"{criterion.Name}\" is not rated by a person: its level comes from what is recorded elsewhere.",
    };

    /// <summary>Where our own level is read, that of an alternative may still be judged: nobody records an alternative's columns.</summary>
    private static FormattableString? NotTheCustomers(Criterion criterion) => criterion.Side == Side.Customer
        ? null
        : (FormattableString)$"\"{criterion.Name}\" asks what is in it for us: alternatives are rated on the customer's criteria.";

    private static IEnumerable<FormattableString> Moves(bool ownerMoves, bool criterionMoves)
    {
        if (ownerMoves)
            yield return $"A rating cannot move to another opportunity or alternative: rate the other one and delete this rating.";
        if (criterionMoves)
            yield return $"Criterion (buy_criterionid) cannot change: rate the other criterion and delete this rating.";
    }
}
