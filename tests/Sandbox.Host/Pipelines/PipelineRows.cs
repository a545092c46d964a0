using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>What the loaders write: people, customers and opportunities, each at the moment it happened.</summary>
internal sealed class PipelineRows(Organization organization, AdjustableClock clock) : ISampleRows
{
    private const string UserTable = "systemuser";
    private const string Account = "account";
    private const string Contact = "contact";
    private const string RecalculateJourneys = BuyerPath.Plugins.Api.RecalculateJourneys.Name;
    private const string CalibrateProcess = BuyerPath.Plugins.Api.Calibrate.Name;

    private static readonly string[] SellerRoles = ["Salesperson", "Buying process seller"];

    private readonly IOrganizationService _data = organization.ServiceFor(organization.SystemUserId);
    private readonly Dictionary<(string Table, string Name), Guid> _known = [];
    private IReadOnlyDictionary<string, Guid>? _contents;

    /// <summary>The ids of all content by their keys.</summary>
    public IReadOnlyDictionary<string, Guid> Contents => _contents ??= ByKey(
        new QueryExpression(ContentTable.LogicalName) { ColumnSet = new ColumnSet(ContentTable.Key) }, ContentTable.Key);

    /// <summary>The active version of a buying process, the latest if there are several.</summary>
    /// <exception cref="InvalidDataException">There is none; the message lists the keys that there are.</exception>
    public EntityReference Process(string key)
    {
        var query = new QueryExpression(ProcessTable.LogicalName) { ColumnSet = new ColumnSet(ProcessTable.Key) };
        query.Criteria.AddCondition(ProcessTable.Lifecycle, ConditionOperator.Equal, (int)LifecycleChoice.Active);
        query.AddOrder(ProcessTable.Version, OrderType.Descending);
        var active = _data.RetrieveMultiple(query).Entities;
        return active.FirstOrDefault(process => process.GetAttributeValue<string>(ProcessTable.Key) == key)?.ToEntityReference()
            ?? throw new InvalidDataException(
                $"There is no active buying process with the key '{key}'; there are: " +
                $"{string.Join(", ", active.Select(process => process.GetAttributeValue<string>(ProcessTable.Key)).Distinct().Order())}.");
    }

    /// <summary>The ids of a process's questions by their keys.</summary>
    public IReadOnlyDictionary<string, Guid> Questions(EntityReference process)
    {
        var query = new QueryExpression(QuestionTable.LogicalName) { ColumnSet = new ColumnSet(QuestionTable.Key) };
        query.AddLink(StageTable.LogicalName, QuestionTable.StageId, StageTable.StageId)
            .LinkCriteria.AddCondition(StageTable.ProcessId, ConditionOperator.Equal, process.Id);
        return ByKey(query, QuestionTable.Key);
    }

    private Dictionary<string, Guid> ByKey(QueryExpression query, string key) =>
        _data.RetrieveMultiple(query).Entities.ToDictionary(row => row.GetAttributeValue<string>(key), row => row.Id);

    /// <summary>The user of that full name, who is made, with the roles of a seller, if there is none.</summary>
    public EntityReference Seller(string fullName, string? title = null) => User(fullName, title, SellerRoles);

    /// <summary>The user of that full name, who is made, with those roles, if there is none.</summary>
    /// <exception cref="InvalidOperationException">The organization lacks one of the roles.</exception>
    public EntityReference User(string fullName, string? title, IReadOnlyList<string> roles) => FindOrCreate(UserTable, "fullname", fullName, () =>
    {
        var (first, last) = PartsOf(fullName);
        return new Entity(UserTable)
        {
            ["firstname"] = first,
            ["lastname"] = last,
            ["title"] = title,
            ["domainname"] = $"{string.Join('.', fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant()}@sales.example",
            ["businessunitid"] = BusinessUnit(),
        };
    }, user => GiveRoles(user, roles));

    /// <summary>The account of that name, which is made if there is none.</summary>
    public EntityReference Customer(string name, EntityReference owner, string? city = null) => FindOrCreate(Account, "name", name, () =>
        new Entity(Account) { ["name"] = name, ["address1_city"] = city, ["ownerid"] = owner });

    /// <summary>The person of that full name, who is made at that account if there is none.</summary>
    public EntityReference Person(string fullName, string title, EntityReference account, EntityReference owner) =>
        FindOrCreate(Contact, "fullname", fullName, () =>
        {
            var (first, last) = PartsOf(fullName);
            return new Entity(Contact)
            {
                ["firstname"] = first,
                ["lastname"] = last,
                ["jobtitle"] = title,
                ["parentcustomerid"] = account,
                ["ownerid"] = owner,
            };
        });

    /// <summary>A new opportunity, made at that moment.</summary>
    public Guid Opportunity(NewOpportunity opportunity, DateTimeOffset at)
    {
        using var _ = clock.StandAt(at);
        return _data.Create(RowOf(opportunity));
    }

    /// <summary>The row of a new opportunity.</summary>
    internal static Entity RowOf(NewOpportunity opportunity) => new(OpportunityTable.LogicalName)
    {
        [OpportunityTable.Name] = opportunity.Name,
        [OpportunityTable.ParentAccountId] = opportunity.Account,
        ["parentcontactid"] = opportunity.Contact,
        [OpportunityTable.EstimatedValue] = opportunity.Value is { } value ? new Money(value) : null,
        ["estimatedclosedate"] = opportunity.ClosesOn,
        ["description"] = opportunity.Description,
        [OpportunityTable.OwnerId] = opportunity.Owner,
        [OpportunityTable.ProcessId] = opportunity.Process,
    };

    /// <summary>Records answers as their seller, at that moment.</summary>
    public void Answer(Guid opportunityId, EntityReference seller, IEnumerable<Entity> answers, DateTimeOffset at)
    {
        using var _ = clock.StandAt(at);
        organization.ServiceFor(seller.Id).Execute(new OrganizationRequest(RecordAnswers.Name)
        {
            ["Target"] = new EntityReference(OpportunityTable.LogicalName, opportunityId),
            ["Answers"] = new EntityCollection([.. answers]) { EntityName = AnswerTable.LogicalName },
        });
    }

    /// <summary>A new row that its seller makes, at that moment.</summary>
    public EntityReference Add(Entity row, EntityReference seller, DateTimeOffset at)
    {
        using var _ = clock.StandAt(at);
        return new EntityReference(row.LogicalName, organization.ServiceFor(seller.Id).Create(row));
    }

    /// <summary>A change that the seller makes to a row, at that moment.</summary>
    public void Change(Entity row, EntityReference seller, DateTimeOffset at)
    {
        using var _ = clock.StandAt(at);
        organization.ServiceFor(seller.Id).Update(row);
    }

    /// <summary>
    /// Brings every open opportunity up to that moment, as an administrator's nightly job does: what was replayed was true when
    /// it happened, and its evidence has aged since.
    /// </summary>
    /// <exception cref="InvalidOperationException">Some are left, and none was recalculated.</exception>
    public void BringUpToDate(DateTimeOffset at)
    {
        using var _ = clock.StandAt(at);
        while (_data.Execute(new OrganizationRequest(RecalculateJourneys)) is var done && (int)done["Left"] > 0)
            if ((int)done["Recalculated"] == 0)
                throw new InvalidOperationException($"{RecalculateJourneys} leaves {done["Left"]} opportunities and recalculates none.");
    }

    /// <summary>Learns from what has ended on that process until nothing is left to read, as its administrator does.</summary>
    /// <exception cref="InvalidOperationException">Some are left, and none was read.</exception>
    public void Calibrate(EntityReference process, DateTimeOffset at)
    {
        using var _ = clock.StandAt(at);
        while (_data.Execute(new OrganizationRequest(CalibrateProcess) { ["Target"] = process }) is var done && (int)done["Left"] > 0)
            if ((int)done["Read"] == 0)
                throw new InvalidOperationException($"{CalibrateProcess} leaves {done["Left"]} opportunities and reads none.");
    }

    /// <summary>Wins or loses an opportunity, at that moment.</summary>
    public void Close(Guid opportunityId, DealStatus status, decimal? value, DateTimeOffset at, int? statusReason = null)
    {
        const int usualStatusReason = -1;
        using var _ = clock.StandAt(at);
        _data.Execute(new OrganizationRequest(status == DealStatus.Won ? "WinOpportunity" : "LoseOpportunity")
        {
            ["OpportunityClose"] = new Entity("opportunityclose")
            {
                ["subject"] = status.ToString(),
                ["opportunityid"] = new EntityReference(OpportunityTable.LogicalName, opportunityId),
                ["actualend"] = at.UtcDateTime,
                ["actualrevenue"] = status == DealStatus.Won && value is { } won ? new Money(won) : null,
            },
            ["Status"] = new OptionSetValue(statusReason ?? usualStatusReason),
        });
    }

    /// <summary>Takes an opportunity back that could not be loaded as a whole.</summary>
    public void Forget(Guid opportunityId) => _data.Delete(OpportunityTable.LogicalName, opportunityId);

    private EntityReference FindOrCreate(string table, string nameColumn, string name, Func<Entity> row, Action<Guid>? whenMade = null)
    {
        if (!_known.TryGetValue((table, name), out var id))
        {
            var found = Find(table, nameColumn, name);
            _known[(table, name)] = id = found ?? _data.Create(row());
            if (found is null) whenMade?.Invoke(id);
        }
        return new EntityReference(table, id);
    }

    /// <exception cref="InvalidOperationException">The organization lacks one of the roles.</exception>
    private void GiveRoles(Guid user, IEnumerable<string> names)
    {
        var roles = names.Select(name => Find("role", "name", name) ?? throw new InvalidOperationException($"There is no role '{name}', which people here need."));
        _data.Associate(UserTable, user, new Relationship("systemuserroles_association"), new EntityReferenceCollection([.. roles.Select(role => new EntityReference("role", role))]));
    }

    private Guid? Find(string table, string nameColumn, string name)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(nameColumn, ConditionOperator.Equal, name);
        return _data.RetrieveMultiple(query).Entities.SingleOrDefault()?.Id;
    }

    private EntityReference BusinessUnit() =>
        _data.Retrieve(UserTable, organization.SystemUserId, new ColumnSet("businessunitid")).GetAttributeValue<EntityReference>("businessunitid");

    /// <summary>First and last name.</summary>
    internal static (string? First, string Last) PartsOf(string fullName)
    {
        var at = fullName.LastIndexOf(' ');
        return at < 0 ? (null, fullName) : (fullName[..at], fullName[(at + 1)..]);
    }
}

/// <summary>An opportunity to be made.</summary>
internal sealed record NewOpportunity(string Name, EntityReference Owner, EntityReference Process)
{
    public EntityReference? Account { get; init; }

    public EntityReference? Contact { get; init; }

    public decimal? Value { get; init; }

    public DateTime? ClosesOn { get; init; }

    public string? Description { get; init; }
}
