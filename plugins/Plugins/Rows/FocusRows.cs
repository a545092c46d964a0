using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Focus;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Turns;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>The open opportunities of sellers as they were last calculated, for their weeks and tiers.</summary>
internal static class FocusRows
{
    private static readonly string[] Columns =
    [
        OpportunityTable.OwnerId, OpportunityTable.Name, OpportunityTable.EstimatedValue, OpportunityTable.ProcessId, OpportunityTable.StageId,
        OpportunityTable.SegmentId, OpportunityTable.MutualScorePercent, OpportunityTable.RemainingHours, OpportunityTable.Verdict,
        OpportunityTable.WhoseTurn, OpportunityTable.IsTurnOverdue, OpportunityTable.FocusTier,
    ];

    /// <summary>The open opportunities of these owners: one query for each 5,000.</summary>
    public static IReadOnlyList<Entity> OpenOf(this IOrganizationService data, IEnumerable<Guid> owners)
    {
        var query = Reading.Query(OpportunityTable.LogicalName, OpportunityTable.OwnerId, owners, Columns);
        query.Criteria.AddCondition(OpportunityTable.StateCode, ConditionOperator.Equal, OpportunityRows.Open);
        query.AddOrder(OpportunityTable.OpportunityId, OrderType.Ascending);
        return [.. data.All(query)];
    }

    /// <summary>These opportunities with their steps and chances: four queries, and one for each thousand that has steps.</summary>
    public static IReadOnlyList<PlannedDeal> PlannedDeals(this IOrganizationService data, IReadOnlyCollection<Entity> rows)
    {
        var processes = data.Processes([.. rows.Select(row => row.OptionalIdOf(OpportunityTable.ProcessId)).OfType<Guid>().Distinct()]);
        var histories = data.AcceptedHistories([.. processes.Values.Select(process => process.Key)]);
        return
        [
            .. from page in rows.Select((row, at) => new { Row = row, Page = at / Reading.MostIds }).GroupBy(each => each.Page, each => each.Row)
               let steps = data.StepsOn([.. page.Select(row => row.Id)])
               from row in page
               select ToDeal(row, processes, histories, [.. steps[row.Id]]),
        ];
    }

    /// <summary>Writes the tiers that differ from what is stored.</summary>
    public static void StoreTiers(this IOrganizationService data, IEnumerable<Entity> rows, SellerWeek week)
    {
        var tiers = week.Deals.ToDictionary(line => line.Candidate.OpportunityId, line => line.Tier);
        foreach (var row in rows)
            data.UpdateChanged(row, [new(OpportunityTable.FocusTier, tiers[row.Id].ToOption())]);
    }

    private static PlannedDeal ToDeal(
        Entity row, IReadOnlyDictionary<Guid, BuyingProcess> processes, AcceptedHistories histories, IReadOnlyCollection<PlanStep> steps)
    {
        var process = row.OptionalIdOf(OpportunityTable.ProcessId) is { } processId ? processes[processId] : null;
        var stage = process?.Stages.FirstOrDefault(each => each.Id == row.OptionalIdOf(OpportunityTable.StageId));
        var band = ScoreBands.Of((double?)row.GetAttributeValue<decimal?>(OpportunityTable.MutualScorePercent) / 100);
        var candidate = new FocusCandidate(
            row.Id,
            (double?)row.GetAttributeValue<Money>(OpportunityTable.EstimatedValue)?.Value,
            stage is null ? null : ChanceAt(stage),
            (double?)row.GetAttributeValue<decimal?>(OpportunityTable.RemainingHours),
            row.OptionOf<Verdict>(OpportunityTable.Verdict),
            row.OptionOf<Party>(OpportunityTable.WhoseTurn) == Party.Customer && !row.GetAttributeValue<bool>(OpportunityTable.IsTurnOverdue));
        return new PlannedDeal(
            candidate,
            row.GetAttributeValue<string>(OpportunityTable.Name) ?? "",
            stage is null ? null : RemainingWork.ChanceAfter(process!, stage, ChanceAt),
            steps);

        double? ChanceAt(BuyingStage at) =>
            WinChance.Of(at.StartingWinChance, histories.Of(process), row.OptionalIdOf(OpportunityTable.SegmentId), at.Key, band)?.Chance;
    }
}
