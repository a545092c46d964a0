using BuyerPath.Domain;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>Keeps a process a draft until it is complete, and its life in order: draft, active, retired.</summary>
[Step(Message.UpdateMultiple, ProcessTable.LogicalName, Pipeline.PreOperation,
    When = [ProcessTable.Lifecycle], Before = [ProcessTable.Lifecycle])]
public sealed class ProcessesAreSound : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var processes = change.AllData.Processes([.. change.Rows.Select(row => row.Target.Id)]);
        change.RequireEach(row => ProcessRules.MayBecome(
            row.After<OptionSetValue>(ProcessTable.Lifecycle).To<Lifecycle>() ?? Lifecycle.Draft,
            row.Before.OptionOf<Lifecycle>(ProcessTable.Lifecycle) ?? Lifecycle.Draft,
            processes[row.Target.Id]));
    }
}
