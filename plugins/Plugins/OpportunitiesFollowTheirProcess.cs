using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps an opportunity's journey that of its buying process: from its creation, where its first turn begins too, and
/// whenever another process is chosen.
/// On the single messages: whether a tenant's opportunity table knows the bulk ones is not documented.
/// </summary>
[Step(Message.Create, OpportunityTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.Update, OpportunityTable.LogicalName, Pipeline.PostOperation,
    When = [OpportunityTable.ProcessId], Before = [OpportunityTable.ProcessId])]
public sealed class OpportunitiesFollowTheirProcess : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        foreach (var moved in change.Rows.Where(row => change.Message == Message.Create || HasAnotherProcess(row)).ToLookup(CauseOf, row => row.Target.Id))
            change.Recalculate(moved, moved.Key);
    }

    private static bool HasAnotherProcess(ChangedRow row) =>
        row.After<EntityReference>(OpportunityTable.ProcessId)?.Id != Before(row)?.Id;

    private static MoveCause CauseOf(ChangedRow row) =>
        Before(row) is null ? MoveCause.ProcessChosen : MoveCause.OtherProcess;

    private static EntityReference? Before(ChangedRow row) =>
        row.Before.GetAttributeValue<EntityReference>(OpportunityTable.ProcessId);
}
