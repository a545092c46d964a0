using System.Globalization;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.FakeXrmEasy.Tests;

/// <summary>An opportunity on a process of three stages, each with one diagnostic question and its exit fact.</summary>
internal sealed class Deal
{
    private const string Table = OpportunityTable.LogicalName;

    private readonly IOrganizationService service;
    private readonly Dictionary<(int Stage, bool IsExitFact), EntityReference> questions = [];
    private readonly Dictionary<Guid, string> stages = [];
    private readonly Guid id;

    /// <summary>Begins it.</summary>
    public Deal(IOrganizationService service)
    {
        this.service = service;
        var process = Create(ProcessTable.LogicalName, (ProcessTable.Name, "Process"), (ProcessTable.Key, "process"), (ProcessTable.Version, 1),
            (ProcessTable.Lifecycle, Option(LifecycleChoice.Active)), (ProcessTable.Mode, Option(ProcessModeChoice.Linear)),
            (ProcessTable.PriorBits, 0.3m), (ProcessTable.StatementHalfLifeDays, 60), (ProcessTable.DeedHalfLifeDays, 120));
        foreach (var order in new[] { 1, 2, 3 }) AddStage(process, order);
        id = Create(Table, (OpportunityTable.Name, "Deal"), (OpportunityTable.ProcessId, process)).Id;
    }

    /// <summary>What an administrator's or seller's view shows of it, as text.</summary>
    public IReadOnlyDictionary<string, string> Shown
    {
        get
        {
            string[] columns =
            [
                OpportunityTable.StageId, OpportunityTable.ConfidencePercent, OpportunityTable.FurthestStageId, OpportunityTable.StageEnteredOn,
                OpportunityTable.BlindSpots, OpportunityTable.WhoseTurn, OpportunityTable.TurnSince, OpportunityTable.IsTurnOverdue,
                OpportunityTable.NextStepDueOn, OpportunityTable.GroupStageId, OpportunityTable.ConsensusGap, OpportunityTable.ProposedOutcome,
            ];
            var row = service.Retrieve(Table, id, new ColumnSet(columns));
            var shown = columns.ToDictionary(column => column, column => Text(row.GetAttributeValue<object>(column)));
            shown["visits"] = Count(StageVisitTable.LogicalName, StageVisitTable.OpportunityId);
            shown["turns"] = Count(TurnTable.LogicalName, TurnTable.OpportunityId);
            return shown;
        }
    }

    /// <summary>Answers a question of a stage.</summary>
    public Guid Answer(int stage, bool isExitFact, AnswerValueChoice? value, EvidenceGradeChoice grade = EvidenceGradeChoice.Confirmed)
    {
        var answer = new Entity(AnswerTable.LogicalName)
        {
            [AnswerTable.OpportunityId] = new EntityReference(Table, id),
            [AnswerTable.QuestionId] = questions[(stage, isExitFact)],
            [AnswerTable.Grade] = Option(grade),
        };
        if (value is { } known) answer[AnswerTable.Value] = Option(known);
        return service.Create(answer);
    }

    /// <summary>Changes an answer.</summary>
    public void Change(Guid answer, AnswerValueChoice value) => service.Update(new Entity(AnswerTable.LogicalName, answer) { [AnswerTable.Value] = Option(value) });

    /// <summary>Takes an answer back.</summary>
    public void Withdraw(Guid answer) => service.Delete(AnswerTable.LogicalName, answer);

    /// <summary>Agrees on a step of the mutual plan; days count from today.</summary>
    public Guid Agree(PartyChoice party, int dueIn) => Create(StepTable.LogicalName, (StepTable.OpportunityId, new EntityReference(Table, id)),
        (StepTable.Name, "Step"), (StepTable.Party, Option(party)), (StepTable.DueOn, Worlds.Now.Date.AddDays(dueIn))).Id;

    /// <summary>Does it.</summary>
    public void Do(Guid step) => service.Update(new Entity(StepTable.LogicalName, step) { [StepTable.DoneOn] = Worlds.Now });

    /// <summary>Somebody who can stop it, and stands at that stage.</summary>
    public void Meet(int stage) => Create(StakeholderTable.LogicalName, (StakeholderTable.OpportunityId, new EntityReference(Table, id)),
        (StakeholderTable.Name, "Somebody"), (StakeholderTable.HasVeto, true), (StakeholderTable.StageId, StageAt(stage)));

    private EntityReference StageAt(int order) => new(StageTable.LogicalName, stages.Single(stage => stage.Value == $"Stage {order}").Key);

    private void AddStage(EntityReference process, int order)
    {
        var stage = Create(StageTable.LogicalName, (StageTable.Name, $"Stage {order}"), (StageTable.ProcessId, process), (StageTable.Order, order), (StageTable.Key, $"s{order}"));
        stages.Add(stage.Id, $"Stage {order}");
        foreach (var isExitFact in new[] { false, true })
            questions.Add((order, isExitFact), Create(QuestionTable.LogicalName, (QuestionTable.Text, $"Stage {order}, {(isExitFact ? "exit fact" : "question")}?"),
                (QuestionTable.StageId, stage), (QuestionTable.Kind, Option(isExitFact ? QuestionKindChoice.ExitFact : QuestionKindChoice.Diagnostic)),
                (QuestionTable.Weight, isExitFact ? 4 : 2), (QuestionTable.Key, $"s{order}.{isExitFact}"), (QuestionTable.Order, isExitFact ? 2 : 1), (QuestionTable.IsNegative, false)));
    }

    private EntityReference Create(string table, params (string Column, object Value)[] columns)
    {
        var row = new Entity(table);
        foreach (var (column, value) in columns) row[column] = value;
        return new EntityReference(table, service.Create(row));
    }

    private string Count(string table, string lookup)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(lookup) };
        query.Criteria.AddCondition(lookup, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.Count.ToString(CultureInfo.InvariantCulture);
    }

    private string Text(object? value) => value switch
    {
        EntityReference reference => stages[reference.Id],
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        DateTime time => time.ToString("u", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static OptionSetValue Option<T>(T choice) where T : struct, Enum => new(Convert.ToInt32(choice, CultureInfo.InvariantCulture));
}
