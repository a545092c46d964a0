using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>Writes filters and links of a query as FetchXML, for what only FetchXML can say besides: aggregates.</summary>
public static class FetchXmlWriter
{
    private static readonly IReadOnlyDictionary<ConditionOperator, string> Operators =
        FetchXmlOperators.All.DistinctBy(known => known.Value).ToDictionary(known => known.Value, known => known.Key);

    private static readonly IReadOnlyDictionary<JoinOperator, string> LinkTypes =
        FetchXmlReader.LinkTypes.ToDictionary(known => known.Value, known => known.Key);

    /// <summary>The table of the query with its links and its filter, but without columns and orders.</summary>
    /// <exception cref="NotSupportedException">The query says something that FetchXML has no words for.</exception>
    public static XElement Entity(QueryExpression query) => new("entity", new XAttribute("name", query.EntityName),
        Filter(query.Criteria),
        query.LinkEntities.Select(Link));

    private static XElement Link(LinkEntity link) => new("link-entity",
        new XAttribute("name", link.LinkToEntityName),
        new XAttribute("from", link.LinkToAttributeName),
        new XAttribute("to", link.LinkFromAttributeName),
        new XAttribute("link-type", LinkTypes[link.JoinOperator]),
        link.EntityAlias is { } alias ? new XAttribute("alias", alias) : null,
        Filter(link.LinkCriteria),
        link.LinkEntities.Select(Link));

    private static XElement Filter(FilterExpression filter) => new("filter",
        new XAttribute("type", filter.FilterOperator == LogicalOperator.Or ? "or" : "and"),
        filter.Conditions.Select(Condition),
        filter.Filters.Select(Filter),
        filter.AnyAllFilterLinkEntity is { } link ? Link(link) : null);

    private static XElement Condition(ConditionExpression condition) => new("condition",
        condition.EntityName is { } entity ? new XAttribute("entityname", entity) : null,
        new XAttribute("attribute", condition.AttributeName),
        new XAttribute("operator", Operators.TryGetValue(condition.Operator, out var name) ? name : throw Unsupported.Feature($"the operator {condition.Operator}", "FetchXML")),
        condition.CompareColumns
            ? new XAttribute("valueof", condition.Values.Single())
            : condition.Values.Select(value => new XElement("value", Text(value))));

    private static string Text(object value) => value switch
    {
        string text when HasOnlyXmlCharacters(text) => text,
        string => throw QueryFault.Value("A text with characters that XML does not allow cannot be looked for."),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool HasOnlyXmlCharacters(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
