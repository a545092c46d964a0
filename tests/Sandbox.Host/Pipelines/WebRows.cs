using System.Text.Json.Nodes;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Schema;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin.Connections;
using BuyerPath.Toolbox.Source;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>Rows through the Web API, as whoever is signed in, who stands in for every seller.</summary>
internal sealed class WebRows : ISampleRows
{
    private const string Account = "account";
    private const string Contact = "contact";
    private const string DateOnly = "date";

    // Of the standard tables, what the solution's source does not say.
    private static readonly Dictionary<string, string> StandardSets = new(StringComparer.Ordinal)
    {
        [Account] = "accounts", [Contact] = "contacts", [OpportunityTable.LogicalName] = "opportunities", ["systemuser"] = "systemusers",
    };

    private static readonly HashSet<string> StandardDates = ["estimatedclosedate"];

    private readonly Connection connection;
    private readonly Dictionary<string, TableSource> tables;
    private readonly Dictionary<(string Table, string Name), Guid> known = [];
    private readonly Lazy<EntityReference> me;
    private readonly Lazy<IReadOnlyDictionary<string, Guid>> contents;

    public WebRows(Connection connection)
    {
        this.connection = connection;
        tables = SolutionSource.Load(Repository.PathOf("solution/src")).Tables.ToDictionary(table => table.LogicalName, StringComparer.Ordinal);
        me = new(() => new EntityReference("systemuser", connection.Find("WhoAmI")!.Value.GetProperty("UserId").GetGuid()));
        contents = new(() => ByKey(ContentTable.LogicalName, ContentTable.Key));
    }

    public IReadOnlyDictionary<string, Guid> Contents => contents.Value;

    /// <summary>True when there is an opportunity of that name.</summary>
    public bool HasOpportunity(string name) => Found(OpportunityTable.LogicalName, OpportunityTable.Name, name) is not null;

    public EntityReference Process(string key) => Found(ProcessTable.LogicalName, ProcessTable.Key, key, $" and {ProcessTable.Lifecycle} eq {(int)LifecycleChoice.Active}") is { } id
        ? new EntityReference(ProcessTable.LogicalName, id)
        : throw new InvalidDataException($"There is no active buying process with the key '{key}'.");

    public IReadOnlyDictionary<string, Guid> Questions(EntityReference process)
    {
        var stages = connection.Rows($"{SetOf(StageTable.LogicalName)}?$select={StageTable.StageId}&$filter=_{StageTable.ProcessId}_value eq {process.Id}").Select(stage => stage.GetProperty(StageTable.StageId).GetGuid()).ToHashSet();
        return connection.Rows($"{SetOf(QuestionTable.LogicalName)}?$select={QuestionTable.Key},_{QuestionTable.StageId}_value")
            .Where(question => stages.Contains(question.GetProperty($"_{QuestionTable.StageId}_value").GetGuid()))
            .ToDictionary(question => question.GetProperty(QuestionTable.Key).GetString()!, question => question.GetProperty(QuestionTable.LogicalName + "id").GetGuid());
    }

    public EntityReference Seller(string fullName, string? title = null) => me.Value;

    public EntityReference Customer(string name, EntityReference owner, string? city = null) =>
        FoundOrMade(Account, "name", name, () => new Entity(Account) { ["name"] = name, ["address1_city"] = city });

    public EntityReference Person(string fullName, string title, EntityReference account, EntityReference owner)
    {
        var (first, last) = PipelineRows.PartsOf(fullName);
        return FoundOrMade(Contact, "fullname", fullName, () => new Entity(Contact) { ["firstname"] = first, ["lastname"] = last, ["jobtitle"] = title, ["parentcustomerid"] = account });
    }

    public Guid Opportunity(NewOpportunity opportunity, DateTimeOffset at) => Add(PipelineRows.RowOf(opportunity), opportunity.Owner, at).Id;

    public void Answer(Guid opportunityId, EntityReference seller, IEnumerable<Entity> answers, DateTimeOffset at) =>
        connection.Call($"{SetOf(OpportunityTable.LogicalName)}({opportunityId})/Microsoft.Dynamics.CRM.{RecordAnswers.Name}", new JsonObject
        {
            ["Answers"] = new JsonArray([.. answers.Select(answer =>
            {
                var row = Json(answer);
                row["@odata.type"] = $"#Microsoft.Dynamics.CRM.{AnswerTable.LogicalName}";
                return row;
            })]),
        });

    public EntityReference Add(Entity row, EntityReference seller, DateTimeOffset at)
    {
        var id = Guid.NewGuid();
        var columns = Json(row);
        columns[row.LogicalName + "id"] = id;
        connection.Create(SetOf(row.LogicalName), columns);
        return new EntityReference(row.LogicalName, id);
    }

    public void Change(Entity row, EntityReference seller, DateTimeOffset at) => connection.Update($"{SetOf(row.LogicalName)}({row.Id})", Json(row));

    public void Close(Guid opportunityId, DealStatus status, decimal? value, DateTimeOffset at, int? statusReason = null)
    {
        const int usualStatusReason = -1;
        var close = new JsonObject { ["subject"] = status.ToString(), ["opportunityid@odata.bind"] = $"/{SetOf(OpportunityTable.LogicalName)}({opportunityId})" };
        if (status == DealStatus.Won && value is { } won) close["actualrevenue"] = won;
        connection.Call(status == DealStatus.Won ? "WinOpportunity" : "LoseOpportunity", new JsonObject { ["OpportunityClose"] = close, ["Status"] = statusReason ?? usualStatusReason });
    }

    private JsonObject Json(Entity row)
    {
        var columns = new JsonObject();
        foreach (var (column, value) in row.Attributes)
            if (value is EntityReference reference) columns[$"{NavigationOf(row.LogicalName, column, reference)}@odata.bind"] = $"/{SetOf(reference.LogicalName)}({reference.Id})";
            else if (value is not null) columns[column] = Json(row.LogicalName, column, value);
        return columns;
    }

    private JsonNode Json(string table, string column, object value) => value switch
    {
        OptionSetValue option => option.Value,
        Money money => money.Value,
        DateTime time when IsDate(table, column) => time.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime time => time,
        bool flag => flag,
        int number => number,
        string text => text,
        _ => throw new NotSupportedException($"{table}.{column}: a {value.GetType().Name} is not brought through the Web API."),
    };

    private bool IsDate(string table, string column) => StandardDates.Contains(column) || tables.GetValueOrDefault(table)?.Find(column)?.Format == DateOnly;

    /// <summary>Of a lookup of ours, its schema name; of a standard one, its logical name, with the table where it may point to several.</summary>
    private string NavigationOf(string table, string column, EntityReference target) => column switch
    {
        "parentcustomerid" => $"{column}_{target.LogicalName}",
        _ when column.StartsWith("buy_", StringComparison.Ordinal) => tables[table].Find(column)!.SchemaName,
        _ => column,
    };

    private string SetOf(string table) => StandardSets.GetValueOrDefault(table) ?? tables[table].Entity.Element("EntitySetName")!.Value;

    private EntityReference FoundOrMade(string table, string column, string name, Func<Entity> row)
    {
        if (!known.TryGetValue((table, name), out var id)) known[(table, name)] = id = Found(table, column, name) ?? Add(row(), me.Value, default).Id;
        return new EntityReference(table, id);
    }

    private Guid? Found(string table, string column, string name, string and = "") =>
        connection.Rows($"{SetOf(table)}?$select={table}id&$filter={column} eq {OData.Quoted(name)}{and}").Select(row => (Guid?)row.GetProperty($"{table}id").GetGuid()).FirstOrDefault();

    private Dictionary<string, Guid> ByKey(string table, string key) =>
        connection.Rows($"{SetOf(table)}?$select={key}").ToDictionary(row => row.GetProperty(key).GetString()!, row => row.GetProperty($"{table}id").GetGuid());
}
