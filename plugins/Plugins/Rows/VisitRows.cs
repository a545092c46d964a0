using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_stagevisit rows as stage visits, and back.</summary>
internal static class VisitRows
{
    /// <summary>The visits of these opportunities, by opportunity: one query.</summary>
    public static ILookup<Guid, StageVisit> VisitsOf(this IOrganizationService data, IEnumerable<Guid> opportunityIds) =>
        data.All(Reading.Query(
                StageVisitTable.LogicalName, StageVisitTable.OpportunityId, opportunityIds,
                StageVisitTable.OpportunityId, StageVisitTable.StageId, StageVisitTable.EnteredOn, StageVisitTable.LeftOn, StageVisitTable.Cause))
            .ToLookup(row => row.IdOf(StageVisitTable.OpportunityId), ToVisit);

    /// <summary>Stores what changed: writes only if the opportunity moved.</summary>
    public static void Store(this IOrganizationService data, Visits visits, OpportunityRow opportunity, BuyingProcess? process)
    {
        foreach (var removed in visits.Removed.Where(visit => visit.Id is not null))
            data.Delete(StageVisitTable.LogicalName, removed.Id!.Value);
        if (visits.Reopened is { Id: { } reopened } back)
            data.Update(new Entity(StageVisitTable.LogicalName, reopened) { [StageVisitTable.LeftOn] = back.LeftOn });
        if (visits.Closed is { Id: { } closed } left)
            data.Update(new Entity(StageVisitTable.LogicalName, closed) { [StageVisitTable.LeftOn] = left.LeftOn });
        if (visits.Opened is { } opened)
            data.Create(new Entity(StageVisitTable.LogicalName)
            {
                [StageVisitTable.Name] = process?.Stages.First(stage => stage.Id == opened.StageId).Name,
                [StageVisitTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity.Id),
                [StageVisitTable.StageId] = new EntityReference(StageTable.LogicalName, opened.StageId),
                [StageVisitTable.EnteredOn] = opened.EnteredOn,
                [StageVisitTable.LeftOn] = opened.LeftOn,
                [StageVisitTable.Cause] = opened.Cause.ToOption(),
                [StageVisitTable.OwnerId] = opportunity.Owner,
            });
    }

    private static StageVisit ToVisit(Entity row) => new(
        row.Id,
        row.IdOf(StageVisitTable.StageId),
        row.GetAttributeValue<DateTime>(StageVisitTable.EnteredOn),
        row.GetAttributeValue<DateTime?>(StageVisitTable.LeftOn),
        row.OptionOf<MoveCause>(StageVisitTable.Cause) ?? MoveCause.Recalculated);
}
