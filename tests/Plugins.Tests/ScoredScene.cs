using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins.Tests;

/// <summary>
/// A scene with a scoring model: on each side a criterion of weight 3 and one of weight 1, rated by people. The heavy one of the
/// customer, "c1", rules the deal out at level 0. A test says only what matters to it.
/// </summary>
public sealed class ScoredScene
{
    private readonly Dictionary<string, EntityReference> _criteria = [];

    public ScoredScene()
    {
        Model = NewModel("model", LifecycleChoice.Draft);
        foreach (var (key, side, weight) in new[]
        {
            ("p1", SideChoice.Provider, 3), ("p2", SideChoice.Provider, 1), ("c1", SideChoice.Customer, 3), ("c2", SideChoice.Customer, 1),
        })
            _criteria[key] = Add(NewCriterion(Model, key, side, weight));
        Scene.Change(CriterionTable.LogicalName, Criterion("c1").Id, CriterionTable.KnockOutLevel, 0);
        Become(Model, LifecycleChoice.Active);
    }

    public Scene Scene { get; } = new();

    public EntityReference Model { get; }

    public EntityReference Criterion(string key) => _criteria[key];

    public Guid Opportunity(EntityReference? model = null, EntityReference? account = null)
    {
        var opportunity = Scene.Opportunity();
        Scene.Service.Update(new Entity(OpportunityTable.LogicalName, opportunity)
        {
            [OpportunityTable.ScoringModelId] = model ?? Model,
            [OpportunityTable.ParentAccountId] = account,
        });
        return opportunity;
    }

    public EntityReference NewModel(string key, LifecycleChoice lifecycle) => Add(new Entity(ScoringModelTable.LogicalName)
    {
        [ScoringModelTable.Name] = key,
        [ScoringModelTable.Key] = key,
        [ScoringModelTable.Version] = 1,
        [ScoringModelTable.BorderPercent] = 60m,
        [ScoringModelTable.Lifecycle] = Scene.Option(lifecycle),
    });

    /// <summary>A complete criterion that people rate, not saved yet.</summary>
    public static Entity NewCriterion(EntityReference model, string key, SideChoice side, int weight) => new(CriterionTable.LogicalName)
    {
        [CriterionTable.ScoringModelId] = model,
        [CriterionTable.Name] = $"Criterion {key}",
        [CriterionTable.Key] = key,
        [CriterionTable.Side] = Scene.Option(side),
        [CriterionTable.Weight] = weight,
        [CriterionTable.Source] = Scene.Option(CriterionSourceChoice.Rated),
        [CriterionTable.Question] = $"What of {key}?",
        [CriterionTable.Level0] = "No", [CriterionTable.Level1] = "Hardly", [CriterionTable.Level2] = "Perhaps",
        [CriterionTable.Level3] = "Mostly", [CriterionTable.Level4] = "Yes",
    };

    /// <summary>A criterion that reads a column in steps of ten, not saved yet.</summary>
    public static Entity NewColumnCriterion(EntityReference model, string key, SideChoice side, CriterionTableChoice table, string column) =>
        new(CriterionTable.LogicalName)
        {
            [CriterionTable.ScoringModelId] = model,
            [CriterionTable.Name] = $"Criterion {key}",
            [CriterionTable.Key] = key,
            [CriterionTable.Side] = Scene.Option(side),
            [CriterionTable.Weight] = 1,
            [CriterionTable.Source] = Scene.Option(CriterionSourceChoice.Column),
            [CriterionTable.Table] = Scene.Option(table),
            [CriterionTable.Column] = column,
            [CriterionTable.Thresholds] = "10;20;30;40",
        };

    public EntityReference Add(Entity row) => new(row.LogicalName, Scene.Service.Create(row));

    public Guid Rate(Guid opportunity, string key, RatingLevelChoice level) => Scene.Service.Create(NewRating(opportunity, Criterion(key), level));

    /// <summary>A rating that is not saved yet.</summary>
    public static Entity NewRating(Guid opportunity, EntityReference criterion, RatingLevelChoice level) => new(RatingTable.LogicalName)
    {
        [RatingTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity),
        [RatingTable.CriterionId] = criterion,
        [RatingTable.Level] = Scene.Option(level),
        [RatingTable.Grade] = Scene.Option(EvidenceGradeChoice.Said),
    };

    public EntityReference Alternative(Guid opportunity, AlternativeKindChoice kind) => Add(new Entity(AlternativeTable.LogicalName)
    {
        [AlternativeTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity),
        [AlternativeTable.Name] = $"{kind}",
        [AlternativeTable.Kind] = Scene.Option(kind),
    });

    public EntityReference RateAlternative(EntityReference alternative, string key, RatingLevelChoice level) => Add(new Entity(AlternativeRatingTable.LogicalName)
    {
        [AlternativeRatingTable.AlternativeId] = alternative,
        [AlternativeRatingTable.CriterionId] = Criterion(key),
        [AlternativeRatingTable.Level] = Scene.Option(level),
    });

    public EntityReference Account(int? employees = null)
    {
        var account = new Entity(AccountTable.LogicalName) { [AccountTable.Name] = "Account" };
        if (employees is { } number) account[Employees] = number;
        return Add(account);
    }

    /// <summary>A column of accounts as an administrator names it in rules.</summary>
    public const string Employees = "numberofemployees";

    public void Become(EntityReference model, LifecycleChoice lifecycle) =>
        Scene.Change(ScoringModelTable.LogicalName, model.Id, ScoringModelTable.Lifecycle, Scene.Option(lifecycle));

    /// <summary>Calls the Custom API and gives the new draft.</summary>
    public EntityReference Clone(EntityReference model) => new(
        ScoringModelTable.LogicalName,
        (Guid)Scene.Service.Execute(new OrganizationRequest(CloneScoringModel.Name) { ["Target"] = model })["ScoringModelId"]);

    /// <summary>Mutual score, low, high and coverage in percent, and the verdict, as they are stored.</summary>
    public (decimal? Mutual, decimal? Low, decimal? High, decimal? Coverage, VerdictChoice? Verdict) ScoreOf(Guid opportunity)
    {
        var row = Scene.Row(opportunity);
        return (
            row.GetAttributeValue<decimal?>(OpportunityTable.MutualScorePercent),
            row.GetAttributeValue<decimal?>(OpportunityTable.ScoreLowPercent),
            row.GetAttributeValue<decimal?>(OpportunityTable.ScoreHighPercent),
            row.GetAttributeValue<decimal?>(OpportunityTable.CoveragePercent),
            Scene.Chosen<VerdictChoice>(row, OpportunityTable.Verdict));
    }

    /// <summary>Cause, verdict and mutual score of the opportunity's snapshots, oldest first.</summary>
    public IReadOnlyList<(SnapshotCauseChoice? Cause, VerdictChoice? Verdict, decimal? Mutual)> SnapshotsOf(Guid opportunity) =>
        [.. Scene.All(ScoreSnapshotTable.LogicalName)
            .Where(row => row.GetAttributeValue<EntityReference>(ScoreSnapshotTable.OpportunityId).Id == opportunity)
            .OrderBy(row => row.GetAttributeValue<DateTime>(ScoreSnapshotTable.TakenOn))
            .Select(row => (
                Scene.Chosen<SnapshotCauseChoice>(row, ScoreSnapshotTable.Cause),
                Scene.Chosen<VerdictChoice>(row, ScoreSnapshotTable.Verdict),
                row.GetAttributeValue<decimal?>(ScoreSnapshotTable.MutualScorePercent)))];
}
