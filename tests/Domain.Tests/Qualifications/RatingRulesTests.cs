using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;

namespace BuyerPath.Domain.Tests.Qualifications;

public sealed class RatingRulesTests
{
    private static readonly Criterion Rated = Models.Criterion(Side.Provider, 1, 30);
    private static readonly Criterion Read = Models.Criterion(Side.Provider, 2, 30) with { Source = CriterionSource.Column, Column = "revenue" };
    private static readonly ScoringModel Model = Models.Of(Rated, Read);

    [Fact]
    public void A_rating_with_its_grade_is_complete_and_unknown_needs_none()
    {
        Assert.True(RatingRules.IsComplete(Model, Rated.Id, RatingLevel.Disproved, EvidenceGrade.Believed).IsAllowed);
        Assert.True(RatingRules.IsComplete(Model, Rated.Id, RatingLevel.Unknown, null).IsAllowed);
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once() => Assert.Equal(
        [
            "The opportunity has no scoring model (buy_scoringmodelid): choose one before rating its criteria.",
            "Criterion (buy_criterionid) is missing: give the criterion that is rated.",
            "Level (buy_level) is missing: give disproved, doubtful, plausible, good, proven or unknown.",
        ],
        RatingRules.IsComplete(null, null, null, null).Reasons);

    [Fact]
    public void A_known_level_needs_a_grade() => Assert.Equal(
        ["Evidence grade (buy_grade) is missing: say whether we believe it, they said it, they did it, or it is confirmed."],
        RatingRules.IsComplete(Model, Rated.Id, RatingLevel.Good, null).Reasons);

    [Fact]
    public void A_criterion_of_another_model_or_one_that_nobody_rates_is_refused()
    {
        Assert.Equal(
            ["The criterion (buy_criterionid) is not one of the scoring model \"Example\" that the opportunity follows."],
            RatingRules.IsComplete(Model, Guid.Empty, RatingLevel.Unknown, null).Reasons);
        Assert.Equal(
            ["\"Provider 2\" is not rated by a person: its level comes from the column revenue."],
            RatingRules.IsComplete(Model, Read.Id, RatingLevel.Unknown, null).Reasons);
    }
}
