using BuyerPath.Domain;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using CriterionTable = BuyerPath.Plugins.Schema.CriterionTable; // the rules know a choice of this name

namespace BuyerPath.Plugins.Rows;

/// <summary>Copies of processes and scoring models with the rows they are made of.</summary>
internal static class VersionCopies
{
    private static readonly string[] OfProcess =
    [
        ProcessTable.Name, ProcessTable.Description, ProcessTable.Key, ProcessTable.Mode, ProcessTable.PriorBits,
        ProcessTable.StatementHalfLifeDays, ProcessTable.DeedHalfLifeDays,
    ];

    private static readonly string[] OfStage =
    [
        StageTable.Name, StageTable.Key, StageTable.Order, StageTable.Objective, StageTable.Concern, StageTable.Decision,
        StageTable.BackSign, StageTable.UsualParty, StageTable.SellerStages, StageTable.StartingWinChancePercent,
    ];

    private static readonly string[] OfQuestion =
    [
        QuestionTable.Text, QuestionTable.Key, QuestionTable.Order, QuestionTable.Proof, QuestionTable.Weight,
        QuestionTable.Kind, QuestionTable.IsNegative,
    ];

    private static readonly string[] OfModel =
        [ScoringModelTable.Name, ScoringModelTable.Description, ScoringModelTable.Key, ScoringModelTable.BorderPercent];

    private static readonly string[] OfCriterion =
    [
        CriterionTable.Name, CriterionTable.Key, CriterionTable.Order, CriterionTable.Side, CriterionTable.Weight,
        CriterionTable.KnockOutLevel, CriterionTable.Question, CriterionTable.Source, CriterionTable.Table, CriterionTable.Column,
        CriterionTable.Derivation, CriterionTable.Thresholds, CriterionTable.Level0, CriterionTable.Level1, CriterionTable.Level2,
        CriterionTable.Level3, CriterionTable.Level4,
    ];

    /// <summary>
    /// A draft that is the newest version of this process, with its stages and active questions: four reads, and a write for
    /// each row.
    /// </summary>
    /// <returns>The id of the draft.</returns>
    public static Guid CloneProcess(this IOrganizationService data, Guid processId)
    {
        var draft = data.Draft(VersionTable.Processes, processId, OfProcess);
        var stages = data.All(Reading.Query(StageTable.LogicalName, StageTable.ProcessId, [processId], OfStage)).ToList();
        var questions = data.All(ProcessRows.QuestionsOf([processId], [QuestionTable.StageId, .. OfQuestion])).ToLookup(row => row.IdOf(QuestionTable.StageId));

        var draftId = data.Create(draft);
        foreach (var stage in stages)
        {
            var copy = data.Create(Copy(stage, OfStage, StageTable.ProcessId, new EntityReference(ProcessTable.LogicalName, draftId)));
            foreach (var question in questions[stage.Id])
                data.Create(Copy(question, OfQuestion, QuestionTable.StageId, new EntityReference(StageTable.LogicalName, copy)));
        }
        return draftId;
    }

    /// <summary>A draft that is the newest version of this scoring model, with its active criteria: three reads, and a write for each row.</summary>
    /// <returns>The id of the draft.</returns>
    public static Guid CloneScoringModel(this IOrganizationService data, Guid modelId)
    {
        var draft = data.Draft(VersionTable.ScoringModels, modelId, OfModel);
        var criteria = data.All(ScoringModelRows.CriteriaOf([modelId], OfCriterion)).ToList();

        var draftId = data.Create(draft);
        foreach (var criterion in criteria)
            data.Create(Copy(criterion, OfCriterion, CriterionTable.ScoringModelId, new EntityReference(ScoringModelTable.LogicalName, draftId)));
        return draftId;
    }

    /// <summary>A copy of the version, as the draft that comes after the newest; not stored yet.</summary>
    private static Entity Draft(this IOrganizationService data, VersionTable table, Guid id, string[] columns)
    {
        var draft = Copy(data.Retrieve(table.LogicalName, id, new ColumnSet(columns)), columns);
        draft[table.Lifecycle] = Lifecycle.Draft.ToOption();
        draft[table.Version] = data.HighestVersionOf(table, draft.GetAttributeValue<string>(table.Key)) + 1;
        return draft;
    }

    private static Entity Copy(Entity from, IEnumerable<string> columns, string lookup, EntityReference owner)
    {
        var copy = Copy(from, columns);
        copy[lookup] = owner;
        return copy;
    }

    private static Entity Copy(Entity from, IEnumerable<string> columns)
    {
        var copy = new Entity(from.LogicalName);
        copy.Attributes.AddRange(from.Attributes.Where(column => columns.Contains(column.Key)));
        return copy;
    }
}
