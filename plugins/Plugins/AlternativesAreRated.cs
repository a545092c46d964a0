using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>Keeps every rating of an alternative complete: a criterion on the customer's side of the opportunity's model, and a level.</summary>
[Step(Message.CreateMultiple, AlternativeRatingTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, AlternativeRatingTable.LogicalName, Pipeline.PreOperation,
    When = [AlternativeRatingTable.AlternativeId, AlternativeRatingTable.CriterionId, AlternativeRatingTable.Level],
    Before = [AlternativeRatingTable.AlternativeId, AlternativeRatingTable.CriterionId, AlternativeRatingTable.Level])]
public sealed class AlternativesAreRated : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        change.RequireEach(row => RatingRules.StaysInPlace(
            row.Moves(AlternativeRatingTable.AlternativeId), row.Moves(AlternativeRatingTable.CriterionId)));

        var opportunityOf = change.AllData.OpportunitiesOfAlternatives(change.Rows.Select(AlternativeOf).OfType<Guid>().Distinct());
        var modelOf = change.AllData.ScoringModelsOn(opportunityOf.Values.Distinct());
        change.RequireEach(row => RatingRules.IsCompleteForAlternative(
            AlternativeOf(row) is { } alternative && modelOf.TryGetValue(opportunityOf[alternative], out var model) ? model : null,
            row.After<EntityReference>(AlternativeRatingTable.CriterionId)?.Id,
            row.After<OptionSetValue>(AlternativeRatingTable.Level).To<RatingLevel>()));
    }

    private static Guid? AlternativeOf(ChangedRow row) => row.After<EntityReference>(AlternativeRatingTable.AlternativeId)?.Id;
}
