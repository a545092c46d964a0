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
        Decision.From(Gaps(model, criterionId, level, grade));

    private static IEnumerable<string> Gaps(ScoringModel? model, Guid? criterionId, RatingLevel? level, EvidenceGrade? grade)
    {
        if (model == null)
            yield return "The opportunity has no scoring model (buy_scoringmodelid): choose one before rating its criteria.";
        if (criterionId == null)
            yield return "Criterion (buy_criterionid) is missing: give the criterion that is rated.";
        if (level == null)
            yield return "Level (buy_level) is missing: give disproved, doubtful, plausible, good, proven or unknown.";
        if (level is { } known && known.IsKnown() && grade == null)
            yield return "Evidence grade (buy_grade) is missing: say whether we believe it, they said it, they did it, or it is confirmed.";
        if (model == null || criterionId == null) yield break;

        var criterion = model.Criteria.FirstOrDefault(each => each.Id == criterionId);
        if (criterion == null)
            yield return $"The criterion (buy_criterionid) is not one of the scoring model \"{model.Name}\" that the opportunity follows.";
        else if (criterion.Source != CriterionSource.Rated)
            yield return $"\"{criterion.Name}\" is not rated by a person: its level comes from {(criterion.Source == CriterionSource.Column ? $"the column {criterion.Column}" : "what is recorded elsewhere")}.";
    }
}
