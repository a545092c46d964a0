using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>Keeps the buying group, and each member's own position, true to its members, on every path by which they change.</summary>
[Step(Message.CreateMultiple, StakeholderTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.UpdateMultiple, StakeholderTable.LogicalName, Pipeline.PostOperation,
    When =
    [
        StakeholderTable.Name, StakeholderTable.ContactId, StakeholderTable.Role, StakeholderTable.Influence,
        StakeholderTable.Attitude, StakeholderTable.HasVeto, StakeholderTable.IsMet, StakeholderTable.StateCode,
    ],
    Before = [StakeholderTable.OpportunityId])]
[Step(Message.Delete, StakeholderTable.LogicalName, Pipeline.PostOperation, Before = [StakeholderTable.OpportunityId])]
public sealed class StakeholdersFormGroup : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        if (change.IsPartOf(Message.Delete, OpportunityTable.LogicalName)) return;

        change.Recalculate(
            change.Rows.Select(row => row.After<EntityReference>(StakeholderTable.OpportunityId)!.Id),
            change.Message == Message.CreateMultiple ? MoveCause.NewPerson : MoveCause.StaleEvidence);
    }
}
