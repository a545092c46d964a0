using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>A member of the buying group with the row that holds them.</summary>
/// <param name="Stakeholder">The member.</param>
/// <param name="Stored">The derived columns as they are stored.</param>
internal sealed record StakeholderRow(Stakeholder Stakeholder, Entity Stored);

/// <summary>buy_stakeholder rows as members of a buying group, and their own position back.</summary>
internal static class StakeholderRows
{
    /// <summary>The active stakeholders on these opportunities, by opportunity and in the order of their names: one query.</summary>
    public static ILookup<Guid, StakeholderRow> StakeholdersOn(this IOrganizationService data, IEnumerable<Guid> opportunityIds)
    {
        var query = Reading.Query(
            StakeholderTable.LogicalName, StakeholderTable.OpportunityId, opportunityIds,
            StakeholderTable.OpportunityId, StakeholderTable.Name, StakeholderTable.ContactId, StakeholderTable.Role,
            StakeholderTable.Influence, StakeholderTable.Attitude, StakeholderTable.HasVeto, StakeholderTable.IsMet,
            StakeholderTable.StageId, StakeholderTable.ConfidencePercent);
        query.AddOrder(StakeholderTable.Name, OrderType.Ascending);
        query.AddOrder(StakeholderTable.StakeholderId, OrderType.Ascending);
        return data.All(query.OnlyActive()).ToLookup(row => row.IdOf(StakeholderTable.OpportunityId), ToStakeholder);
    }

    /// <summary>Stores each member's own position where it changed; a group that is not known empties them all.</summary>
    public static void Store(this IOrganizationService data, BuyingGroup? group, IEnumerable<StakeholderRow> rows)
    {
        var positionOf = (group?.Members ?? []).ToDictionary(member => member.Stakeholder.Id, member => member.Position);
        foreach (var row in rows)
        {
            positionOf.TryGetValue(row.Stakeholder.Id, out var position);
            data.UpdateChanged(row.Stored, new Dictionary<string, object?>
            {
                [StakeholderTable.StageId] = position is null ? null : new EntityReference(StageTable.LogicalName, position.Stage.Id),
                [StakeholderTable.ConfidencePercent] = position?.ConfidencePercent,
            });
        }
    }

    private static StakeholderRow ToStakeholder(Entity row) => new(
        new Stakeholder(
            row.Id,
            row.OptionalIdOf(StakeholderTable.ContactId),
            row.OptionOf<StakeholderRole>(StakeholderTable.Role),
            row.GetAttributeValue<bool>(StakeholderTable.HasVeto),
            row.GetAttributeValue<bool>(StakeholderTable.IsMet))
        {
            Name = row.GetAttributeValue<string>(StakeholderTable.Name) ?? "",
            Influence = row.OptionOf<Influence>(StakeholderTable.Influence),
            Attitude = row.OptionOf<Attitude>(StakeholderTable.Attitude),
        },
        row);
}
