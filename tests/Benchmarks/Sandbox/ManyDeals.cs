using BuyerPath.Plugins.Schema;
using BuyerPath.Sandbox;
using BuyerPath.Sandbox.Host.Pipelines;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Benchmarks.Sandbox;

/// <summary>
/// Invented opportunities of many sellers, the same on every run, with answers to the first questions of their process. They
/// are saved as an import saves them: in bulk, through the plugins.
/// </summary>
internal sealed class ManyDeals(Organization organization, AdjustableClock clock)
{
    /// <summary>Answers of each opportunity.</summary>
    public const int AnswersEach = 5;

    private const int Seed = 20261124;
    private const int Sellers = 20;
    private const int DealsOfAnAccount = 10;

    // What Microsoft advises for one request of CreateMultiple.
    private const int RowsOfARequest = 1000;

    private static readonly AnswerValueChoice[] Values = [AnswerValueChoice.Yes, AnswerValueChoice.Yes, AnswerValueChoice.No, AnswerValueChoice.Unknown];

    private readonly IOrganizationService _data = organization.ServiceFor(organization.DefaultUserId);
    private readonly PipelineRows _people = new(organization, clock);
    private readonly Random _random = new(Seed);

    /// <summary>Makes the sellers and their accounts, and gives back the account of each opportunity.</summary>
    public IReadOnlyList<EntityReference> MakeCustomers(int opportunities)
    {
        var sellers = Enumerable.Range(1, Sellers).Select(number => _people.Seller($"Seller {number}")).ToList();
        var accounts = Enumerable.Range(0, (opportunities + DealsOfAnAccount - 1) / DealsOfAnAccount)
            .Select(number => new Entity("account") { ["name"] = $"Account {number}", ["ownerid"] = sellers[number % Sellers] });
        var ids = Create("account", accounts);
        return [.. Enumerable.Range(0, opportunities).Select(number => new EntityReference("account", ids[number / DealsOfAnAccount]))];
    }

    /// <summary>Makes one opportunity for each of the accounts.</summary>
    public IReadOnlyList<Guid> MakeOpportunities(IReadOnlyList<EntityReference> accounts, EntityReference process) =>
        Create(OpportunityTable.LogicalName, accounts.Select((account, number) => new Entity(OpportunityTable.LogicalName)
        {
            [OpportunityTable.Name] = $"Opportunity {number}",
            [OpportunityTable.ParentAccountId] = account,
            [OpportunityTable.EstimatedValue] = new Money(1000 * _random.Next(1, 500)),
            [OpportunityTable.OwnerId] = _people.Seller($"Seller {1 + number / DealsOfAnAccount % Sellers}"),
            [OpportunityTable.ProcessId] = process,
        }));

    /// <summary>Answers the first questions of the process on each of the opportunities, and gives back how many answers that are.</summary>
    public int Answer(IReadOnlyList<Guid> opportunities, EntityReference process)
    {
        var questions = _people.Questions(process).OrderBy(question => question.Key, StringComparer.Ordinal).Take(AnswersEach).Select(question => question.Value).ToList();
        return Create(AnswerTable.LogicalName,
            from opportunity in opportunities
            from question in questions
            select new Entity(AnswerTable.LogicalName)
            {
                [AnswerTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, opportunity),
                [AnswerTable.QuestionId] = new EntityReference(QuestionTable.LogicalName, question),
                [AnswerTable.Value] = Option(Values[_random.Next(Values.Length)]),
                [AnswerTable.Grade] = Option(EvidenceGradeChoice.Said),
            }).Count;
    }

    private List<Guid> Create(string table, IEnumerable<Entity> rows) =>
    [
        .. rows.Chunk(RowsOfARequest).SelectMany(part =>
            ((CreateMultipleResponse)_data.Execute(new CreateMultipleRequest { Targets = new EntityCollection(part) { EntityName = table } })).Ids),
    ];

    private static OptionSetValue Option<T>(T choice) where T : struct, Enum => new(Convert.ToInt32(choice, null));
}
