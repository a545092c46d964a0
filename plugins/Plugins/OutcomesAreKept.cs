using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps how and where a buying process ended: closing an opportunity writes it, ends visit and turn, and freezes the
/// journey; reopening forgets it and begins a new visit and turn.
/// </summary>
[Step(Message.Update, OpportunityTable.LogicalName, Pipeline.PostOperation,
    When = [OpportunityTable.StateCode], Before = [OpportunityTable.StateCode])]
public sealed class OutcomesAreKept : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        foreach (var row in change.Rows.Where(row => IsOpen(row) != WasOpen(row)))
            if (WasOpen(row)) change.Freeze(row.Target.Id);
            else Reopen(change, row.Target.Id);
    }

    private static void Reopen(Change change, Guid opportunityId)
    {
        change.AllData.ForgetClosing(opportunityId);
        change.Recalculate([opportunityId], MoveCause.Recalculated, SnapshotCause.Reopened);
    }

    private static bool IsOpen(ChangedRow row) => row.After<OptionSetValue>(OpportunityTable.StateCode)!.Value == OpportunityRows.Open;

    private static bool WasOpen(ChangedRow row) => row.Before.GetAttributeValue<OptionSetValue>(OpportunityTable.StateCode).Value == OpportunityRows.Open;
}
