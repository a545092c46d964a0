using System.Xml.Linq;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Query;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Queries;

/// <summary>
/// Translates <c>$apply</c> into FetchXML, which is what Dataverse does with it: any number of <c>filter</c>, then one
/// <c>groupby</c> or <c>aggregate</c>. Anything else is refused by name.
/// </summary>
internal sealed class Aggregation
{
    private const string Where = "$apply";

    private readonly Table _table;
    private readonly Metadata _metadata;
    private readonly XElement _entity;
    private readonly List<string> _names = [];

    private Aggregation(Table table, Metadata metadata, QueryExpression filtered)
    {
        (_table, _metadata, _entity) = (table, metadata, FetchXmlWriter.Entity(filtered));
        FetchXml = new XElement("fetch", new XAttribute("aggregate", "true"), _entity);
    }

    /// <summary>The query.</summary>
    public XElement FetchXml { get; }

    /// <summary>Names of the properties that each group of the answer has.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <param name="apply">The parsed option.</param>
    /// <param name="table">Table of the address.</param>
    /// <param name="metadata">To find the columns.</param>
    /// <param name="filtered">Makes the query of the rows that pass a filter.</param>
    public static Aggregation Of(ApplyClause apply, Table table, Metadata metadata, Func<IReadOnlyList<FilterClause>, QueryExpression> filtered)
    {
        var steps = apply.Transformations.ToList();
        var filters = steps.TakeWhile(step => step is FilterTransformationNode).Cast<FilterTransformationNode>().Select(step => step.FilterClause).ToList();
        var aggregation = new Aggregation(table, metadata, filtered(filters));
        switch (steps[filters.Count..])
        {
            case [AggregateTransformationNode aggregate]: aggregation.Aggregate(aggregate); break;
            case [GroupByTransformationNode groupBy]: aggregation.GroupBy(groupBy); break;
            case var others: throw Unsupported.Feature($"the transformations '{string.Join('/', others.Select(step => step.Kind))}' after filters", Where);
        }
        return aggregation;
    }

    private void GroupBy(GroupByTransformationNode groupBy)
    {
        foreach (var property in groupBy.GroupingProperties) Group(property);
        switch (groupBy.ChildTransformations)
        {
            case null: break;
            case AggregateTransformationNode aggregate: Aggregate(aggregate); break;
            case var other: throw Unsupported.Feature($"the transformation {other.Kind} in groupby", Where);
        }
    }

    private void Group(GroupByPropertyNode node)
    {
        if (node.Expression is not SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } property)
            throw Unsupported.Feature($"grouping by a column of another table ('{node.Name}')", Where);
        var column = _metadata.ColumnOf(property.Property);
        if (column.Type == ColumnType.DateTime) throw Refusal.Address($"Dataverse does not group by dates in $apply ('{node.Name}'); FetchXML does.");
        Add(column.LogicalName, Metadata.PropertyName(column), new XAttribute("groupby", "true"));
    }

    private void Aggregate(AggregateTransformationNode aggregate)
    {
        foreach (var measure in aggregate.AggregateExpressions)
            Measure(measure as AggregateExpression ?? throw Unsupported.Feature("aggregating related rows", Where));
    }

    private void Measure(AggregateExpression measure)
    {
        if (measure.Method == AggregationMethod.VirtualPropertyCount)
        {
            Add(_table.PrimaryKey, measure.Alias, new XAttribute("aggregate", "count"));
            return;
        }
        if (measure.Expression is not SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } property)
            throw Unsupported.Feature($"aggregating anything but a column of {_table.LogicalName} ('{measure.Alias}')", Where);

        var column = _metadata.ColumnOf(property.Property).LogicalName;
        switch (measure.Method)
        {
            case AggregationMethod.Sum: Add(column, measure.Alias, new XAttribute("aggregate", "sum")); break;
            case AggregationMethod.Average: Add(column, measure.Alias, new XAttribute("aggregate", "avg")); break;
            case AggregationMethod.Min: Add(column, measure.Alias, new XAttribute("aggregate", "min")); break;
            case AggregationMethod.Max: Add(column, measure.Alias, new XAttribute("aggregate", "max")); break;
            case AggregationMethod.CountDistinct: Add(column, measure.Alias, new XAttribute("aggregate", "countcolumn"), new XAttribute("distinct", "true")); break;
            default: throw Unsupported.Feature($"the method {measure.Method}", Where);
        }
    }

    private void Add(string column, string alias, params XAttribute[] what)
    {
        _names.Add(alias);
        _entity.Add(new XElement("attribute", new XAttribute("name", column), new XAttribute("alias", alias), what));
    }
}
