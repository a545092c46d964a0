using BuyerPath.Domain.Turns;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_step rows as steps of a mutual plan.</summary>
internal static class StepRows
{
    /// <summary>The active steps on these opportunities, by opportunity: one query.</summary>
    public static ILookup<Guid, PlanStep> StepsOn(this IOrganizationService data, IEnumerable<Guid> opportunityIds)
    {
        var query = Reading.Query(
            StepTable.LogicalName, StepTable.OpportunityId, opportunityIds,
            StepTable.OpportunityId, StepTable.Name, StepTable.Party, StepTable.DueOn, StepTable.FirstDueOn, StepTable.DueMoves,
            StepTable.DoneOn, StepTable.EffortHours, StepTable.AfterStepId, StepTable.IsDecisionDate, StepTable.HasOutsideReason);
        return data.All(query.OnlyActive()).ToLookup(row => row.IdOf(StepTable.OpportunityId), ToStep);
    }

    private static PlanStep ToStep(Entity row) => new(
        row.Id,
        row.OptionOf<Party>(StepTable.Party) ?? Party.Nobody,
        EndOf(row, StepTable.DueOn),
        row.GetAttributeValue<DateTime?>(StepTable.DoneOn),
        row.OptionalIdOf(StepTable.AfterStepId) is { } after ? [after] : [])
    {
        Name = row.GetAttributeValue<string>(StepTable.Name) ?? "",
        EffortHours = (double?)row.GetAttributeValue<decimal?>(StepTable.EffortHours),
        FirstDueOn = EndOf(row, StepTable.FirstDueOn),
        DueMoves = row.GetAttributeValue<int>(StepTable.DueMoves),
        IsDecisionDate = row.GetAttributeValue<bool>(StepTable.IsDecisionDate),
        HasOutsideReason = row.GetAttributeValue<bool>(StepTable.HasOutsideReason),
    };

    private static DateTime? EndOf(Entity row, string column) =>
        row.GetAttributeValue<DateTime?>(column) is { } day ? PlanStep.EndOf(day) : null;
}
