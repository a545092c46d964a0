using System.Xml;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>Translates FetchXML into a <see cref="Query"/>.</summary>
internal sealed class FetchXmlReader
{
    internal static readonly IReadOnlyDictionary<string, JoinOperator> LinkTypes = new Dictionary<string, JoinOperator>
    {
        ["inner"] = JoinOperator.Inner,
        ["outer"] = JoinOperator.LeftOuter,
        ["natural"] = JoinOperator.Natural,
        ["matchfirstrowusingcrossapply"] = JoinOperator.MatchFirstRowUsingCrossApply,
        ["in"] = JoinOperator.In,
        ["exists"] = JoinOperator.Exists,
        ["any"] = JoinOperator.Any,
        ["not any"] = JoinOperator.NotAny,
        ["all"] = JoinOperator.All,
        ["not all"] = JoinOperator.NotAll,
    };

    private static readonly IReadOnlyDictionary<string, LogicalOperator> FilterTypes = new Dictionary<string, LogicalOperator>
    {
        ["and"] = LogicalOperator.And,
        ["or"] = LogicalOperator.Or,
    };

    private static readonly IReadOnlyDictionary<string, AggregateFunction> Functions = new Dictionary<string, AggregateFunction>
    {
        ["count"] = AggregateFunction.Count,
        ["countcolumn"] = AggregateFunction.CountColumn,
        ["sum"] = AggregateFunction.Sum,
        ["avg"] = AggregateFunction.Average,
        ["min"] = AggregateFunction.Minimum,
        ["max"] = AggregateFunction.Maximum,
    };

    private static readonly IReadOnlyDictionary<string, DatePart> DateParts = new Dictionary<string, DatePart>
    {
        ["day"] = DatePart.Day,
        ["week"] = DatePart.Week,
        ["month"] = DatePart.Month,
        ["quarter"] = DatePart.Quarter,
        ["year"] = DatePart.Year,
    };

    /// <summary>Attributes with one meaning only: any other value is refused.</summary>
    private static readonly IReadOnlyDictionary<string, string> FixedFetchAttributes = new Dictionary<string, string>
    {
        ["version"] = "1.0",
        ["output-format"] = "xml-platform",
        ["mapping"] = "logical",
    };

    private readonly bool _isAggregate;
    private readonly List<AliasedColumn> _aliased = [];
    private readonly List<Measure> _measures = [];
    private readonly List<Grouping> _groupings = [];
    private readonly List<AliasOrder> _aliasOrders = [];

    private FetchXmlReader(bool isAggregate) => _isAggregate = isAggregate;

    /// <exception cref="System.ServiceModel.FaultException">The XML is malformed or says something wrong.</exception>
    /// <exception cref="NotSupportedException">It says something that the sandbox does not know.</exception>
    public static Query Read(string? xml)
    {
        try
        {
            var fetch = new FetchElement(SafeXml.Read(xml ?? ""));
            return new FetchXmlReader(fetch.Flag("aggregate")).ReadFetch(fetch);
        }
        catch (XmlException malformed)
        {
            throw QueryFault.FetchXml($"The FetchXML cannot be read: {malformed.Message}");
        }
    }

    private Query ReadFetch(FetchElement fetch)
    {
        foreach (var (attribute, only) in FixedFetchAttributes)
            fetch.Choice(attribute, new Dictionary<string, string> { [only] = only }, byDefault: only);

        var entity = fetch.Child("entity");
        var query = new QueryExpression(entity.Required("name"))
        {
            Distinct = fetch.Flag("distinct"),
            NoLock = fetch.Flag("no-lock"),
            TopCount = fetch.Number("top"),
            PageInfo = new PagingInfo
            {
                Count = fetch.Number("count") ?? 0,
                PageNumber = fetch.Number("page") ?? 0,
                PagingCookie = fetch.Text("paging-cookie"),
                ReturnTotalRecordCount = fetch.Flag("returntotalrecordcount"),
            },
        };
        ReadColumns(entity, query.ColumnSet, link: null);
        // FetchXML without any column of the root means all of them; QueryExpression, none.
        if (!_isAggregate && !entity.Children("attribute").Any()) query.ColumnSet.AllColumns = true;
        query.Orders.AddRange(ReadOrders(entity));
        query.Criteria = ReadFilters(entity);
        query.LinkEntities.AddRange(entity.Children("link-entity").Select(link => ReadLink(link, query.EntityName)));

        if (!_isAggregate && fetch.Text("aggregatelimit") is not null)
            throw QueryFault.Aggregate("aggregatelimit belongs to aggregate queries only.");
        return new Query(query)
        {
            AliasedColumns = _aliased,
            Aggregation = _isAggregate ? ReadAggregation(fetch.Number("aggregatelimit")) : null,
        };
    }

    private Aggregation ReadAggregation(int? limit)
    {
        if (_measures.Count + _groupings.Count == 0) throw QueryFault.Aggregate("An aggregate query needs at least one attribute.");
        return new Aggregation
        {
            Measures = _measures,
            Groupings = _groupings,
            Orders = _aliasOrders,
            Limit = Math.Min(limit ?? Aggregates.MostRows, Aggregates.MostRows),
        };
    }

    private LinkEntity ReadLink(FetchElement element, string parent)
    {
        var link = new LinkEntity(
            parent, element.Required("name"), element.Required("to"), element.Required("from"),
            element.Choice("link-type", LinkTypes, byDefault: "inner"))
        {
            EntityAlias = element.Text("alias"),
        };
        ReadColumns(element, link.Columns, link);
        link.Orders.AddRange(ReadOrders(element));
        link.LinkCriteria = ReadFilters(element);
        link.LinkEntities.AddRange(element.Children("link-entity").Select(child => ReadLink(child, link.LinkToEntityName)));
        return link;
    }

    private void ReadColumns(FetchElement element, ColumnSet columns, LinkEntity? link)
    {
        var all = element.Children("all-attributes").Any();
        if (all && _isAggregate) throw QueryFault.Aggregate("An aggregate query cannot ask for all attributes.");
        columns.AllColumns = all;

        foreach (var attribute in element.Children("attribute"))
        {
            if (_isAggregate) ReadAggregated(attribute, link);
            else ReadColumn(attribute, columns, link);
        }
    }

    private void ReadColumn(FetchElement attribute, ColumnSet columns, LinkEntity? link)
    {
        var name = attribute.Required("name");
        if (new[] { "aggregate", "groupby", "dategrouping", "distinct" }.FirstOrDefault(only => attribute.Text(only) is not null) is { } misplaced)
            throw QueryFault.Aggregate($"The attribute '{name}' says {misplaced}, but the query is not an aggregate one.");

        if (attribute.Text("alias") is { } alias) _aliased.Add(new AliasedColumn(link, name, alias));
        else columns.AddColumn(name);
    }

    private void ReadAggregated(FetchElement attribute, LinkEntity? link)
    {
        var column = new AliasedColumn(link, attribute.Required("name"), attribute.Required("alias"));
        var isMeasure = attribute.Text("aggregate") is not null;
        if (isMeasure == attribute.Flag("groupby"))
            throw QueryFault.Aggregate($"In an aggregate query each attribute is either aggregated or grouped by; '{column.Alias}' is not.");

        if (isMeasure) ReadMeasure(attribute, column);
        else ReadGrouping(attribute, column);
    }

    private void ReadMeasure(FetchElement attribute, AliasedColumn column)
    {
        var measure = new Measure(column, attribute.Choice("aggregate", Functions, byDefault: ""), attribute.Flag("distinct"));
        if (attribute.Text("dategrouping") is not null || (measure.Distinct && measure.Function != AggregateFunction.CountColumn))
            throw QueryFault.Aggregate($"'{column.Alias}': dategrouping belongs to groupby, and distinct to countcolumn.");
        _measures.Add(measure);
    }

    private void ReadGrouping(FetchElement attribute, AliasedColumn column)
    {
        if (attribute.Text("distinct") is not null) throw QueryFault.Aggregate($"'{column.Alias}': distinct belongs to countcolumn.");
        _groupings.Add(new Grouping(column, attribute.Text("dategrouping") is null ? null : attribute.Choice("dategrouping", DateParts, byDefault: "")));
    }

    /// <summary>The orders of an element; those by alias are set aside for the aggregation.</summary>
    private List<OrderExpression> ReadOrders(FetchElement element)
    {
        var orders = new List<OrderExpression>();
        foreach (var order in element.Children("order"))
        {
            var descending = order.Flag("descending");
            if (_isAggregate) _aliasOrders.Add(new AliasOrder(order.Required("alias"), descending));
            else orders.Add(new OrderExpression(order.Required("attribute"), descending ? OrderType.Descending : OrderType.Ascending, order.Text("alias"), order.Text("entityname")));
        }

        return orders;
    }

    /// <summary>An element may hold several filters; all of them must accept.</summary>
    private FilterExpression ReadFilters(FetchElement element)
    {
        var all = new FilterExpression(LogicalOperator.And);
        all.Filters.AddRange(element.Children("filter").Select(ReadFilter));
        return all;
    }

    private FilterExpression ReadFilter(FetchElement element)
    {
        var filter = new FilterExpression(element.Choice("type", FilterTypes, byDefault: "and"))
        {
            IsQuickFindFilter = element.Flag("isquickfindfields"),
        };
        filter.Conditions.AddRange(element.Children("condition").Select(ReadCondition));
        filter.Filters.AddRange(element.Children("filter").Select(ReadFilter));
        // A filter expression holds one link only, so each gets a filter of its own.
        filter.Filters.AddRange(element.Children("link-entity")
            .Select(link => new FilterExpression { AnyAllFilterLinkEntity = ReadLink(link, parent: "") }));
        return filter;
    }

    private static ConditionExpression ReadCondition(FetchElement element)
    {
        var name = element.Required("operator");
        if (!FetchXmlOperators.All.TryGetValue(name, out var known)) throw QueryFault.Operator($"There is no operator '{name}'.");

        var values = element.Children("value").Select(value => value.Content).ToList();
        if (element.Text("value") is { } single) values.Insert(0, single);
        var other = element.Text("valueof");
        if (other is not null && values.Count > 0) throw QueryFault.FetchXml("A condition has either a value or a valueof.");

        return other is null
            ? new ConditionExpression(element.Text("entityname"), element.Required("attribute"), known, [.. values])
            : new ConditionExpression(element.Text("entityname"), element.Required("attribute"), known, compareColumns: true, other);
    }
}
