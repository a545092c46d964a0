using BuyerPath.Domain;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>buy_process, buy_stage and buy_question rows as buying processes.</summary>
internal static class ProcessRows
{
    // What an admin leaves empty gets the figures that the column descriptions suggest.
    private const decimal DefaultPriorBits = 0.3m;
    private const int DefaultStatementHalfLifeDays = 60;
    private const int DefaultDeedHalfLifeDays = 120;

    private static readonly string[] OfQuestion =
    [
        QuestionTable.StageId, QuestionTable.Text, QuestionTable.Proof, QuestionTable.Weight, QuestionTable.Kind,
        QuestionTable.IsNegative, QuestionTable.Order, QuestionTable.Key,
    ];

    /// <summary>These processes with their stages and active questions, by id: three queries, however many there are.</summary>
    public static IReadOnlyDictionary<Guid, BuyingProcess> Processes(this IOrganizationService data, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count == 0) return new Dictionary<Guid, BuyingProcess>();

        var questions = data.All(QuestionsOf(ids, OfQuestion)).ToLookup(row => row.IdOf(QuestionTable.StageId));
        var stages = data.All(StagesOf(ids)).ToLookup(row => row.IdOf(StageTable.ProcessId));
        return data.All(ProcessesOf(ids)).ToDictionary(row => row.Id, row => ToProcess(row, stages[row.Id], questions));
    }

    /// <summary>Of these stages those of a process that an opportunity follows, with the process's name: one query.</summary>
    public static IReadOnlyDictionary<Guid, string> StagesFollowedOf(this IOrganizationService data, IEnumerable<Guid> stageIds)
    {
        var query = Reading.Query(StageTable.LogicalName, StageTable.StageId, stageIds, StageTable.ProcessId);
        query.AddLink(OpportunityTable.LogicalName, StageTable.ProcessId, OpportunityTable.ProcessId, JoinOperator.Exists);
        return data.All(query).ToDictionary(row => row.Id, row => row.GetAttributeValue<EntityReference>(StageTable.ProcessId).Name);
    }

    private static QueryExpression ProcessesOf(IEnumerable<Guid> ids) => Reading.Query(
        ProcessTable.LogicalName, ProcessTable.ProcessId, ids,
        ProcessTable.Name, ProcessTable.Key, ProcessTable.Lifecycle, ProcessTable.Mode, ProcessTable.PriorBits, ProcessTable.StatementHalfLifeDays, ProcessTable.DeedHalfLifeDays);

    private static QueryExpression StagesOf(IEnumerable<Guid> processIds) => Reading.Query(
        StageTable.LogicalName, StageTable.ProcessId, processIds,
        StageTable.ProcessId, StageTable.Order, StageTable.Name, StageTable.Key, StageTable.Objective, StageTable.Concern,
        StageTable.Decision, StageTable.StartingWinChancePercent, StageTable.SellerStages);

    /// <summary>A query for the active questions of these processes.</summary>
    public static QueryExpression QuestionsOf(IEnumerable<Guid> processIds, params string[] columns)
    {
        var query = new QueryExpression(QuestionTable.LogicalName) { ColumnSet = new ColumnSet(columns) }.OnlyActive();
        query.AddLink(StageTable.LogicalName, QuestionTable.StageId, StageTable.StageId)
            .LinkCriteria.AddCondition(StageTable.ProcessId, ConditionOperator.In, [.. processIds.Cast<object>()]);
        return query;
    }

    private static BuyingProcess ToProcess(Entity row, IEnumerable<Entity> stages, ILookup<Guid, Entity> questions) => new(
        row.Id,
        row.GetAttributeValue<string>(ProcessTable.Name),
        row.OptionOf<ProcessMode>(ProcessTable.Mode) ?? ProcessMode.Linear,
        (double)(row.GetAttributeValue<decimal?>(ProcessTable.PriorBits) ?? DefaultPriorBits),
        row.GetAttributeValue<int?>(ProcessTable.StatementHalfLifeDays) ?? DefaultStatementHalfLifeDays,
        row.GetAttributeValue<int?>(ProcessTable.DeedHalfLifeDays) ?? DefaultDeedHalfLifeDays,
        [.. stages.Select(stage => ToStage(stage, questions[stage.Id]))])
    {
        Key = row.GetAttributeValue<string>(ProcessTable.Key) ?? "",
        Lifecycle = row.OptionOf<Lifecycle>(ProcessTable.Lifecycle) ?? Lifecycle.Draft,
    };

    private static BuyingStage ToStage(Entity row, IEnumerable<Entity> questions)
    {
        var order = row.GetAttributeValue<int>(StageTable.Order);
        return new BuyingStage(
            row.Id,
            order,
            row.GetAttributeValue<string>(StageTable.Name),
            row.GetAttributeValue<string>(StageTable.Objective) ?? "",
            row.GetAttributeValue<string>(StageTable.Concern) ?? "",
            row.GetAttributeValue<string>(StageTable.Decision) ?? "",
            [.. questions.Select(question => ToQuestion(question, order))])
        {
            Key = row.GetAttributeValue<string>(StageTable.Key) ?? "",
            StartingWinChance = (double?)row.GetAttributeValue<decimal?>(StageTable.StartingWinChancePercent) / 100,
            SellerStages = SellerStage.NamesIn(row.GetAttributeValue<string>(StageTable.SellerStages)),
        };
    }

    private static Question ToQuestion(Entity row, int stage) => new(
        row.Id,
        stage,
        row.GetAttributeValue<string>(QuestionTable.Text),
        row.GetAttributeValue<string>(QuestionTable.Proof) ?? "",
        row.GetAttributeValue<int>(QuestionTable.Weight),
        row.OptionOf<QuestionKind>(QuestionTable.Kind) ?? QuestionKind.Diagnostic,
        row.GetAttributeValue<bool>(QuestionTable.IsNegative),
        row.GetAttributeValue<int>(QuestionTable.Order))
    {
        Key = row.GetAttributeValue<string>(QuestionTable.Key) ?? "",
    };
}
