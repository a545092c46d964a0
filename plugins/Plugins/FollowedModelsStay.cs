using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>Keeps a scoring model as it was chosen, once an opportunity follows it: what its scores are calculated from does not change.</summary>
[Step(Message.UpdateMultiple, ScoringModelTable.LogicalName, Pipeline.PreOperation,
    When = [ScoringModelTable.Key, ScoringModelTable.Version, ScoringModelTable.BorderPercent],
    Before = [ScoringModelTable.Key, ScoringModelTable.Version, ScoringModelTable.BorderPercent])]
[Step(Message.CreateMultiple, CriterionTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, CriterionTable.LogicalName, Pipeline.PreOperation,
    When =
    [
        CriterionTable.ScoringModelId, CriterionTable.Key, CriterionTable.Order, CriterionTable.Side, CriterionTable.Weight,
        CriterionTable.KnockOutLevel, CriterionTable.Source, CriterionTable.Table, CriterionTable.Column, CriterionTable.Derivation,
        CriterionTable.Thresholds, CriterionTable.StateCode,
    ],
    Before =
    [
        CriterionTable.ScoringModelId, CriterionTable.Key, CriterionTable.Order, CriterionTable.Side, CriterionTable.Weight,
        CriterionTable.KnockOutLevel, CriterionTable.Source, CriterionTable.Table, CriterionTable.Column, CriterionTable.Derivation,
        CriterionTable.Thresholds, CriterionTable.StateCode,
    ])]
[Step(Message.Delete, CriterionTable.LogicalName, Pipeline.PreOperation, Before = [CriterionTable.ScoringModelId])]
public sealed class FollowedModelsStay : FollowedVersionsStay
{
    private protected override string WritesDrafts => CloneScoringModel.Name;

    private protected override string? Lookup(string table) =>
        table == CriterionTable.LogicalName ? CriterionTable.ScoringModelId : null;

    private protected override IReadOnlyDictionary<Guid, string> Followed(Change change, IEnumerable<Guid> owners) =>
        change.AllData.FollowedOf(VersionTable.ScoringModels, owners);
}
