using System.ServiceModel;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Query;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Query;

/// <summary>
/// Accounts, contacts and opportunities to ask about, one column of every type among them. It is Monday, 23 November 2026,
/// 10:00 UTC, and Ann asks.
/// </summary>
internal sealed class QueryScene
{
    public static readonly DateTime Now = new(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc);
    public static readonly Reference Ann = new("systemuser", new Guid("a0000000-0000-0000-0000-000000000001"));
    public static readonly Reference Team = new("team", new Guid("b0000000-0000-0000-0000-000000000001"));
    public static readonly Reference Unit = new("businessunit", new Guid("c0000000-0000-0000-0000-000000000001"));

    private static readonly SolutionModel Model = new()
    {
        UniqueName = "Scene",
        Version = new Version(1, 0),
        IsManaged = false,
        Tables = new[]
        {
            Table("account", "name",
                Column("name", ColumnType.Text), Column("employees", ColumnType.WholeNumber), Column("city", ColumnType.Text),
                Column("parentaccountid", ColumnType.Lookup), Column("ownerid", ColumnType.Owner)) with { IsStandIn = true },
            Table("contact", "fullname",
                Column("fullname", ColumnType.Text), Column("accountid", ColumnType.Lookup), Column("birthdate", ColumnType.DateTime) with { Behavior = DateBehavior.DateOnly }),
            Table("opportunity", "name",
                Column("name", ColumnType.Text), Column("note", ColumnType.Memo), Column("accountid", ColumnType.Lookup),
                Column("customerid", ColumnType.Customer), Column("ownerid", ColumnType.Owner), Column("businessunitid", ColumnType.Lookup),
                Column("probability", ColumnType.WholeNumber), Column("likes", ColumnType.BigInteger), Column("confidence", ColumnType.Decimal),
                Column("score", ColumnType.Double), Column("value", ColumnType.Money), Column("budget", ColumnType.Money),
                Column("closedon", ColumnType.DateTime) with { Behavior = DateBehavior.UserLocal },
                Column("closeson", ColumnType.DateTime) with { Behavior = DateBehavior.DateOnly },
                Column("ishot", ColumnType.YesNo), Column("ticket", ColumnType.UniqueIdentifier), Column("channels", ColumnType.Choices),
                Column("statecode", ColumnType.State) with { Choice = Choice("Open", "Won", "Lost") },
                Column("statuscode", ColumnType.Status) with { Choice = Choice("In progress", "On hold", "Won") },
                Column("party", ColumnType.Choice) with { Choice = Choice("Us", "Customer", "Both") }),
        }.ToDictionary(table => table.LogicalName),
        OneToMany = new Dictionary<string, OneToMany>(),
        ManyToMany = new Dictionary<string, ManyToMany>(),
        Steps = [],
        CustomApis = new Dictionary<string, CustomApi>(),
        Assemblies = [],
        Forms = [],
        Views = [],
        CodeComponents = [],
        Components = [],
    };

    private int _rows;

    public SceneRows Rows { get; } = new();

    /// <summary>Adds a row; a null value is an absent one.</summary>
    public Reference Add(string table, params (string Column, object? Value)[] values)
    {
        var id = new Guid(++_rows, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
        var stored = values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Column, pair => pair.Value!);
        stored[$"{table}id"] = id;
        Rows.Add(new Row(table, id, version: _rows, stored));
        return new Reference(table, id);
    }

    public EntityCollection Ask(QueryBase query) => new QueryExecutor(new QueryContext
    {
        Model = Model,
        Rows = Rows,
        Values = new SceneValues(Rows, Model),
        Now = Now,
        Caller = new Caller(Ann.Id, Unit.Id, [Team.Id]),
    }).Execute(query);

    public EntityCollection Fetch(string xml) => Ask(new FetchExpression(xml));

    /// <summary>Names of the rows found, in order: the primary name, which the query must ask for.</summary>
    public string Names(QueryBase query) => string.Join(' ', Ask(query).Entities.Select(NameOf));

    public string NamesOf(string fetchXml) => Names(new FetchExpression(fetchXml));

    /// <summary>The code and the sentence of the fault that a query gets.</summary>
    public (uint Code, string Sentence) FaultOf(QueryBase query)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Ask(query));
        return (unchecked((uint)fault.Detail.ErrorCode), fault.Detail.Message);
    }

    public (uint Code, string Sentence) FaultOf(string fetchXml) => FaultOf(new FetchExpression(fetchXml));

    /// <summary>The sentence with which a query is refused as not supported.</summary>
    public string RefusalOf(QueryBase query) => Assert.Throws<UnsupportedException>(() => Ask(query)).Message;

    public string RefusalOf(string fetchXml) => RefusalOf(new FetchExpression(fetchXml));

    /// <summary>A query for the names of a table.</summary>
    public static QueryExpression From(string table) => new(table) { ColumnSet = new ColumnSet(Model.Tables[table].PrimaryName) };

    /// <summary>A query for the names of the rows that meet a condition.</summary>
    public static QueryExpression Where(string table, string column, ConditionOperator condition, params object[] values)
    {
        var query = From(table);
        query.Criteria.AddCondition(column, condition, values);
        return query;
    }

    public static Column ColumnOf(string table, string column) => Model.Tables[table].Columns[column];

    private static string? NameOf(Entity entity) => entity.GetAttributeValue<string>(Model.Tables[entity.LogicalName].PrimaryName!);

    private static Table Table(string name, string primaryName, params Column[] columns) => new()
    {
        LogicalName = name,
        SchemaName = name,
        EntitySetName = $"{name}s",
        PrimaryKey = $"{name}id",
        PrimaryName = primaryName,
        Ownership = Ownership.User,
        Columns = columns.Prepend(Column($"{name}id", ColumnType.PrimaryKey)).ToDictionary(column => column.LogicalName),
    };

    private static Column Column(string name, ColumnType type) => new() { LogicalName = name, SchemaName = name, Type = type };

    private static Choice Choice(params string[] labels) =>
        new("choice", false, [.. labels.Select((label, value) => new Option(value, new Labels(new Dictionary<int, string> { [1033] = label })))]);
}
