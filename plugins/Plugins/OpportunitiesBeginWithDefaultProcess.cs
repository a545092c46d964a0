using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>Keeps new opportunities from being without a journey: one that brings no process begins with the default one.</summary>
[Step(Message.Create, OpportunityTable.LogicalName, Pipeline.PreOperation, Rank = 2)] // after its segment's
public sealed class OpportunitiesBeginWithDefaultProcess : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        foreach (var row in change.Rows.Where(row => row.Target.OptionalIdOf(OpportunityTable.ProcessId) is null))
        {
            var key = change.AllData.Setting(ProcessRules.DefaultProcessName);
            if (change.AllData.NewestActive(VersionTable.Processes, key) is { } process) row.Target[OpportunityTable.ProcessId] = process;
            else change.Trace($"There is no active process of the key \"{key}\" ({ProcessRules.DefaultProcessName}): the opportunity begins without one.");
        }
    }
}
