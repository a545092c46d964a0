using BuyerPath.Domain;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps a scoring model a draft until it is complete and the columns that it reads are there, and its life in order: draft,
/// active, retired.
/// </summary>
[Step(Message.UpdateMultiple, ScoringModelTable.LogicalName, Pipeline.PreOperation,
    When = [ScoringModelTable.Lifecycle], Before = [ScoringModelTable.Lifecycle])]
public sealed class ModelsAreSound : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var models = change.AllData.ScoringModels([.. change.Rows.Select(row => row.Target.Id)]);
        change.RequireEach(row => ScoringModelRules.MayBecome(
            WantedOf(row), row.Before.OptionOf<Lifecycle>(ScoringModelTable.Lifecycle) ?? Lifecycle.Draft, models[row.Target.Id]));

        ScoringRows.RequireColumns(change.AllData, [.. change.Rows.Where(row => WantedOf(row) == Lifecycle.Active).Select(row => models[row.Target.Id])]);
    }

    private static Lifecycle WantedOf(ChangedRow row) => row.After<OptionSetValue>(ScoringModelTable.Lifecycle).To<Lifecycle>() ?? Lifecycle.Draft;
}
