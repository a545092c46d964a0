using System.Collections;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

[DataContract(Name = "QueryBase", Namespace = Ns.V2011)]
[KnownType(typeof(QueryExpression)), KnownType(typeof(QueryByAttribute)), KnownType(typeof(FetchExpression))]
public abstract class QueryBase : IExtensibleDataObject
{
    protected QueryBase() { }
    public ExtensionDataObject ExtensionData { get; set; }
}

[DataContract(Name = "FetchExpression", Namespace = Ns.V2011)]
public sealed class FetchExpression : QueryBase
{
    public FetchExpression() { }
    public FetchExpression(string query) { Query = query; }
    [DataMember] public string Query { get; set; }
}

[DataContract(Name = "QueryByAttribute", Namespace = Ns.V2011)]
public sealed class QueryByAttribute : QueryBase
{
    private DataCollection<string> attributes;
    private DataCollection<object> values;
    private DataCollection<OrderExpression> orders;

    public QueryByAttribute() { }
    public QueryByAttribute(string entityName) { EntityName = entityName; }

    [DataMember] public string EntityName { get; set; }
    [DataMember] public ColumnSet ColumnSet { get; set; }
    [DataMember] public PagingInfo PageInfo { get; set; }
    [DataMember] public int? TopCount { get; set; }
    [DataMember] public DataCollection<string> Attributes { get => attributes ?? (attributes = new DataCollection<string>()); private set => attributes = value; }
    [DataMember] public DataCollection<object> Values { get => values ?? (values = new DataCollection<object>()); private set => values = value; }
    [DataMember] public DataCollection<OrderExpression> Orders { get => orders ?? (orders = new DataCollection<OrderExpression>()); private set => orders = value; }

    public void AddAttributeValue(string attributeName, object value) { Attributes.Add(attributeName); Values.Add(value); }
    public void AddOrder(string attributeName, OrderType orderType) => Orders.Add(new OrderExpression(attributeName, orderType));
}

[DataContract(Name = "QueryExpression", Namespace = Ns.V2011)]
public sealed class QueryExpression : QueryBase
{
    public static readonly QueryExpression Empty = new QueryExpression();

    private FilterExpression criteria;
    private DataCollection<LinkEntity> linkEntities;
    private DataCollection<OrderExpression> orders;

    public QueryExpression() : this(null) { }
    public QueryExpression(string entityName)
    {
        EntityName = entityName;
        criteria = new FilterExpression();
        PageInfo = new PagingInfo();
        ColumnSet = new ColumnSet();
    }

    [DataMember] public string EntityName { get; set; }
    [DataMember] public ColumnSet ColumnSet { get; set; }
    [DataMember] public FilterExpression Criteria { get => criteria; set => criteria = value; }
    [DataMember] public bool Distinct { get; set; }
    [DataMember] public bool NoLock { get; set; }
    [DataMember] public PagingInfo PageInfo { get; set; }
    [DataMember] public string QueryHints { get; set; }
    [DataMember] public int? TopCount { get; set; }
    [DataMember] public DataCollection<LinkEntity> LinkEntities { get => linkEntities ?? (linkEntities = new DataCollection<LinkEntity>()); private set => linkEntities = value; }
    [DataMember] public DataCollection<OrderExpression> Orders { get => orders ?? (orders = new DataCollection<OrderExpression>()); private set => orders = value; }

    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName)
        => AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);

    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
    {
        var link = new LinkEntity(EntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
        LinkEntities.Add(link);
        return link;
    }

    public void AddOrder(string attributeName, OrderType orderType) => Orders.Add(new OrderExpression(attributeName, orderType));
    public void AddOrder(string attributeName, OrderType orderType, string alias, string entityName)
        => Orders.Add(new OrderExpression(attributeName, orderType, alias, entityName));
}

[DataContract(Name = "FilterExpression", Namespace = Ns.V2011)]
public sealed class FilterExpression : IExtensibleDataObject
{
    private DataCollection<ConditionExpression> conditions;
    private DataCollection<FilterExpression> filters;

    public FilterExpression() { }
    public FilterExpression(LogicalOperator filterOperator) { FilterOperator = filterOperator; }

    [DataMember] public LogicalOperator FilterOperator { get; set; }
    [DataMember] public bool IsQuickFindFilter { get; set; }
    [DataMember] public DataCollection<ConditionExpression> Conditions { get => conditions ?? (conditions = new DataCollection<ConditionExpression>()); private set => conditions = value; }
    [DataMember] public DataCollection<FilterExpression> Filters { get => filters ?? (filters = new DataCollection<FilterExpression>()); private set => filters = value; }
    [DataMember] public LinkEntity AnyAllFilterLinkEntity { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }

    public void AddCondition(ConditionExpression condition) => Conditions.Add(condition);
    public void AddCondition(string attributeName, ConditionOperator conditionOperator, params object[] values)
        => Conditions.Add(new ConditionExpression(attributeName, conditionOperator, values));
    public void AddCondition(string entityName, string attributeName, ConditionOperator conditionOperator, params object[] values)
        => Conditions.Add(new ConditionExpression(entityName, attributeName, conditionOperator, values));
    public void AddCondition(string attributeName, ConditionOperator conditionOperator, bool compareColumns, object value)
        => Conditions.Add(new ConditionExpression(attributeName, conditionOperator, compareColumns, value));
    public void AddCondition(string attributeName, ConditionOperator conditionOperator, bool compareColumns, object[] values)
        => Conditions.Add(new ConditionExpression(attributeName, conditionOperator, compareColumns, values));
    public void AddCondition(string entityName, string attributeName, ConditionOperator conditionOperator, bool compareColumns, object value)
        => Conditions.Add(new ConditionExpression(entityName, attributeName, conditionOperator, compareColumns, value));
    public void AddCondition(string entityName, string attributeName, ConditionOperator conditionOperator, bool compareColumns, object[] values)
        => Conditions.Add(new ConditionExpression(entityName, attributeName, conditionOperator, compareColumns, values));
    public void AddFilter(FilterExpression childFilter) => Filters.Add(childFilter);
    public FilterExpression AddFilter(LogicalOperator logicalOperator)
    {
        var child = new FilterExpression(logicalOperator);
        Filters.Add(child);
        return child;
    }
}

[DataContract(Name = "ConditionExpression", Namespace = Ns.V2011)]
public sealed class ConditionExpression : IExtensibleDataObject
{
    private DataCollection<object> values;

    public ConditionExpression() { }
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator) : this(null, attributeName, conditionOperator, new object[0]) { }
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, object value) : this(null, attributeName, conditionOperator, new[] { value }) { }
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, params object[] values) : this(null, attributeName, conditionOperator, values) { }
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, ICollection values)
    {
        AttributeName = attributeName;
        Operator = conditionOperator;
        if (values != null) foreach (object value in values) Values.Add(value);
    }
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, bool compareColumns, object value) : this(null, attributeName, conditionOperator, compareColumns, new[] { value }) { }
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, bool compareColumns, object[] values) : this(null, attributeName, conditionOperator, compareColumns, values) { }
    public ConditionExpression(string entityName, string attributeName, ConditionOperator conditionOperator) : this(entityName, attributeName, conditionOperator, new object[0]) { }
    public ConditionExpression(string entityName, string attributeName, ConditionOperator conditionOperator, object value) : this(entityName, attributeName, conditionOperator, new[] { value }) { }
    public ConditionExpression(string entityName, string attributeName, ConditionOperator conditionOperator, params object[] values)
    {
        EntityName = entityName;
        AttributeName = attributeName;
        Operator = conditionOperator;
        if (values != null) Values.AddRange(values);
    }
    public ConditionExpression(string entityName, string attributeName, ConditionOperator conditionOperator, bool compareColumns, object value) : this(entityName, attributeName, conditionOperator, compareColumns, new[] { value }) { }
    public ConditionExpression(string entityName, string attributeName, ConditionOperator conditionOperator, bool compareColumns, object[] values) : this(entityName, attributeName, conditionOperator, values) { CompareColumns = compareColumns; }

    [DataMember] public string EntityName { get; set; }
    [DataMember] public string AttributeName { get; set; }
    [DataMember] public ConditionOperator Operator { get; set; }
    [DataMember] public bool CompareColumns { get; set; }
    [DataMember] public DataCollection<object> Values { get => values ?? (values = new DataCollection<object>()); private set => values = value; }
    public ExtensionDataObject ExtensionData { get; set; }
}

[DataContract(Name = "LinkEntity", Namespace = Ns.V2011)]
public sealed class LinkEntity : IExtensibleDataObject
{
    private DataCollection<LinkEntity> linkEntities;
    private DataCollection<OrderExpression> orders;

    public LinkEntity() : this(null, null, null, null, JoinOperator.Inner) { }
    public LinkEntity(string linkFromEntityName, string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
    {
        LinkFromEntityName = linkFromEntityName;
        LinkToEntityName = linkToEntityName;
        LinkFromAttributeName = linkFromAttributeName;
        LinkToAttributeName = linkToAttributeName;
        JoinOperator = joinOperator;
        Columns = new ColumnSet();
        LinkCriteria = new FilterExpression();
    }

    [DataMember] public string LinkFromAttributeName { get; set; }
    [DataMember] public string LinkFromEntityName { get; set; }
    [DataMember] public string LinkToEntityName { get; set; }
    [DataMember] public string LinkToAttributeName { get; set; }
    [DataMember] public JoinOperator JoinOperator { get; set; }
    [DataMember] public FilterExpression LinkCriteria { get; set; }
    [DataMember] public ColumnSet Columns { get; set; }
    [DataMember] public string EntityAlias { get; set; }
    [DataMember] public DataCollection<LinkEntity> LinkEntities { get => linkEntities ?? (linkEntities = new DataCollection<LinkEntity>()); private set => linkEntities = value; }
    [DataMember] public DataCollection<OrderExpression> Orders { get => orders ?? (orders = new DataCollection<OrderExpression>()); private set => orders = value; }
    public ExtensionDataObject ExtensionData { get; set; }

    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName)
        => AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);

    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
    {
        // LinkFromEntityName of this link, not its target: odd, but what the real type does.
        var link = new LinkEntity(LinkFromEntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
        LinkEntities.Add(link);
        return link;
    }
}

[DataContract(Name = "OrderExpression", Namespace = Ns.V2011)]
public sealed class OrderExpression : IExtensibleDataObject
{
    public OrderExpression() { }
    public OrderExpression(string attributeName, OrderType orderType) { AttributeName = attributeName; OrderType = orderType; }
    public OrderExpression(string attributeName, OrderType orderType, string alias) : this(attributeName, orderType) { Alias = alias; }
    public OrderExpression(string attributeName, OrderType orderType, string alias, string entityName) : this(attributeName, orderType, alias) { EntityName = entityName; }
    [DataMember] public string AttributeName { get; set; }
    [DataMember] public OrderType OrderType { get; set; }
    [DataMember] public string Alias { get; set; }
    [DataMember] public string EntityName { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }
}

[DataContract(Name = "PagingInfo", Namespace = Ns.V2011)]
public sealed class PagingInfo : IExtensibleDataObject
{
    public PagingInfo() { }
    [DataMember] public int PageNumber { get; set; }
    [DataMember] public int Count { get; set; }
    [DataMember] public bool ReturnTotalRecordCount { get; set; }
    [DataMember] public string PagingCookie { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }
}

[DataContract(Name = "ColumnSet", Namespace = Ns.V2011)]
public sealed class ColumnSet : IExtensibleDataObject
{
    private DataCollection<string> columns;

    public ColumnSet() { }
    public ColumnSet(bool allColumns) { AllColumns = allColumns; }
    public ColumnSet(params string[] columns) { Columns.AddRange(columns); }

    [DataMember] public bool AllColumns { get; set; }
    [DataMember] public DataCollection<string> Columns { get => columns ?? (columns = new DataCollection<string>()); set => columns = value; }
    public ExtensionDataObject ExtensionData { get; set; }

    public void AddColumn(string column) => Columns.Add(column);
    public void AddColumns(params string[] columns) => Columns.AddRange(columns);
}

[DataContract(Name = "LogicalOperator", Namespace = Ns.V2011)]
public enum LogicalOperator { [EnumMember] And = 0, [EnumMember] Or = 1 }

[DataContract(Name = "OrderType", Namespace = Ns.V2011)]
public enum OrderType { [EnumMember] Ascending = 0, [EnumMember] Descending = 1 }

[DataContract(Name = "JoinOperator", Namespace = Ns.V2011)]
public enum JoinOperator
{
    [EnumMember] Inner = 0, [EnumMember] LeftOuter = 1, [EnumMember] Natural = 2, [EnumMember] MatchFirstRowUsingCrossApply = 3,
    [EnumMember] In = 4, [EnumMember] Exists = 5, [EnumMember] Any = 6, [EnumMember] NotAny = 7, [EnumMember] All = 8, [EnumMember] NotAll = 9,
}

[DataContract(Name = "ConditionOperator", Namespace = Ns.V2011)]
public enum ConditionOperator
{
    [EnumMember] Equal = 0,
    [EnumMember] NotEqual = 1,
    [EnumMember] GreaterThan = 2,
    [EnumMember] LessThan = 3,
    [EnumMember] GreaterEqual = 4,
    [EnumMember] LessEqual = 5,
    [EnumMember] Like = 6,
    [EnumMember] NotLike = 7,
    [EnumMember] In = 8,
    [EnumMember] NotIn = 9,
    [EnumMember] Between = 10,
    [EnumMember] NotBetween = 11,
    [EnumMember] Null = 12,
    [EnumMember] NotNull = 13,
    [EnumMember] Yesterday = 14,
    [EnumMember] Today = 15,
    [EnumMember] Tomorrow = 16,
    [EnumMember] Last7Days = 17,
    [EnumMember] Next7Days = 18,
    [EnumMember] LastWeek = 19,
    [EnumMember] ThisWeek = 20,
    [EnumMember] NextWeek = 21,
    [EnumMember] LastMonth = 22,
    [EnumMember] ThisMonth = 23,
    [EnumMember] NextMonth = 24,
    [EnumMember] On = 25,
    [EnumMember] OnOrBefore = 26,
    [EnumMember] OnOrAfter = 27,
    [EnumMember] LastYear = 28,
    [EnumMember] ThisYear = 29,
    [EnumMember] NextYear = 30,
    [EnumMember] LastXHours = 31,
    [EnumMember] NextXHours = 32,
    [EnumMember] LastXDays = 33,
    [EnumMember] NextXDays = 34,
    [EnumMember] LastXWeeks = 35,
    [EnumMember] NextXWeeks = 36,
    [EnumMember] LastXMonths = 37,
    [EnumMember] NextXMonths = 38,
    [EnumMember] LastXYears = 39,
    [EnumMember] NextXYears = 40,
    [EnumMember] EqualUserId = 41,
    [EnumMember] NotEqualUserId = 42,
    [EnumMember] EqualBusinessId = 43,
    [EnumMember] NotEqualBusinessId = 44,
    [EnumMember] ChildOf = 45,
    [EnumMember] Mask = 46,
    [EnumMember] NotMask = 47,
    [EnumMember] MasksSelect = 48,
    [EnumMember] Contains = 49,
    [EnumMember] DoesNotContain = 50,
    [EnumMember] EqualUserLanguage = 51,
    [EnumMember] NotOn = 52,
    [EnumMember] OlderThanXMonths = 53,
    [EnumMember] BeginsWith = 54,
    [EnumMember] DoesNotBeginWith = 55,
    [EnumMember] EndsWith = 56,
    [EnumMember] DoesNotEndWith = 57,
    [EnumMember] ThisFiscalYear = 58,
    [EnumMember] ThisFiscalPeriod = 59,
    [EnumMember] NextFiscalYear = 60,
    [EnumMember] NextFiscalPeriod = 61,
    [EnumMember] LastFiscalYear = 62,
    [EnumMember] LastFiscalPeriod = 63,
    [EnumMember] LastXFiscalYears = 64,
    [EnumMember] LastXFiscalPeriods = 65,
    [EnumMember] NextXFiscalYears = 66,
    [EnumMember] NextXFiscalPeriods = 67,
    [EnumMember] InFiscalYear = 68,
    [EnumMember] InFiscalPeriod = 69,
    [EnumMember] InFiscalPeriodAndYear = 70,
    [EnumMember] InOrBeforeFiscalPeriodAndYear = 71,
    [EnumMember] InOrAfterFiscalPeriodAndYear = 72,
    [EnumMember] EqualUserTeams = 73,
    [EnumMember] EqualUserOrUserTeams = 74,
    [EnumMember] Under = 75,
    [EnumMember] NotUnder = 76,
    [EnumMember] UnderOrEqual = 77,
    [EnumMember] Above = 78,
    [EnumMember] AboveOrEqual = 79,
    [EnumMember] EqualUserOrUserHierarchy = 80,
    [EnumMember] EqualUserOrUserHierarchyAndTeams = 81,
    [EnumMember] OlderThanXYears = 82,
    [EnumMember] OlderThanXWeeks = 83,
    [EnumMember] OlderThanXDays = 84,
    [EnumMember] OlderThanXHours = 85,
    [EnumMember] OlderThanXMinutes = 86,
    [EnumMember] ContainValues = 87,
    [EnumMember] DoesNotContainValues = 88
}
