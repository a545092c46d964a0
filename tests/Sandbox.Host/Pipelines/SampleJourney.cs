using BuyerPath.Plugins.Schema;
using BuyerPath.Toolbox;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>What happens on one opportunity of a sample pipeline, each at its moment.</summary>
internal sealed class SampleJourney
{
    private readonly SampleOpportunity _opportunity;
    private readonly ISampleRows _rows;
    private readonly DateTimeOffset _now;
    private readonly EntityReference _process;
    private readonly IReadOnlyDictionary<string, Guid> _questions;
    private readonly Dictionary<string, EntityReference> _people = [];
    private readonly Dictionary<string, EntityReference> _steps = [];
    private EntityReference? _row;

    public SampleJourney(SampleOpportunity opportunity, ISampleRows rows, DateTimeOffset now)
    {
        (_opportunity, _rows, _now) = (opportunity, rows, now);
        _process = rows.Process(opportunity.Process);
        _questions = rows.Questions(_process);
    }

    /// <summary>Name of the opportunity.</summary>
    public string Name => _opportunity.Name;

    /// <summary>What in the file does not fit the buying process or the content that there is.</summary>
    public IEnumerable<string> Findings() =>
        (from share in _opportunity.Shares
         where !_rows.Contents.ContainsKey(share.Content)
         select $"'{_opportunity.Name}' shares the content '{share.Content}', which is not there{Nearest.Ending(share.Content, _rows.Contents.Keys)}")
        .Concat(
        from answer in _opportunity.Answers
        where !_questions.ContainsKey(answer.Question)
        select $"'{_opportunity.Name}' answers the question '{answer.Question}', which the process {_opportunity.Process} does not have{Nearest.Ending(answer.Question, _questions.Keys)}");

    /// <summary>Whole days before now, in the order of a day, so that nothing happens in the future.</summary>
    public IEnumerable<SampleEvent> Events()
    {
        yield return On(_opportunity.CreatedDaysAgo, TimeOfDay.Creation, Create);

        foreach (var stakeholder in _opportunity.Stakeholders)
            yield return On(stakeholder.DaysAgo, TimeOfDay.People, at => Meet(stakeholder, at));

        foreach (var stage in _opportunity.SellerStages)
            yield return On(stage.DaysAgo, TimeOfDay.SellerStage, at => Move(stage, at));

        foreach (var happening in _opportunity.Plan.SelectMany(Events)) yield return happening;

        foreach (var happening in _opportunity.Shares.SelectMany(Events)) yield return happening;

        foreach (var day in _opportunity.Answers.GroupBy(answer => answer.DaysAgo))
            yield return On(day.Key, TimeOfDay.Answers, at => _rows.Answer(Row.Id, Seller, [.. day.Select(answer => AnswerRow(answer, at))], at));

        if (_opportunity.Closed is { } closed) yield return On(closed.DaysAgo, TimeOfDay.Closing, at => Close(closed, at));
    }

    private IEnumerable<SampleEvent> Events(SampleStep step)
    {
        yield return On(step.DaysAgo, TimeOfDay.Plan, at => Agree(step, at));

        foreach (var move in step.Moves)
            yield return On(move.DaysAgo, TimeOfDay.PlanChanges, at => Change(step, at, row =>
            {
                row[StepTable.DueOn] = DateIn(move.DueInDays);
                row[StepTable.HasOutsideReason] = move.HasOutsideReason;
            }));

        if (step.DoneDaysAgo is { } done)
            yield return On(done, TimeOfDay.PlanChanges, at => Change(step, at, row => row[StepTable.DoneOn] = at.UtcDateTime));
    }

    private IEnumerable<SampleEvent> Events(SampleShare share)
    {
        EntityReference? row = null;
        yield return On(share.DaysAgo, TimeOfDay.Shares, at => row = Give(share, at));

        if (share.UsedDaysAgo is { } used)
            yield return On(used, TimeOfDay.Uses, at => _rows.Change(
                new Entity(ContentShareTable.LogicalName, row!.Id) { [ContentShareTable.UsedOn] = at.UtcDateTime, [ContentShareTable.Detail] = share.Detail }, Seller, at));
    }

    private SampleEvent On(int daysAgo, TimeOfDay time, Action<DateTimeOffset> happen) =>
        new(_now.AddDays(-daysAgo).AddMinutes((int)time), happen);

    private EntityReference Seller => _rows.Seller(_opportunity.Seller);

    private EntityReference Row => _row
        ?? throw new InvalidOperationException($"Something happens on '{_opportunity.Name}' before it is created.");

    private void Create(DateTimeOffset at)
    {
        var account = _opportunity.Account;
        var customer = _rows.Customer(account.Name, Seller, account.City);
        foreach (var contact in account.Contacts) _people[contact.Name] = _rows.Person(contact.Name, contact.Title, customer, Seller);

        _row = new EntityReference(OpportunityTable.LogicalName, _rows.Opportunity(
            new NewOpportunity(_opportunity.Name, Seller, _process)
            {
                Account = customer,
                Contact = _people[_opportunity.Contact],
                Value = _opportunity.Value,
                ClosesOn = DateIn(_opportunity.ClosesInDays),
                Description = _opportunity.Description,
            },
            at));
    }

    private void Meet(SampleStakeholder stakeholder, DateTimeOffset at) => _rows.Add(
        new Entity(StakeholderTable.LogicalName)
        {
            [StakeholderTable.Name] = stakeholder.Name,
            [StakeholderTable.OpportunityId] = Row,
            [StakeholderTable.ContactId] = PersonOrNull(stakeholder.Contact),
            [StakeholderTable.Role] = Option(stakeholder.Role),
            [StakeholderTable.Influence] = Option(stakeholder.Influence),
            [StakeholderTable.Attitude] = Option(stakeholder.Attitude),
            [StakeholderTable.HasVeto] = stakeholder.HasVeto,
            [StakeholderTable.IsMet] = stakeholder.IsMet,
        },
        Seller, at);

    /// <summary>The pipeline phase follows the sales stage, as the business process flow of Dynamics keeps it.</summary>
    private void Move(SampleSellerStage stage, DateTimeOffset at) => _rows.Change(
        new Entity(Row.LogicalName, Row.Id) { ["salesstage"] = new OptionSetValue((int)stage.Stage), ["stepname"] = stage.Stage.ToString() },
        Seller, at);

    private void Agree(SampleStep step, DateTimeOffset at) => _steps[step.Name] = _rows.Add(
        new Entity(StepTable.LogicalName)
        {
            [StepTable.Name] = step.Name,
            [StepTable.OpportunityId] = Row,
            [StepTable.Party] = Option<PartyChoice>(step.Party),
            [StepTable.ContactId] = PersonOrNull(step.Contact),
            [StepTable.DueOn] = DateIn(step.DueInDays),
            [StepTable.AfterStepId] = step.After is null ? null : _steps[step.After],
            [StepTable.IsDecisionDate] = step.IsDecision,
        },
        Seller, at);

    private EntityReference Give(SampleShare share, DateTimeOffset at) => _rows.Add(
        new Entity(ContentShareTable.LogicalName)
        {
            [ContentShareTable.OpportunityId] = Row,
            [ContentShareTable.ContentId] = new EntityReference(ContentTable.LogicalName, _rows.Contents[share.Content]),
            [ContentShareTable.ContactId] = PersonOrNull(share.Contact),
            [ContentShareTable.SharedOn] = at.UtcDateTime,
            [ContentShareTable.Detail] = share.Detail,
        },
        Seller, at);

    private void Change(SampleStep step, DateTimeOffset at, Action<Entity> change)
    {
        var row = new Entity(StepTable.LogicalName, _steps[step.Name].Id);
        change(row);
        _rows.Change(row, Seller, at);
    }

    private Entity AnswerRow(SampleAnswer answer, DateTimeOffset at) => new(AnswerTable.LogicalName)
    {
        [AnswerTable.QuestionId] = new EntityReference(QuestionTable.LogicalName, _questions[answer.Question]),
        [AnswerTable.Value] = Option<AnswerValueChoice>(answer.Value),
        [AnswerTable.Grade] = Option(answer.Grade),
        [AnswerTable.SourceId] = PersonOrNull(answer.Source),
        [AnswerTable.Detail] = answer.Detail,
        [AnswerTable.AnsweredOn] = at.UtcDateTime,
    };

    /// <summary>What the seller knows of the outcome is written down first; what is not is for the rules to say.</summary>
    private void Close(SampleClose close, DateTimeOffset at)
    {
        var known = new Entity(Row.LogicalName, Row.Id);
        if (close.Outcome is not null) known[OpportunityTable.Outcome] = Option(close.Outcome);
        if (close.Approach is not null) known[OpportunityTable.Approach] = Option(close.Approach);
        if (known.Attributes.Count > 0) _rows.Change(known, Seller, at);
        _rows.Close(Row.Id, close.Status, _opportunity.Value, at, (int?)close.Reason);
    }

    private DateTime DateIn(int days) => _now.UtcDateTime.Date.AddDays(days);

    private EntityReference? PersonOrNull(string? name) => name is null ? null : _people[name];

    private static OptionSetValue? Option<T>(T? choice) where T : struct, Enum =>
        choice is { } value ? new OptionSetValue(Convert.ToInt32(value, null)) : null;

    /// <summary>The order of a day, in minutes from the time of loading.</summary>
    private enum TimeOfDay
    {
        Creation = -180,
        People = -165,
        SellerStage = -150,
        Plan = -135,
        Shares = -125,
        Answers = -120,
        PlanChanges = -90,
        Uses = -80,
        Closing = -60,
    }
}

/// <summary>Something that happens at a moment.</summary>
internal sealed record SampleEvent(DateTimeOffset At, Action<DateTimeOffset> Happen);
