using BuyerPath.Plugins.Schema;
using BuyerPath.Toolbox;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>
/// Replays a sample pipeline in the order in which it happened, through the same messages that a seller's page uses, so that
/// stage visits and their causes come from the plugins and not from the file.
/// </summary>
public sealed class SamplePipeline
{
    private readonly SamplePipelineFile _file;
    private readonly PipelineRows _rows;
    private readonly DateTimeOffset _now;
    private readonly EntityReference _process;
    private readonly IReadOnlyDictionary<string, Guid> _questions;
    private readonly Dictionary<string, Guid> _opportunities = [];
    private readonly Dictionary<string, EntityReference> _people = [];

    private SamplePipeline(SamplePipelineFile file, PipelineRows rows, DateTimeOffset now)
    {
        (_file, _rows, _now) = (file, rows, now);
        _process = rows.Process(file.Process);
        _questions = rows.Questions(_process);
    }

    /// <summary>Replays a file. The organisation must hold the buying process.</summary>
    /// <param name="organization">Where to.</param>
    /// <param name="clock">The organisation's clock. It stands in the past while events are replayed and goes on afterwards.</param>
    /// <param name="path">The pipeline.</param>
    /// <exception cref="InvalidDataException">The file has mistakes, one line each; or it does not fit the buying process.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SamplePipelineReport Load(Organization organization, AdjustableClock clock, string path) =>
        new SamplePipeline(SamplePipelineFile.Read(path), new PipelineRows(organization, clock), clock.GetUtcNow()).Replay();

    private SamplePipelineReport Replay()
    {
        RequireKnownQuestions();
        foreach (var seller in _file.Sellers) _rows.Seller(seller.Name, seller.Title);
        foreach (var (at, happen) in _file.Opportunities.SelectMany(Events).OrderBy(happening => happening.At)) happen(at);
        return new(
            _file.Sellers.Count,
            _file.Accounts.Count,
            _file.Accounts.Sum(account => account.Contacts.Count),
            _file.Opportunities.Count,
            _file.Opportunities.Sum(opportunity => opportunity.Answers.Count));
    }

    private void RequireKnownQuestions()
    {
        var findings =
            from opportunity in _file.Opportunities
            from answer in opportunity.Answers
            where !_questions.ContainsKey(answer.Question)
            select $"'{opportunity.Name}' answers the question '{answer.Question}', which the process {_file.Process} does not have{Nearest.Ending(answer.Question, _questions.Keys)}";
        var all = findings.ToList();
        if (all.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, all));
    }

    /// <summary>Whole days before now, a few hours apart in the order of a day, so that nothing happens in the future.</summary>
    private IEnumerable<(DateTimeOffset At, Action<DateTimeOffset> Happen)> Events(SampleOpportunity opportunity)
    {
        yield return (_now.AddDays(-opportunity.CreatedDaysAgo).AddHours(-3), at => Create(opportunity, at));

        foreach (var day in opportunity.Answers.GroupBy(answer => answer.DaysAgo))
            yield return (_now.AddDays(-day.Key).AddHours(-2), at => Answer(opportunity, day, at));

        if (opportunity.Closed is { } closed)
            yield return (_now.AddDays(-closed.DaysAgo).AddHours(-1), at =>
                _rows.Close(_opportunities[opportunity.Name], closed.Status, opportunity.Value, at));
    }

    private void Create(SampleOpportunity opportunity, DateTimeOffset at)
    {
        var seller = _rows.Seller(opportunity.Seller);
        var account = _file.Accounts.Single(account => account.Name == opportunity.Account);
        var customer = _rows.Customer(account.Name, seller, account.City);
        foreach (var contact in account.Contacts) _people[contact.Name] = _rows.Person(contact.Name, contact.Title, customer, seller);

        _opportunities[opportunity.Name] = _rows.Opportunity(
            new NewOpportunity(opportunity.Name, seller, _process)
            {
                Account = customer,
                Contact = _people[opportunity.Contact],
                Value = opportunity.Value,
                ClosesOn = _now.UtcDateTime.Date.AddDays(opportunity.ClosesInDays),
                Description = opportunity.Description,
            },
            at);
    }

    private void Answer(SampleOpportunity opportunity, IEnumerable<SampleAnswer> answers, DateTimeOffset at) =>
        _rows.Answer(_opportunities[opportunity.Name], _rows.Seller(opportunity.Seller), [.. answers.Select(answer => Row(answer, at))], at);

    private Entity Row(SampleAnswer answer, DateTimeOffset at) => new(AnswerTable.LogicalName)
    {
        [AnswerTable.QuestionId] = new EntityReference(QuestionTable.LogicalName, _questions[answer.Question]),
        [AnswerTable.Value] = new OptionSetValue((int)answer.Value),
        [AnswerTable.Grade] = answer.Grade is { } grade ? new OptionSetValue((int)grade) : null,
        [AnswerTable.SourceId] = answer.Source is null ? null : _people[answer.Source],
        [AnswerTable.Detail] = answer.Detail,
        [AnswerTable.AnsweredOn] = at.UtcDateTime,
    };
}

/// <summary>What was replayed.</summary>
public sealed record SamplePipelineReport(int Sellers, int Accounts, int Contacts, int Opportunities, int Answers)
{
    /// <summary>The report as text for people.</summary>
    public override string ToString() =>
        $"Sample pipeline: {Opportunities} opportunities of {Accounts} accounts with {Answers} answers, {Sellers} sellers and {Contacts} contacts.";
}
