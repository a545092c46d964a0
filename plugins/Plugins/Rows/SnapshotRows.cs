using System.Globalization;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_scoresnapshot rows as snapshots, and back.</summary>
internal static class SnapshotRows
{
    /// <summary>The snapshots of these opportunities but the weekly ones, by opportunity: one query.</summary>
    public static ILookup<Guid, ScoreSnapshot> SnapshotsOf(this IOrganizationService data, IEnumerable<Guid> opportunityIds)
    {
        var query = Reading.Query(
            ScoreSnapshotTable.LogicalName, ScoreSnapshotTable.OpportunityId, opportunityIds,
            ScoreSnapshotTable.OpportunityId, ScoreSnapshotTable.TakenOn, ScoreSnapshotTable.Cause,
            ScoreSnapshotTable.Verdict, ScoreSnapshotTable.MutualScorePercent);
        query.Criteria.AddCondition(ScoreSnapshotTable.Cause, ConditionOperator.NotEqual, SnapshotCause.Weekly.ToOption().Value);
        return data.All(query).ToLookup(row => row.IdOf(ScoreSnapshotTable.OpportunityId), ToSnapshot);
    }

    /// <summary>The open opportunities of which no weekly snapshot was taken since then, in the order of their ids: one query for each 5,000.</summary>
    public static IReadOnlyList<Guid> OpenWithoutWeeklySnapshotSince(this IOrganizationService data, DateTime moment)
    {
        var query = new QueryExpression(OpportunityTable.LogicalName) { ColumnSet = new ColumnSet(OpportunityTable.OpportunityId) };
        query.Criteria.AddCondition(OpportunityTable.StateCode, ConditionOperator.Equal, OpportunityRows.Open);
        var taken = query.AddLink(ScoreSnapshotTable.LogicalName, OpportunityTable.OpportunityId, ScoreSnapshotTable.OpportunityId, JoinOperator.LeftOuter);
        taken.EntityAlias = ScoreSnapshotTable.LogicalName;
        taken.LinkCriteria.AddCondition(ScoreSnapshotTable.Cause, ConditionOperator.Equal, SnapshotCause.Weekly.ToOption().Value);
        taken.LinkCriteria.AddCondition(ScoreSnapshotTable.TakenOn, ConditionOperator.GreaterEqual, moment);
        query.Criteria.AddCondition(ScoreSnapshotTable.LogicalName, ScoreSnapshotTable.ScoreSnapshotId, ConditionOperator.Null);
        query.AddOrder(OpportunityTable.OpportunityId, OrderType.Ascending);
        return [.. data.All(query).Select(row => row.Id)];
    }

    /// <summary>Stores what changed: writes only if the score did, or the occasion asks for it.</summary>
    public static void Store(this IOrganizationService data, ScoreHistory history, Calculated calculated, DateTime now)
    {
        foreach (var removed in history.Removed)
            data.Delete(ScoreSnapshotTable.LogicalName, removed.Id);
        if (history.Taken is { } cause) data.TakeSnapshot(calculated, cause, now);
    }

    /// <summary>Stores the opportunity as it is now, for reports.</summary>
    /// <param name="data">Where.</param>
    /// <param name="calculated">The opportunity.</param>
    /// <param name="cause">Why.</param>
    /// <param name="now">The time (UTC).</param>
    /// <param name="id">The id of what there may be only once; left out, the platform chooses one.</param>
    public static void TakeSnapshot(this IOrganizationService data, Calculated calculated, SnapshotCause cause, DateTime now, Guid id = default)
    {
        var snapshot = new Entity(ScoreSnapshotTable.LogicalName, id)
        {
            [ScoreSnapshotTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, calculated.Opportunity.Id),
            [ScoreSnapshotTable.OwnerId] = calculated.Opportunity.Owner,
            [ScoreSnapshotTable.Name] = NameOf(calculated, now),
            [ScoreSnapshotTable.Cause] = cause.ToOption(),
            [ScoreSnapshotTable.TakenOn] = now,
            [ScoreSnapshotTable.EstimatedValue] = calculated.Opportunity.EstimatedValue,
            [ScoreSnapshotTable.SellerStage] = calculated.Opportunity.SellerStages.FirstOrDefault(),
            [ScoreSnapshotTable.StageId] = calculated.Journey is { } journey ? new EntityReference(StageTable.LogicalName, journey.Position.Stage.Id) : null,
            [ScoreSnapshotTable.ConfidencePercent] = calculated.Journey?.Position.ConfidencePercent,
            [ScoreSnapshotTable.WinChancePercent] = Domain.Percent.Of(calculated.Journey?.Chance?.Chance),
            [ScoreSnapshotTable.RemainingHours] = OpportunityRows.Rounded(calculated.Journey?.Focus.RemainingHours, 1),
            [ScoreSnapshotTable.FocusTier] = calculated.Opportunity.Stored.GetAttributeValue<OptionSetValue>(OpportunityTable.FocusTier),
            [ScoreSnapshotTable.WhoseTurn] = calculated.Around.Turns?.Open?.Holder.ToOption(),
        };
        foreach (var score in OpportunityRows.ColumnsOf(calculated.Worth))
            snapshot[SameColumn[score.Key]] = score.Value;
        data.Create(snapshot);
    }

    /// <summary>The scores' columns on the opportunity, and where a snapshot keeps them.</summary>
    private static readonly Dictionary<string, string> SameColumn = new()
    {
        [OpportunityTable.ProviderScorePercent] = ScoreSnapshotTable.ProviderScorePercent,
        [OpportunityTable.CustomerScorePercent] = ScoreSnapshotTable.CustomerScorePercent,
        [OpportunityTable.MutualScorePercent] = ScoreSnapshotTable.MutualScorePercent,
        [OpportunityTable.ScoreLowPercent] = ScoreSnapshotTable.ScoreLowPercent,
        [OpportunityTable.ScoreHighPercent] = ScoreSnapshotTable.ScoreHighPercent,
        [OpportunityTable.CoveragePercent] = ScoreSnapshotTable.CoveragePercent,
        [OpportunityTable.Verdict] = ScoreSnapshotTable.Verdict,
    };

    private static string NameOf(Calculated calculated, DateTime now) => string.Format(
        CultureInfo.InvariantCulture, "{0:yyyy-MM-dd} · {1}", now,
        calculated.Worth?.Qualification.Mutual.Score is { } score ? $"{Domain.Percent.Of(score).ToString(CultureInfo.InvariantCulture)} %" : "–");

    private static ScoreSnapshot ToSnapshot(Entity row) => new(
        row.Id,
        row.GetAttributeValue<DateTime>(ScoreSnapshotTable.TakenOn),
        row.OptionOf<SnapshotCause>(ScoreSnapshotTable.Cause) ?? SnapshotCause.ScoreChanged,
        row.OptionOf<Verdict>(ScoreSnapshotTable.Verdict),
        row.GetAttributeValue<decimal?>(ScoreSnapshotTable.MutualScorePercent));
}
