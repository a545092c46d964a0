using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>Keeps every rating complete: a criterion of the opportunity's model, a level, how we know it, and since when; and keeps it where it was given.</summary>
[Step(Message.CreateMultiple, RatingTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, RatingTable.LogicalName, Pipeline.PreOperation,
    When = [RatingTable.OpportunityId, RatingTable.CriterionId, RatingTable.Level, RatingTable.Grade, RatingTable.RatedOn],
    Before = [RatingTable.OpportunityId, RatingTable.CriterionId, RatingTable.Level, RatingTable.Grade])]
public sealed class RatingsAreComplete : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        change.RequireEach(row => RatingRules.StaysInPlace(row.Moves(RatingTable.OpportunityId), row.Moves(RatingTable.CriterionId)));

        var modelOf = change.AllData.ScoringModelsOn(change.Rows.Select(OpportunityOf).OfType<Guid>().Distinct());
        change.RequireEach(row => RatingRules.IsComplete(
            OpportunityOf(row) is { } opportunity && modelOf.TryGetValue(opportunity, out var model) ? model : null,
            row.After<EntityReference>(RatingTable.CriterionId)?.Id,
            row.After<OptionSetValue>(RatingTable.Level).To<RatingLevel>(),
            row.After<OptionSetValue>(RatingTable.Grade).To<EvidenceGrade>()));

        foreach (var row in change.Rows.Where(row => row.Target.GetAttributeValue<DateTime?>(RatingTable.RatedOn) is null))
            row.Target[RatingTable.RatedOn] = change.Now;
    }

    private static Guid? OpportunityOf(ChangedRow row) => row.After<EntityReference>(RatingTable.OpportunityId)?.Id;
}
