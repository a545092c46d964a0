using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps an opportunity's scores and verdict, and those of its alternatives, true to their ratings, on every path by which
/// ratings and alternatives change.
/// </summary>
[Step(Message.CreateMultiple, RatingTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.UpdateMultiple, RatingTable.LogicalName, Pipeline.PostOperation,
    When = [RatingTable.Level, RatingTable.Grade, RatingTable.StateCode], Before = [RatingTable.OpportunityId])]
[Step(Message.Delete, RatingTable.LogicalName, Pipeline.PostOperation, Before = [RatingTable.OpportunityId])]
[Step(Message.CreateMultiple, AlternativeTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.UpdateMultiple, AlternativeTable.LogicalName, Pipeline.PostOperation,
    When = [AlternativeTable.OpportunityId, AlternativeTable.Name, AlternativeTable.Kind, AlternativeTable.StateCode],
    Before = [AlternativeTable.OpportunityId])]
[Step(Message.Delete, AlternativeTable.LogicalName, Pipeline.PostOperation, Before = [AlternativeTable.OpportunityId])]
[Step(Message.CreateMultiple, AlternativeRatingTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.UpdateMultiple, AlternativeRatingTable.LogicalName, Pipeline.PostOperation,
    When = [AlternativeRatingTable.Level, AlternativeRatingTable.StateCode], Before = [AlternativeRatingTable.AlternativeId])]
[Step(Message.Delete, AlternativeRatingTable.LogicalName, Pipeline.PostOperation, Before = [AlternativeRatingTable.AlternativeId])]
public sealed class RatingsMoveScores : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        if (HappensWithin(change)) return;

        var calculated = change.Recalculate(OpportunitiesOf(change), MoveCause.StaleEvidence);
        foreach (var opportunity in calculated.Values) Change.Require(RatingRules.MayBeRecorded(opportunity.IsClosed));
    }

    /// <summary>Whoever keeps several ratings recalculates once, at the end; what goes with its opportunity or alternative moves nothing.</summary>
    private static bool HappensWithin(Change change) =>
        change.IsDuring(OpportunitiesFollowTheirModel.KeepingRatings)
        || change.IsPartOf(Message.Delete, OpportunityTable.LogicalName)
        || change.IsPartOf(Message.Delete, AlternativeTable.LogicalName);

    private static IEnumerable<Guid> OpportunitiesOf(Change change) => change.Table switch
    {
        AlternativeRatingTable.LogicalName =>
            change.AllData.OpportunitiesOfAlternatives(Ends(change, AlternativeRatingTable.AlternativeId)).Values,
        AlternativeTable.LogicalName => Ends(change, AlternativeTable.OpportunityId),
        _ => Ends(change, RatingTable.OpportunityId),
    };

    /// <summary>Where the rows are, and where those that moved were.</summary>
    private static IEnumerable<Guid> Ends(Change change, string lookup) => change.Rows
        .SelectMany(row => new[] { row.Before.OptionalIdOf(lookup), row.Target.OptionalIdOf(lookup) })
        .OfType<Guid>()
        .Distinct();
}
