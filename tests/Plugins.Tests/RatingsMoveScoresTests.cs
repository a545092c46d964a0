using System.ServiceModel;
using System.Text.Json;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Plugins.Tests;

public sealed class RatingsMoveScoresTests
{
    private readonly ScoredScene _scored = new();
    private readonly Scene _scene;
    private readonly Guid _opportunity;

    public RatingsMoveScoresTests()
    {
        _scene = _scored.Scene;
        _opportunity = _scored.Opportunity();
    }

    [Fact]
    public void Before_anything_is_rated_everything_is_open() =>
        Assert.Equal((null, 0m, 100m, 0m, VerdictChoice.Ask), _scored.ScoreOf(_opportunity));

    [Fact]
    public void Ratings_of_both_sides_give_scores_range_coverage_and_verdict()
    {
        _scored.Rate(_opportunity, "p1", RatingLevelChoice.Proven);      // provider: 3 of 4 known, all of it proven
        _scored.Rate(_opportunity, "c1", RatingLevelChoice.Good);
        _scored.Rate(_opportunity, "c2", RatingLevelChoice.Disproved);   // customer: (3 * 0.75 + 0) / 4

        Assert.Equal((75m, 65m, 75m, 87.5m, VerdictChoice.HelpThemFindOut), _scored.ScoreOf(_opportunity));
        Assert.Equal(100m, _scene.Row(_opportunity)[OpportunityTable.ProviderScorePercent]);
        Assert.Equal(56.3m, _scene.Row(_opportunity)[OpportunityTable.CustomerScorePercent]);
    }

    [Fact]
    public void A_rating_that_is_changed_withdrawn_or_deleted_moves_the_score()
    {
        foreach (var key in new[] { "p1", "p2", "c1", "c2" }) _scored.Rate(_opportunity, key, RatingLevelChoice.Proven);
        Assert.Equal(VerdictChoice.Pursue, _scored.ScoreOf(_opportunity).Verdict);

        var heavy = _scene.All(RatingTable.LogicalName).Single(row => row.GetAttributeValue<EntityReference>(RatingTable.CriterionId).Id == _scored.Criterion("c1").Id).Id;
        _scene.Change(RatingTable.LogicalName, heavy, RatingTable.Level, Scene.Option(RatingLevelChoice.Disproved));
        Assert.Equal(VerdictChoice.HelpThemFindOut, _scored.ScoreOf(_opportunity).Verdict);

        _scene.Change(RatingTable.LogicalName, heavy, RatingTable.StateCode, new OptionSetValue(1));
        Assert.Equal(VerdictChoice.Ask, _scored.ScoreOf(_opportunity).Verdict);

        _scene.Service.Delete(RatingTable.LogicalName, heavy);
        Assert.Equal(VerdictChoice.Ask, _scored.ScoreOf(_opportunity).Verdict);
    }

    [Fact]
    public void A_derived_criterion_follows_the_buying_group()
    {
        var model = _scored.NewModel("derived", LifecycleChoice.Draft);
        _scored.Add(ScoredScene.NewCriterion(model, "p", SideChoice.Provider, 1));
        var derived = ScoredScene.NewCriterion(model, "c", SideChoice.Customer, 1);
        derived[CriterionTable.Source] = Scene.Option(CriterionSourceChoice.Derived);
        derived[CriterionTable.Derivation] = Scene.Option(DerivationChoice.BuyingGroupCoverage);
        _scored.Add(derived);
        _scored.Become(model, LifecycleChoice.Active);
        var opportunity = _scored.Opportunity(model);

        var stakeholder = _scene.Stakeholder(opportunity);
        Assert.Equal(0m, _scene.Row(opportunity)[OpportunityTable.CustomerScorePercent]);

        _scene.Change(StakeholderTable.LogicalName, stakeholder, StakeholderTable.IsMet, true);
        Assert.Equal(100m, _scene.Row(opportunity)[OpportunityTable.CustomerScorePercent]);
    }

    [Fact]
    public void An_answer_moves_the_verdict_by_the_confidence_of_the_position()
    {
        var model = _scored.NewModel("derived", LifecycleChoice.Draft);
        var p = _scored.Add(ScoredScene.NewCriterion(model, "p", SideChoice.Provider, 1));
        var derived = ScoredScene.NewCriterion(model, "c", SideChoice.Customer, 1);
        derived[CriterionTable.Source] = Scene.Option(CriterionSourceChoice.Derived);
        derived[CriterionTable.Derivation] = Scene.Option(DerivationChoice.PositionConfidence);
        _scored.Add(derived);
        _scored.Become(model, LifecycleChoice.Active);
        var opportunity = _scored.Opportunity(model);
        _scene.Service.Create(ScoredScene.NewRating(opportunity, p, RatingLevelChoice.Proven));
        Assert.Equal(VerdictChoice.HelpThemFindOut, _scored.ScoreOf(opportunity).Verdict);

        _scene.Answer(opportunity, _scene.ExitFact(1), AnswerValue.No, EvidenceGrade.Confirmed);

        Assert.Equal(VerdictChoice.Pursue, _scored.ScoreOf(opportunity).Verdict);
    }

    [Fact]
    public void Many_ratings_in_one_save_are_calculated_once()
    {
        var ratings = new[] { "p1", "p2", "c1", "c2" }.Select(key => ScoredScene.NewRating(_opportunity, _scored.Criterion(key), RatingLevelChoice.Good)).ToList();

        var calls = ServiceCalls.Of(_scene, () => _scene.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection(ratings) { EntityName = RatingTable.LogicalName },
        }));

        Assert.Equal(VerdictChoice.Pursue, _scored.ScoreOf(_opportunity).Verdict);
        // Complete: opportunity, criteria, model. Calculated: eleven of every opportunity, six of a scored one. Written: the lock,
        // the snapshot of the change (the one of the same moment goes), the opportunity.
        Assert.Equal(new ServiceCalls(Reads: 3 + 11 + 6, Writes: 4), calls);
    }

    [Fact]
    public void The_journey_says_what_the_columns_say()
    {
        _scored.Rate(_opportunity, "p1", RatingLevelChoice.Good);
        var alternative = _scored.Alternative(_opportunity, AlternativeKindChoice.DoNothing);
        _scored.RateAlternative(alternative, "c1", RatingLevelChoice.Plausible);

        using var journey = JsonDocument.Parse(_scene.StoredJourney(_opportunity)!);
        var worth = journey.RootElement.GetProperty("worth");

        Assert.Equal("ask", worth.GetProperty("verdict").GetString());
        Assert.Equal(75, worth.GetProperty("provider").GetProperty("score").GetDouble());
        Assert.Equal(_scored.Criterion("c1").Id, worth.GetProperty("ask").GetProperty("criterion").GetGuid());
        Assert.Equal(50, worth.GetProperty("alternatives")[0].GetProperty("score").GetDouble());
        Assert.Equal(JsonValueKind.Null, worth.GetProperty("chance").ValueKind);
        Assert.Equal(4, worth.GetProperty("criteria").GetArrayLength());
    }

    [Fact]
    public void Without_a_model_there_is_no_part_worth() =>
        Assert.DoesNotContain("worth", _scene.StoredJourney(_scene.Opportunity())!, StringComparison.Ordinal);

    [Fact]
    public void An_opportunity_without_a_process_has_scores_too()
    {
        var opportunity = _scene.OpportunityWithoutProcess();
        _scene.Change(OpportunityTable.LogicalName, opportunity, OpportunityTable.ScoringModelId, _scored.Model);
        _scored.Rate(opportunity, "p1", RatingLevelChoice.Good);

        Assert.Equal(75m, _scene.Row(opportunity)[OpportunityTable.ProviderScorePercent]);
    }

    [Fact]
    public void An_alternative_keeps_its_own_score_and_coverage()
    {
        var build = _scored.Alternative(_opportunity, AlternativeKindChoice.Build);
        var rating = _scored.RateAlternative(build, "c1", RatingLevelChoice.Good);
        Assert.Equal((75m, 75m), Alternative(build));

        _scored.RateAlternative(build, "c2", RatingLevelChoice.Disproved);
        Assert.Equal((56.3m, 100m), Alternative(build));

        _scene.Service.Delete(AlternativeRatingTable.LogicalName, rating.Id);
        Assert.Equal((0m, 25m), Alternative(build));
    }

    [Fact]
    public void An_alternative_is_rated_on_the_customers_criteria_only()
    {
        var build = _scored.Alternative(_opportunity, AlternativeKindChoice.Build);

        Assert.Equal(
            "\"Criterion p1\" asks what is in it for us: alternatives are rated on the customer's criteria.",
            RefusalOf(() => _scored.RateAlternative(build, "p1", RatingLevelChoice.Good)));
    }

    [Fact]
    public void What_a_rating_lacks_is_told()
    {
        var rating = ScoredScene.NewRating(_opportunity, _scored.Criterion("p1"), RatingLevelChoice.Good);
        rating[RatingTable.Grade] = null;

        Assert.Equal(
            "Evidence grade (buy_grade) is missing: say whether we believe it, they said it, they did it, or it is confirmed.",
            RefusalOf(() => _scene.Service.Create(rating)));
    }

    [Fact]
    public void A_rating_needs_a_model_and_a_criterion_of_it()
    {
        var other = _scored.NewModel("other", LifecycleChoice.Draft);
        var stranger = _scored.Add(ScoredScene.NewCriterion(other, "x", SideChoice.Provider, 1));

        Assert.Contains("is not one of the scoring model \"model\"", RefusalOf(() =>
            _scene.Service.Create(ScoredScene.NewRating(_opportunity, stranger, RatingLevelChoice.Good))), StringComparison.Ordinal);
        Assert.Contains("has no scoring model", RefusalOf(() =>
            _scene.Service.Create(ScoredScene.NewRating(_scene.Opportunity(), _scored.Criterion("p1"), RatingLevelChoice.Good))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rating_stays_where_it_was_given_and_knows_since_when()
    {
        var rating = _scored.Rate(_opportunity, "p1", RatingLevelChoice.Good);

        Assert.Equal(_scene.Now, _scene.Row(RatingTable.LogicalName, rating)[RatingTable.RatedOn]);
        Assert.Contains("cannot change", RefusalOf(() =>
            _scene.Change(RatingTable.LogicalName, rating, RatingTable.CriterionId, _scored.Criterion("p2"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_scores_of_a_closed_opportunity_are_frozen()
    {
        var rating = _scored.Rate(_opportunity, "p1", RatingLevelChoice.Good);
        _scene.Win(_opportunity);
        var before = _scored.ScoreOf(_opportunity);

        Assert.Equal(
            "The opportunity is closed: reopen it to rate its criteria or its alternatives.",
            RefusalOf(() => _scene.Change(RatingTable.LogicalName, rating, RatingTable.Level, Scene.Option(RatingLevelChoice.Doubtful))));
        Assert.Equal(before, _scored.ScoreOf(_opportunity));
    }

    [Fact]
    public void A_snapshot_is_taken_when_the_score_changes_and_at_closing_and_reopening()
    {
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        _scored.Rate(_opportunity, "p1", RatingLevelChoice.Good);   // neither verdict nor mutual score
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        _scored.Rate(_opportunity, "c1", RatingLevelChoice.Good);
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        _scene.Win(_opportunity);
        _scene.Clock.Advance(TimeSpan.FromDays(1));
        _scene.Reopen(_opportunity);

        Assert.Equal<(SnapshotCauseChoice?, VerdictChoice?, decimal?)>(
            [
                (SnapshotCauseChoice.ScoreChanged, VerdictChoice.Ask, null),
                (SnapshotCauseChoice.ScoreChanged, VerdictChoice.Ask, 75m),
                (SnapshotCauseChoice.Closed, VerdictChoice.Ask, 75m),
                (SnapshotCauseChoice.Reopened, VerdictChoice.Ask, 75m),
            ],
            _scored.SnapshotsOf(_opportunity));
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(60, 3)]
    public void A_change_that_is_undone_within_the_hour_leaves_no_snapshot(int minutes, int snapshots)
    {
        _scored.Rate(_opportunity, "p1", RatingLevelChoice.Good);
        _scene.Clock.Advance(TimeSpan.FromDays(1));

        var rating = _scored.Rate(_opportunity, "c1", RatingLevelChoice.Good);
        _scene.Clock.Advance(TimeSpan.FromMinutes(minutes));
        _scene.Service.Delete(RatingTable.LogicalName, rating);

        Assert.Equal(snapshots, _scored.SnapshotsOf(_opportunity).Count);
    }

    [Fact]
    public void Deleting_the_opportunity_takes_ratings_alternatives_and_snapshots_along()
    {
        _scored.Rate(_opportunity, "p1", RatingLevelChoice.Good);
        _scored.RateAlternative(_scored.Alternative(_opportunity, AlternativeKindChoice.Build), "c1", RatingLevelChoice.Good);

        _scene.Service.Delete(OpportunityTable.LogicalName, _opportunity);

        Assert.Empty(_scene.All(RatingTable.LogicalName));
        Assert.Empty(_scene.All(AlternativeRatingTable.LogicalName));
        Assert.Empty(_scene.All(ScoreSnapshotTable.LogicalName));
    }

    private (decimal?, decimal?) Alternative(EntityReference alternative)
    {
        var row = _scene.Row(AlternativeTable.LogicalName, alternative.Id);
        return (row.GetAttributeValue<decimal?>(AlternativeTable.CustomerScorePercent), row.GetAttributeValue<decimal?>(AlternativeTable.CoveragePercent));
    }

    private static string RefusalOf(Action save) => Assert.Throws<FaultException<OrganizationServiceFault>>(save).Detail.Message;
}
