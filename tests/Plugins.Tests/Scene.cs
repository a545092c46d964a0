using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Tests;

/// <summary>
/// A sandbox with the packed solution and valid rows to begin a test with: a process of three stages ("Stage 1" to
/// "Stage 3"), each with one diagnostic question of weight 2 and its exit fact. A test says only what matters to it.
/// </summary>
public sealed class Scene
{
    private readonly Dictionary<string, List<List<EntityReference>>> _questions = [];
    private readonly EntityReference _process;

    public Scene()
    {
        Clock = new AdjustableClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        Organization = PackedSolution.Organization(Clock);
        Service = Organization.ServiceFor(Organization.DefaultUserId);
        _process = Process("Process", stages: 3, stageName: "Stage");
    }

    public AdjustableClock Clock { get; }

    public Organization Organization { get; }

    /// <summary>The service as an ordinary seller has it.</summary>
    public IOrganizationService Service { get; }

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public static OptionSetValue Option<T>(T choice) where T : struct, Enum => new(Convert.ToInt32(choice, null));

    /// <summary>A process; of each stage, the last question is the exit fact.</summary>
    public EntityReference Process(string name, int stages, int questionsPerStage = 2, string? stageName = null)
    {
        var all = Organization.ServiceFor(Organization.SystemUserId);
        var process = new EntityReference(ProcessTable.LogicalName, all.Create(new Entity(ProcessTable.LogicalName)
        {
            [ProcessTable.Name] = name,
            [ProcessTable.Key] = name,
            [ProcessTable.Version] = 1,
            [ProcessTable.Lifecycle] = Option(LifecycleChoice.Active),
            [ProcessTable.Mode] = Option(ProcessModeChoice.Linear),
        }));
        _questions[name] = [.. Enumerable.Range(1, stages).Select(order => Stage(all, process, $"{stageName ?? name} {order}", order, questionsPerStage))];
        return process;
    }

    public EntityReference Question(int stage) => _questions["Process"][stage - 1][0];

    public EntityReference ExitFact(int stage) => _questions["Process"][stage - 1][^1];

    public IReadOnlyList<EntityReference> QuestionsOf(string process, int stage) => _questions[process][stage - 1];

    public Guid Opportunity(EntityReference? process = null) => Service.Create(new Entity(OpportunityTable.LogicalName)
    {
        [OpportunityTable.Name] = "Opportunity",
        [OpportunityTable.ProcessId] = process ?? _process,
    });

    public Guid OpportunityWithoutProcess() =>
        Service.Create(new Entity(OpportunityTable.LogicalName) { [OpportunityTable.Name] = "Opportunity" });

    /// <summary>An answer that is not saved yet.</summary>
    public Entity NewAnswer(Guid? opportunity, EntityReference question, AnswerValue value, EvidenceGrade? grade)
    {
        var answer = new Entity(AnswerTable.LogicalName)
        {
            [AnswerTable.QuestionId] = question,
            [AnswerTable.Value] = Option(Enum.Parse<AnswerValueChoice>($"{value}")),
        };
        if (opportunity is { } id) answer[AnswerTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, id);
        if (grade is { } known) answer[AnswerTable.Grade] = Option(Enum.Parse<EvidenceGradeChoice>($"{known}"));
        return answer;
    }

    public Guid Answer(Guid opportunity, EntityReference question, AnswerValue value, EvidenceGrade? grade) =>
        Service.Create(NewAnswer(opportunity, question, value, grade));

    /// <summary>Calls the Custom API and gives the journey it returns.</summary>
    public string Record(Guid opportunity, params Entity[] answers) => (string)Service.Execute(new OrganizationRequest(RecordAnswers.Name)
    {
        ["Target"] = new EntityReference(OpportunityTable.LogicalName, opportunity),
        ["Answers"] = new EntityCollection(answers) { EntityName = AnswerTable.LogicalName },
    })["Journey"];

    public Entity Row(Guid opportunity) => Service.Retrieve(OpportunityTable.LogicalName, opportunity, new ColumnSet(true));

    public string? StageOf(Guid opportunity) => Row(opportunity).GetAttributeValue<EntityReference>(OpportunityTable.StageId)?.Name;

    /// <summary>The derived columns, as one text that can be compared.</summary>
    public string DerivedOf(Guid opportunity)
    {
        var row = Row(opportunity);
        string[] columns = [OpportunityTable.StageId, OpportunityTable.ConfidencePercent, OpportunityTable.StageEnteredOn, OpportunityTable.BlindSpots];
        return string.Join("; ", columns.Select(column => row.FormattedValues.Contains(column) ? row.FormattedValues[column] : row.Contains(column) ? row[column] : "-"));
    }

    /// <summary>The opportunity's visits, oldest first.</summary>
    public IReadOnlyList<Entity> VisitsOf(Guid opportunity) =>
        [.. All(StageVisitTable.LogicalName)
            .Where(visit => visit.GetAttributeValue<EntityReference>(StageVisitTable.OpportunityId).Id == opportunity)
            .OrderBy(visit => visit.GetAttributeValue<DateTime>(StageVisitTable.EnteredOn))];

    public IReadOnlyList<Entity> All(string table) =>
        [.. Organization.ServiceFor(Organization.SystemUserId).RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities];

    /// <summary>Every value of every row of the tables that plugins write, as one text: equal means that nothing was saved.</summary>
    public string Everything()
    {
        string[] tables = [OpportunityTable.LogicalName, AnswerTable.LogicalName, StageVisitTable.LogicalName];
        return string.Join("\n", from table in tables
                                 from row in All(table)
                                 from value in row.Attributes.OrderBy(value => value.Key, StringComparer.Ordinal)
                                 select $"{table} {row.Id} {row.RowVersion} {value.Key} {Shown(value.Value)}");
    }

    private static object? Shown(object? value) => value switch
    {
        EntityReference reference => reference.Id,
        OptionSetValue option => option.Value,
        Money money => money.Value,
        _ => value,
    };

    private static List<EntityReference> Stage(IOrganizationService all, EntityReference process, string name, int order, int questions)
    {
        var stage = new EntityReference(StageTable.LogicalName, all.Create(new Entity(StageTable.LogicalName)
        {
            [StageTable.Name] = name,
            [StageTable.ProcessId] = process,
            [StageTable.Order] = order,
            [StageTable.Key] = $"s{order}",
        }));
        return [.. Enumerable.Range(1, questions).Select(at => new EntityReference(QuestionTable.LogicalName, all.Create(new Entity(QuestionTable.LogicalName)
        {
            [QuestionTable.Text] = $"{name}, question {at}?",
            [QuestionTable.StageId] = stage,
            [QuestionTable.Kind] = Option(at == questions ? QuestionKindChoice.ExitFact : QuestionKindChoice.Diagnostic),
            [QuestionTable.Weight] = at == questions ? 4 : 2,
            [QuestionTable.Key] = $"s{order}.{at}",
            [QuestionTable.Order] = at,
        })))];
    }
}
