using BuyerPath.Domain.Journeys;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Rows;

/// <summary>An opportunity as far as its journey goes.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Name">Topic.</param>
/// <param name="Owner">User or team.</param>
/// <param name="ProcessId">Buying process; null while none is chosen.</param>
/// <param name="Stored">The derived columns as they are stored.</param>
internal sealed record OpportunityRow(Guid Id, string Name, EntityReference Owner, Guid? ProcessId, Entity Stored);

/// <summary>opportunity rows, and the columns that a journey sets on them.</summary>
internal static class OpportunityRows
{
    private static readonly string[] Derived =
    [
        OpportunityTable.StageId, OpportunityTable.ConfidencePercent, OpportunityTable.FurthestStageId,
        OpportunityTable.StageEnteredOn, OpportunityTable.BlindSpots, OpportunityTable.Journey,
    ];

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
    public static IReadOnlyList<OpportunityRow> Opportunities(this IOrganizationService data, IEnumerable<Guid> ids) =>
        [.. data.All(Reading.Query(
                OpportunityTable.LogicalName, OpportunityTable.OpportunityId, ids,
                [OpportunityTable.Name, OpportunityTable.OwnerId, OpportunityTable.ProcessId, .. Derived]))
            .Select(row => new OpportunityRow(
                row.Id,
                row.GetAttributeValue<string>(OpportunityTable.Name),
                row.GetAttributeValue<EntityReference>(OpportunityTable.OwnerId),
                row.OptionalIdOf(OpportunityTable.ProcessId),
                row))];

    /// <summary>Writes the journey's columns that differ from what is stored; null empties them all.</summary>
    public static void Store(this IOrganizationService data, OpportunityRow opportunity, Journey? journey)
    {
        var row = new Entity(OpportunityTable.LogicalName, opportunity.Id);
        foreach (var column in ColumnsOf(journey))
            if (!Equals(opportunity.Stored.GetAttributeValue<object>(column.Key), column.Value))
                row[column.Key] = column.Value;
        if (row.Attributes.Count > 0) data.Update(row);
    }

    private static IEnumerable<KeyValuePair<string, object?>> ColumnsOf(Journey? journey) => journey is null
        ? Derived.Select(column => new KeyValuePair<string, object?>(column, null))
        : new Dictionary<string, object?>
        {
            [OpportunityTable.StageId] = new EntityReference(StageTable.LogicalName, journey.Position.Stage.Id),
            [OpportunityTable.ConfidencePercent] = journey.Position.ConfidencePercent,
            [OpportunityTable.FurthestStageId] = new EntityReference(StageTable.LogicalName, journey.Furthest.Id),
            [OpportunityTable.StageEnteredOn] = journey.StageEnteredOn,
            [OpportunityTable.BlindSpots] = journey.BlindSpots.Count,
            [OpportunityTable.Journey] = JourneyJson.Write(journey),
        };
}
