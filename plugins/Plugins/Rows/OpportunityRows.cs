using BuyerPath.Domain;
using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Turns;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>An opportunity as far as its journey goes.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Owner">User or team.</param>
/// <param name="ProcessId">Buying process; null while none is chosen.</param>
/// <param name="ScoringModelId">Scoring model; null while none is chosen.</param>
/// <param name="EstimatedValue">What the deal may be worth, in the currency of the row; null while unknown.</param>
/// <param name="SegmentId">Segment; null for none.</param>
/// <param name="EffortHours">Hours that a deal of the segment may take in all; null where nobody has said.</param>
/// <param name="SellerStages">Names of the seller's own stage, that of the business process flow before the sales stage.</param>
/// <param name="ClosedAs">How it was closed; null while it is open.</param>
/// <param name="Outcome">The outcome that a person gave; null while nobody has.</param>
/// <param name="Approach">The approach that a person gave; null while nobody has.</param>
/// <param name="Stored">The derived columns as they are stored.</param>
internal sealed record OpportunityRow(
    Guid Id,
    EntityReference Owner,
    Guid? ProcessId,
    Guid? ScoringModelId,
    decimal? EstimatedValue,
    Guid? SegmentId,
    double? EffortHours,
    IReadOnlyList<string> SellerStages,
    ClosedAs? ClosedAs,
    Outcome? Outcome,
    Approach? Approach,
    Entity Stored)
{
    /// <summary>It has a score, or had one when it was stored.</summary>
    public bool IsScored => ScoringModelId is not null || Stored.Contains(OpportunityTable.Verdict);
}

/// <summary>opportunity rows, and the columns that a journey sets on them.</summary>
internal static class OpportunityRows
{
    /// <summary>The state of an opportunity that is neither won nor lost.</summary>
    internal const int Open = 0;

    private const int Won = 1;
    private const int Cancelled = 4;
    private const int OutSold = 5;

    private static readonly string[] OfJourney =
    [
        OpportunityTable.StageId, OpportunityTable.ConfidencePercent, OpportunityTable.FurthestStageId,
        OpportunityTable.StageEnteredOn, OpportunityTable.BlindSpots, OpportunityTable.Journey,
        OpportunityTable.Alignment, OpportunityTable.AlignmentStages, OpportunityTable.GroupStageId, OpportunityTable.ConsensusGap,
        OpportunityTable.ProposedOutcome, OpportunityTable.OutcomeStageId,
    ];

    private static readonly string[] OfTurns =
    [
        OpportunityTable.WhoseTurn, OpportunityTable.TurnSince, OpportunityTable.IsTurnOverdue, OpportunityTable.NextStepDueOn,
        OpportunityTable.OurPromisesKeptPercent, OpportunityTable.TheirPromisesKeptPercent,
    ];

    private static readonly string[] OfWorth =
    [
        OpportunityTable.ProviderScorePercent, OpportunityTable.CustomerScorePercent, OpportunityTable.MutualScorePercent,
        OpportunityTable.ScoreLowPercent, OpportunityTable.ScoreHighPercent, OpportunityTable.CoveragePercent, OpportunityTable.Verdict,
    ];

    private static readonly string[] OfFocus =
        [OpportunityTable.WinChancePercent, OpportunityTable.ChanceBasis, OpportunityTable.RemainingHours, OpportunityTable.ValuePerHour];

    private static readonly string[] OfClosing =
        [OpportunityTable.Outcome, OpportunityTable.Approach, OpportunityTable.IsOutcomeAssumed];

    /// <summary>The columns that a calculation sets, and those whose change begins one anyway.</summary>
    public static readonly IReadOnlyCollection<string> Calculated =
    [
        OpportunityTable.CalculatedOn, OpportunityTable.FocusTier, .. OfJourney, .. OfTurns, .. OfWorth, .. OfFocus, .. OfClosing,
        OpportunityTable.ProcessId, OpportunityTable.ScoringModelId, OpportunityTable.SalesStage, OpportunityTable.StepName, OpportunityTable.StateCode, OpportunityTable.StatusCode,
    ];

    /// <summary>The opportunity is won or lost once the save is done; the step must have registered its state.</summary>
    public static bool IsClosed(ChangedRow row) => row.After<OptionSetValue>(OpportunityTable.StateCode) is { Value: not Open };

    /// <summary>
    /// Takes the locks of these opportunities, in the order of their ids so that two bulk saves cannot wait for each
    /// other: one small write each. From here on concurrent saves queue, and what is read next includes what they saved.
    /// </summary>
    public static void Lock(this IOrganizationService data, IEnumerable<Guid> ids, DateTime now)
    {
        foreach (var id in ids.OrderBy(id => id))
            data.Update(new Entity(OpportunityTable.LogicalName, id) { [OpportunityTable.CalculatedOn] = now });
    }

    /// <summary>These opportunities: one query.</summary>
    public static IReadOnlyList<OpportunityRow> Opportunities(this IOrganizationService data, IEnumerable<Guid> ids)
    {
        var query = Reading.Query(
            OpportunityTable.LogicalName, OpportunityTable.OpportunityId, ids,
            [
                OpportunityTable.OwnerId, OpportunityTable.ProcessId, OpportunityTable.SalesStage, OpportunityTable.StepName,
                OpportunityTable.StateCode, OpportunityTable.StatusCode, OpportunityTable.ScoringModelId, OpportunityTable.EstimatedValue,
                OpportunityTable.SegmentId, OpportunityTable.FocusTier, .. OfJourney, .. OfTurns, .. OfWorth, .. OfFocus, .. OfClosing,
            ]);
        var segment = query.AddLink(SegmentTable.LogicalName, OpportunityTable.SegmentId, SegmentTable.SegmentId, JoinOperator.LeftOuter);
        segment.EntityAlias = SegmentTable.LogicalName;
        segment.Columns = new ColumnSet(SegmentTable.EffortHours);
        return [.. data.All(query).Select(ToOpportunity)];
    }

    /// <summary>The open opportunities that were last calculated before this moment or never, the longest ago first.</summary>
    public static IReadOnlyList<Guid> OpenNotCalculatedSince(this IOrganizationService data, DateTime moment)
    {
        var query = new QueryExpression(OpportunityTable.LogicalName) { ColumnSet = new ColumnSet(OpportunityTable.OpportunityId) };
        query.Criteria.AddCondition(OpportunityTable.StateCode, ConditionOperator.Equal, Open);
        var outdated = query.Criteria.AddFilter(LogicalOperator.Or);
        outdated.AddCondition(OpportunityTable.CalculatedOn, ConditionOperator.Null);
        outdated.AddCondition(OpportunityTable.CalculatedOn, ConditionOperator.LessThan, moment);
        query.AddOrder(OpportunityTable.CalculatedOn, OrderType.Ascending);
        query.AddOrder(OpportunityTable.OpportunityId, OrderType.Ascending);
        return [.. data.All(query).Select(row => row.Id)];
    }

    /// <summary>Empties what the last closing said; the stage and the mark of an assumed outcome go with the next calculation.</summary>
    public static void ForgetClosing(this IOrganizationService data, Guid id) =>
        data.Update(new Entity(OpportunityTable.LogicalName, id) { [OpportunityTable.Outcome] = null, [OpportunityTable.Approach] = null });

    /// <summary>Writes the derived columns that differ from what is stored; without a journey its columns are emptied.</summary>
    public static void Store(this IOrganizationService data, Calculated calculated, DateTime now) => data.UpdateChanged(
        calculated.Opportunity.Stored,
        [
            .. ColumnsOf(calculated.Journey), .. ColumnsOf(calculated.Around, now), .. ColumnsOf(calculated.Worth),
            .. FocusOf(calculated.Journey),
            .. ColumnsOf(calculated.Around.Closing),
        ]);

    /// <summary>The columns of the score; without a scoring model they are empty.</summary>
    public static Dictionary<string, object?> ColumnsOf(Worth? worth)
    {
        var qualification = worth?.Qualification;
        return new()
        {
            [OpportunityTable.ProviderScorePercent] = Percent.Of(qualification?.Mutual.Provider.Score),
            [OpportunityTable.CustomerScorePercent] = Percent.Of(qualification?.Mutual.Customer.Score),
            [OpportunityTable.MutualScorePercent] = Percent.Of(qualification?.Mutual.Score),
            [OpportunityTable.ScoreLowPercent] = Percent.Of(qualification?.Mutual.Low),
            [OpportunityTable.ScoreHighPercent] = Percent.Of(qualification?.Mutual.High),
            [OpportunityTable.CoveragePercent] = Percent.Of(qualification?.Mutual.Coverage),
            [OpportunityTable.Verdict] = qualification?.Verdict.ToOption(),
        };
    }

    /// <summary>The columns of chance and focus but the tier, for which a seller's deals have to be compared; without a journey they are empty.</summary>
    private static Dictionary<string, object?> FocusOf(Journey? journey) => new()
    {
        [OpportunityTable.WinChancePercent] = Percent.Of(journey?.Chance?.Chance),
        [OpportunityTable.ChanceBasis] = journey?.Chance?.Basis.ToOption(),
        [OpportunityTable.RemainingHours] = Rounded(journey?.Focus.RemainingHours, 1),
        [OpportunityTable.ValuePerHour] = Rounded(journey?.Focus.ValuePerHour, 2),
    };

    /// <summary>A figure as a column of so many digits holds it.</summary>
    public static decimal? Rounded(double? figure, int digits) =>
        figure is { } known ? Math.Round((decimal)known, digits, MidpointRounding.AwayFromZero) : null;

    private static IEnumerable<KeyValuePair<string, object?>> ColumnsOf(Journey? journey) => journey is null
        ? OfJourney.Select(column => new KeyValuePair<string, object?>(column, null))
        : new Dictionary<string, object?>
        {
            [OpportunityTable.StageId] = StageOf(journey.Position.Stage.Id),
            [OpportunityTable.ConfidencePercent] = journey.Position.ConfidencePercent,
            [OpportunityTable.FurthestStageId] = StageOf(journey.Furthest.Id),
            [OpportunityTable.StageEnteredOn] = journey.StageEnteredOn,
            [OpportunityTable.BlindSpots] = journey.BlindSpots.Count,
            [OpportunityTable.Alignment] = journey.Seller?.Alignment.Kind.ToOption(),
            [OpportunityTable.AlignmentStages] = journey.Seller?.Alignment.StagesAhead,
            [OpportunityTable.GroupStageId] = StageOf(journey.Group?.Stage?.Id),
            [OpportunityTable.ConsensusGap] = journey.Group?.ConsensusGap,
            [OpportunityTable.ProposedOutcome] = journey.Proposal?.Outcome.ToOption(),
            [OpportunityTable.OutcomeStageId] = journey.Closing is null ? null : StageOf(journey.Position.Stage.Id),
            [OpportunityTable.Journey] = JourneyJson.Write(journey),
        };

    private static Dictionary<string, object?> ColumnsOf(Circumstances around, DateTime now) => new()
    {
        [OpportunityTable.WhoseTurn] = around.Turns?.Open?.Holder.ToOption(),
        [OpportunityTable.TurnSince] = around.Turns?.Since,
        [OpportunityTable.IsTurnOverdue] = around.Turns?.Open is { IsOverdue: true },
        [OpportunityTable.NextStepDueOn] = around.Closing is null ? Claim.Ready(around.Steps, now).FirstOrDefault()?.DueDay : null,
        [OpportunityTable.OurPromisesKeptPercent] = around.PromisesOf(Party.Us, now).KeptPercent,
        [OpportunityTable.TheirPromisesKeptPercent] = around.PromisesOf(Party.Customer, now).KeptPercent,
    };

    /// <summary>Of an open opportunity only the mark is derived: outcome and approach may be given before it is closed.</summary>
    private static Dictionary<string, object?> ColumnsOf(Closing? closing) => closing is null
        ? new() { [OpportunityTable.IsOutcomeAssumed] = false }
        : new()
        {
            [OpportunityTable.Outcome] = closing.Outcome?.ToOption(),
            [OpportunityTable.Approach] = closing.Approach?.ToOption(),
            [OpportunityTable.IsOutcomeAssumed] = closing.IsMapped,
        };

    private static EntityReference? StageOf(Guid? id) => id is { } stage ? new EntityReference(StageTable.LogicalName, stage) : null;

    private static OpportunityRow ToOpportunity(Entity row) => new(
        row.Id,
        row.GetAttributeValue<EntityReference>(OpportunityTable.OwnerId),
        row.OptionalIdOf(OpportunityTable.ProcessId),
        row.OptionalIdOf(OpportunityTable.ScoringModelId),
        row.GetAttributeValue<Money>(OpportunityTable.EstimatedValue)?.Value,
        row.OptionalIdOf(OpportunityTable.SegmentId),
        (double?)(decimal?)row.GetAttributeValue<AliasedValue>($"{SegmentTable.LogicalName}.{SegmentTable.EffortHours}")?.Value,
        [.. new[] { row.GetAttributeValue<string>(OpportunityTable.StepName), LabelOf(row, OpportunityTable.SalesStage) }.OfType<string>()],
        ClosedAsOf(row),
        row.OptionOf<Outcome>(OpportunityTable.Outcome),
        row.OptionOf<Approach>(OpportunityTable.Approach),
        row);

    private static string? LabelOf(Entity row, string column) =>
        row.FormattedValues.TryGetValue(column, out var label) ? label : null;

    private static ClosedAs? ClosedAsOf(Entity row) => row.GetAttributeValue<OptionSetValue>(OpportunityTable.StateCode).Value switch
    {
        Open => null,
        Won => ClosedAs.Won,
        _ => row.GetAttributeValue<OptionSetValue>(OpportunityTable.StatusCode).Value switch
        {
            Cancelled => ClosedAs.Cancelled,
            OutSold => ClosedAs.OutSold,
            _ => ClosedAs.LostOtherwise,
        },
    };
}
