using BuyerPath.Domain.Turns;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_turn rows as turns, and back.</summary>
internal static class TurnRows
{
    /// <summary>The turns of these opportunities, by opportunity: one query.</summary>
    public static ILookup<Guid, Turn> TurnsOf(this IOrganizationService data, IEnumerable<Guid> opportunityIds) =>
        data.All(Reading.Query(
                TurnTable.LogicalName, TurnTable.OpportunityId, opportunityIds,
                TurnTable.OpportunityId, TurnTable.Party, TurnTable.IsOverdue, TurnTable.BeganOn, TurnTable.EndedOn, TurnTable.DueOn, TurnTable.StepId))
            .ToLookup(row => row.IdOf(TurnTable.OpportunityId), ToTurn);

    /// <summary>Stores what changed: writes only if the ball, or what was promised, moved.</summary>
    public static void Store(this IOrganizationService data, TurnHistory turns, OpportunityRow opportunity)
    {
        foreach (var changed in turns.Changed)
            data.Update(ToRow(changed, new Entity(TurnTable.LogicalName, changed.Id!.Value)));
        foreach (var added in turns.Added)
            data.Create(ToRow(added, new Entity(TurnTable.LogicalName)
            {
                [TurnTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity.Id),
                [TurnTable.OwnerId] = opportunity.Owner,
            }));
    }

    private static Entity ToRow(Turn turn, Entity row)
    {
        row[TurnTable.Name] = turn.Name;
        row[TurnTable.Party] = turn.Holder.ToOption();
        row[TurnTable.IsOverdue] = turn.IsOverdue;
        row[TurnTable.BeganOn] = turn.BeganOn;
        row[TurnTable.EndedOn] = turn.EndedOn;
        row[TurnTable.DueOn] = turn.DueOn;
        row[TurnTable.StepId] = turn.StepId is { } step ? new EntityReference(StepTable.LogicalName, step) : null;
        return row;
    }

    private static Turn ToTurn(Entity row) => new(
        row.Id,
        row.OptionOf<Party>(TurnTable.Party) ?? Party.Nobody,
        row.GetAttributeValue<bool>(TurnTable.IsOverdue),
        row.GetAttributeValue<DateTime>(TurnTable.BeganOn),
        row.GetAttributeValue<DateTime?>(TurnTable.EndedOn),
        row.GetAttributeValue<DateTime?>(TurnTable.DueOn))
    {
        StepId = row.OptionalIdOf(TurnTable.StepId),
    };
}
