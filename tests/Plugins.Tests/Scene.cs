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
        Organization = PackedSolution.Organization(Clock, request => BeforePluginCall?.Invoke(request));
        Service = Organization.ServiceFor(Organization.DefaultUserId);
        _process = Process("Process", stages: 3, stageName: "Stage");
    }

    public AdjustableClock Clock { get; }

    public Organization Organization { get; }

    /// <summary>What happens before every service call of a plugin; nothing unless a test says so.</summary>
    public Action<OrganizationRequest>? BeforePluginCall { get; set; }

    /// <summary>The service as an ordinary seller has it.</summary>
    public IOrganizationService Service { get; }

    /// <summary>From now on the seller reads Dynamics in this language.</summary>
    public void Reads(int language) =>
        Service.Update(new Entity("usersettings", Organization.DefaultUserId) { ["uilanguageid"] = language });

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public static OptionSetValue Option<T>(T choice) where T : struct, Enum => new(Convert.ToInt32(choice, null));

    /// <summary>A process; of each stage, the last question is the exit fact.</summary>
    public EntityReference Process(string name, int stages, int questionsPerStage = 2, string? stageName = null, LifecycleChoice lifecycle = LifecycleChoice.Active)
    {
        var all = Organization.ServiceFor(Organization.SystemUserId);
        var process = new EntityReference(ProcessTable.LogicalName, all.Create(new Entity(ProcessTable.LogicalName)
        {
            [ProcessTable.Name] = name,
            [ProcessTable.Key] = name,
            [ProcessTable.Version] = 1,
            [ProcessTable.Lifecycle] = Option(lifecycle),
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

    /// <summary>A step of the mutual plan; days count from today.</summary>
    public Guid Step(Guid opportunity, PartyChoice party, int? dueIn = null, Guid? after = null) =>
        Service.Create(NewStep(opportunity, party, dueIn, after));

    /// <summary>A step that is not saved yet.</summary>
    public Entity NewStep(Guid opportunity, PartyChoice party, int? dueIn = null, Guid? after = null) => new(StepTable.LogicalName)
    {
        [StepTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity),
        [StepTable.Name] = $"Step of {party}",
        [StepTable.Party] = Option(party),
        [StepTable.DueOn] = dueIn is { } days ? Day(days) : null,
        [StepTable.AfterStepId] = after is { } id ? new EntityReference(StepTable.LogicalName, id) : null,
    };

    /// <summary>The day so many days from today.</summary>
    public DateTime Day(int fromToday) => Now.Date.AddDays(fromToday);

    public void Done(Guid step) => Change(StepTable.LogicalName, step, StepTable.DoneOn, Now);

    public void Change(string table, Guid id, string column, object? value) =>
        Service.Update(new Entity(table, id) { [column] = value });

    public void Become(EntityReference process, LifecycleChoice lifecycle) =>
        Change(ProcessTable.LogicalName, process.Id, ProcessTable.Lifecycle, Option(lifecycle));

    /// <summary>Calls the Custom API and gives the new draft.</summary>
    public EntityReference Clone(EntityReference process) => new(
        ProcessTable.LogicalName,
        (Guid)Service.Execute(new OrganizationRequest(CloneProcess.Name) { ["Target"] = process })["ProcessId"]);

    /// <summary>Somebody who works here, with roles by name.</summary>
    public Guid User(string name, params string[] roles)
    {
        var unit = All("businessunit")[0].ToEntityReference();
        var user = Service.Create(new Entity("systemuser") { ["lastname"] = name, ["domainname"] = name, ["businessunitid"] = unit });
        var known = All("role").ToDictionary(role => role.GetAttributeValue<string>("name"), role => role.ToEntityReference());
        Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), new EntityReferenceCollection([.. roles.Select(role => known[role])]));
        return user;
    }

    /// <summary>A person at the customer.</summary>
    public EntityReference Contact(string name) => new("contact", Service.Create(new Entity("contact") { ["lastname"] = name }));

    public Guid Stakeholder(Guid opportunity, EntityReference? contact = null, bool veto = false) =>
        Service.Create(new Entity(StakeholderTable.LogicalName)
        {
            [StakeholderTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity),
            [StakeholderTable.Name] = "Somebody",
            [StakeholderTable.ContactId] = contact,
            [StakeholderTable.HasVeto] = veto,
        });

    public void Win(Guid opportunity) => Close("WinOpportunity", opportunity, status: 3);

    /// <summary>Loses the opportunity; 4 is cancelled, 5 out-sold.</summary>
    public void Lose(Guid opportunity, int status = 4) => Close("LoseOpportunity", opportunity, status);

    public void Reopen(Guid opportunity) => Service.Update(new Entity(OpportunityTable.LogicalName, opportunity)
    {
        [OpportunityTable.StateCode] = new OptionSetValue(0),
        [OpportunityTable.StatusCode] = new OptionSetValue(1),
    });

    private void Close(string request, Guid opportunity, int status) => Service.Execute(new OrganizationRequest(request)
    {
        ["OpportunityClose"] = new Entity("opportunityclose")
        {
            ["opportunityid"] = new EntityReference(OpportunityTable.LogicalName, opportunity),
        },
        ["Status"] = new OptionSetValue(status),
    });

    /// <summary>The journey as of now, by the Custom API.</summary>
    public string Journey(Guid opportunity) => (string)Service.Execute(new OrganizationRequest(GetJourney.Name)
    {
        ["Target"] = new EntityReference(OpportunityTable.LogicalName, opportunity),
    })["Journey"];

    public (int Recalculated, int Left) RecalculateJourneys(int? most = null)
    {
        var request = new OrganizationRequest(Api.RecalculateJourneys.Name);
        if (most is { } limit) request["Most"] = limit;
        var response = Service.Execute(request);
        return ((int)response["Recalculated"], (int)response["Left"]);
    }

    /// <summary>The name of a choice's value in a row; null when it is empty.</summary>
    public static T? Chosen<T>(Entity row, string column) where T : struct, Enum =>
        row.GetAttributeValue<OptionSetValue>(column) is { } option ? (T)Enum.ToObject(typeof(T), option.Value) : null;

    /// <summary>Holder and whether overdue of the opportunity's turns, oldest first.</summary>
    public IReadOnlyList<(PartyChoice? Party, bool IsOverdue, DateTime BeganOn, DateTime? EndedOn)> TurnsOf(Guid opportunity) =>
        [.. All(TurnTable.LogicalName)
            .Where(turn => turn.GetAttributeValue<EntityReference>(TurnTable.OpportunityId).Id == opportunity)
            .OrderBy(turn => turn.GetAttributeValue<DateTime>(TurnTable.BeganOn))
            .Select(turn => (
                Chosen<PartyChoice>(turn, TurnTable.Party),
                turn.GetAttributeValue<bool>(TurnTable.IsOverdue),
                turn.GetAttributeValue<DateTime>(TurnTable.BeganOn),
                turn.GetAttributeValue<DateTime?>(TurnTable.EndedOn)))];

    /// <summary>Calls the Custom API and gives the journey it returns.</summary>
    public string Record(Guid opportunity, params Entity[] answers) => (string)Service.Execute(new OrganizationRequest(RecordAnswers.Name)
    {
        ["Target"] = new EntityReference(OpportunityTable.LogicalName, opportunity),
        ["Answers"] = new EntityCollection(answers) { EntityName = AnswerTable.LogicalName },
    })["Journey"];

    public Entity Row(Guid opportunity) => Service.Retrieve(OpportunityTable.LogicalName, opportunity, new ColumnSet(true));

    public Entity Row(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    public string? StageOf(Guid opportunity) => Row(opportunity).GetAttributeValue<EntityReference>(OpportunityTable.StageId)?.Name;

    /// <summary>The journey as it is stored.</summary>
    public string? StoredJourney(Guid opportunity) => Row(opportunity).GetAttributeValue<string>(OpportunityTable.Journey);

    /// <summary>The derived columns but the journey, which lists every answer, as one text that can be compared.</summary>
    public string DerivedOf(Guid opportunity)
    {
        var row = Row(opportunity);
        string[] columns =
        [
            OpportunityTable.StageId, OpportunityTable.ConfidencePercent, OpportunityTable.StageEnteredOn, OpportunityTable.BlindSpots,
            OpportunityTable.FurthestStageId, OpportunityTable.Alignment, OpportunityTable.AlignmentStages, OpportunityTable.GroupStageId,
            OpportunityTable.ConsensusGap, OpportunityTable.WhoseTurn, OpportunityTable.TurnSince, OpportunityTable.IsTurnOverdue,
            OpportunityTable.NextStepDueOn, OpportunityTable.ProposedOutcome, OpportunityTable.Outcome, OpportunityTable.Approach,
            OpportunityTable.OutcomeStageId, OpportunityTable.IsOutcomeAssumed,
            OpportunityTable.OurPromisesKeptPercent, OpportunityTable.TheirPromisesKeptPercent,
            OpportunityTable.ProviderScorePercent, OpportunityTable.CustomerScorePercent, OpportunityTable.MutualScorePercent,
            OpportunityTable.ScoreLowPercent, OpportunityTable.ScoreHighPercent, OpportunityTable.CoveragePercent, OpportunityTable.Verdict,
        ];
        return string.Join("; ", columns.Select(column => row.FormattedValues.Contains(column) ? row.FormattedValues[column] : row.Contains(column) ? row[column] : "-"));
    }

    /// <summary>The opportunity's visits, oldest first.</summary>
    public IReadOnlyList<Entity> VisitsOf(Guid opportunity) =>
        [.. All(StageVisitTable.LogicalName)
            .Where(visit => visit.GetAttributeValue<EntityReference>(StageVisitTable.OpportunityId).Id == opportunity)
            .OrderBy(visit => visit.GetAttributeValue<DateTime>(StageVisitTable.EnteredOn))];

    public IReadOnlyList<Entity> All(string table) =>
        [.. Organization.ServiceFor(Organization.SystemUserId).RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities];

    /// <summary>Every value of every row, as one text: equal means that nothing was saved.</summary>
    public string Everything() => Organization.DescribeRows();

    /// <summary>A value as it is compared.</summary>
    public static object? Shown(object? value) => value switch
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
