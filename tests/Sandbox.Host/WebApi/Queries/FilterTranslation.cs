using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Queries;

/// <summary>Translates <c>$filter</c> into the conditions of a query. A <c>not</c> is moved inwards, onto the conditions.</summary>
internal sealed class FilterTranslation(Table table, Metadata metadata, Joins joins, IDictionary<string, SingleValueNode> aliases)
{
    private static readonly Dictionary<BinaryOperatorKind, ConditionOperator> Comparisons = new()
    {
        [BinaryOperatorKind.Equal] = ConditionOperator.Equal,
        [BinaryOperatorKind.NotEqual] = ConditionOperator.NotEqual,
        [BinaryOperatorKind.GreaterThan] = ConditionOperator.GreaterThan,
        [BinaryOperatorKind.GreaterThanOrEqual] = ConditionOperator.GreaterEqual,
        [BinaryOperatorKind.LessThan] = ConditionOperator.LessThan,
        [BinaryOperatorKind.LessThanOrEqual] = ConditionOperator.LessEqual,
    };

    private static readonly Dictionary<ConditionOperator, ConditionOperator> Mirrored = new()
    {
        [ConditionOperator.Equal] = ConditionOperator.Equal,
        [ConditionOperator.NotEqual] = ConditionOperator.NotEqual,
        [ConditionOperator.GreaterThan] = ConditionOperator.LessThan,
        [ConditionOperator.GreaterEqual] = ConditionOperator.LessEqual,
        [ConditionOperator.LessThan] = ConditionOperator.GreaterThan,
        [ConditionOperator.LessEqual] = ConditionOperator.GreaterEqual,
    };

    private static readonly Dictionary<ConditionOperator, ConditionOperator> Opposites = BothWays(
        (ConditionOperator.Equal, ConditionOperator.NotEqual),
        (ConditionOperator.GreaterThan, ConditionOperator.LessEqual),
        (ConditionOperator.LessThan, ConditionOperator.GreaterEqual),
        (ConditionOperator.Null, ConditionOperator.NotNull),
        (ConditionOperator.Like, ConditionOperator.NotLike),
        (ConditionOperator.In, ConditionOperator.NotIn),
        (ConditionOperator.Between, ConditionOperator.NotBetween),
        (ConditionOperator.On, ConditionOperator.NotOn),
        (ConditionOperator.ContainValues, ConditionOperator.DoesNotContainValues),
        (ConditionOperator.EqualUserId, ConditionOperator.NotEqualUserId),
        (ConditionOperator.EqualBusinessId, ConditionOperator.NotEqualBusinessId));

    private static Dictionary<ConditionOperator, ConditionOperator> BothWays(params (ConditionOperator One, ConditionOperator Other)[] pairs) =>
        pairs.Concat(pairs.Select(pair => (One: pair.Other, Other: pair.One))).ToDictionary(pair => pair.One, pair => pair.Other);

    /// <summary>The filter as the query's criteria.</summary>
    /// <exception cref="Refusal">It compares what cannot be compared.</exception>
    /// <exception cref="NotSupportedException">It uses a part of OData that Dataverse or the sandbox does not know.</exception>
    public FilterExpression Translate(FilterClause filter) => Translate(filter.Expression, negated: false);

    private FilterExpression Translate(QueryNode node, bool negated) => node switch
    {
        ConvertNode convert => Translate(convert.Source, negated),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Translate(not.Operand, !negated),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both => Combine(both, negated),
        BinaryOperatorNode comparison => Only(Compare(comparison), negated),
        LambdaNode related => AnyOrAll(related, negated),
        InNode list => Only(OneOf(list), negated),
        SingleValueFunctionCallNode call => Only(Function(call), negated),
        SingleValuePropertyAccessNode yesNo => Only(Condition(yesNo, ConditionOperator.Equal, true), negated),
        _ => throw Unsupported.Feature($"the expression {node.Kind}", "$filter"),
    };

    private FilterExpression Combine(BinaryOperatorNode both, bool negated)
    {
        var isAnd = both.OperatorKind == BinaryOperatorKind.And ^ negated;
        var combined = new FilterExpression(isAnd ? LogicalOperator.And : LogicalOperator.Or);
        combined.AddFilter(Translate(both.Left, negated));
        combined.AddFilter(Translate(both.Right, negated));
        return combined;
    }

    /// <summary>
    /// Rows related or not: <c>any</c> and its opposite ask whether a related row meets the condition, <c>all</c> and its opposite
    /// whether one meets the opposite of it. So a row without related rows passes every <c>all</c>.
    /// </summary>
    private FilterExpression AnyOrAll(LambdaNode lambda, bool negated)
    {
        if (lambda.Source is not CollectionNavigationNode { Source: ResourceRangeVariableReferenceNode } collection)
            throw Unsupported.Feature("any or all beyond another path", "$filter");

        var isAll = lambda is AllNode;
        var navigation = metadata.NavigationOf(collection.NavigationProperty);
        var (link, rows) = navigation.ToLink(isAll ^ negated ? JoinOperator.NotAny : JoinOperator.Any);
        if (lambda.Body is not ConstantNode { Value: true })
        {
            var joins = new Joins(metadata, rows.LinkEntities, lambda.CurrentRangeVariable.Name);
            rows.LinkCriteria.AddFilter(new FilterTranslation(navigation.Target, metadata, joins, aliases).Translate(lambda.Body, isAll));
        }
        return new FilterExpression { AnyAllFilterLinkEntity = link };
    }

    private static FilterExpression Only(ConditionExpression condition, bool negated)
    {
        if (negated)
        {
            condition.Operator = Opposites.TryGetValue(condition.Operator, out var opposite)
                ? opposite
                : throw Unsupported.Feature($"'not' before {condition.Operator}", "$filter");
        }
        var filter = new FilterExpression();
        filter.AddCondition(condition);
        return filter;
    }

    private ConditionExpression Compare(BinaryOperatorNode comparison)
    {
        if (!Comparisons.TryGetValue(comparison.OperatorKind, out var @operator))
            throw Unsupported.Feature($"the operator {comparison.OperatorKind}", "$filter");

        return (Plain(comparison.Left), Plain(comparison.Right)) switch
        {
            (SingleValuePropertyAccessNode column, ConstantNode constant) => Compare(column, @operator, constant),
            (ConstantNode constant, SingleValuePropertyAccessNode column) => Compare(column, Mirrored[@operator], constant),
            (SingleValuePropertyAccessNode left, SingleValuePropertyAccessNode right) => CompareColumns(left, @operator, right),
            var (left, right) => throw Unsupported.Feature($"a comparison of {Describe(left)} with {Describe(right)}", "$filter"),
        };
    }

    private static string Describe(QueryNode node) => node switch
    {
        SingleValuePropertyAccessNode column => $"the column {column.Property.Name}",
        SingleValueFunctionCallNode call => $"the function {call.Name}",
        BinaryOperatorNode calculation => $"the operator {calculation.OperatorKind}",
        ConstantNode constant => $"the constant {constant.LiteralText}",
        _ => node.Kind.ToString(),
    };

    private ConditionExpression Compare(SingleValuePropertyAccessNode column, ConditionOperator @operator, ConstantNode constant) => (constant.Value, @operator) switch
    {
        (null, ConditionOperator.Equal) => Condition(column, ConditionOperator.Null),
        (null, ConditionOperator.NotEqual) => Condition(column, ConditionOperator.NotNull),
        (null, _) => throw Refusal.Address($"'{column.Property.Name}' can be compared with null only by eq and ne."),
        var (value, _) => Condition(column, @operator, value),
    };

    private ConditionExpression CompareColumns(SingleValuePropertyAccessNode left, ConditionOperator @operator, SingleValuePropertyAccessNode right)
    {
        var (leftSide, rightSide) = (joins.ColumnOf(left), joins.ColumnOf(right));
        if (leftSide.Alias != rightSide.Alias) throw Unsupported.Feature("a comparison of columns of two tables", "$filter");
        return new ConditionExpression(leftSide.Alias, leftSide.Column.LogicalName, @operator, compareColumns: true, (object)rightSide.Column.LogicalName);
    }

    private ConditionExpression OneOf(InNode list)
    {
        if (Plain(list.Left) is not SingleValuePropertyAccessNode column || list.Right is not CollectionConstantNode values)
            throw Unsupported.Feature("'in' between anything but a column and constants", "$filter");
        return Condition(column, ConditionOperator.In, [.. values.Collection.Select(value => value.Value ?? throw Refusal.Address($"The list for '{column.Property.Name}' must not hold null."))]);
    }

    private ConditionExpression Function(SingleValueFunctionCallNode call)
    {
        var arguments = call.Parameters.ToList();
        if (QueryFunction.All.FirstOrDefault(function => call.Name == $"{Metadata.Namespace}.{function.Name}") is { } known)
            return Function(known, arguments.Cast<NamedFunctionParameterNode>().ToDictionary(argument => argument.Name, argument => argument.Value));

        return (call.Name, arguments) switch
        {
            ("contains", [var column, var text]) => Matching(column, text, pattern => $"%{pattern}%"),
            ("startswith", [var column, var text]) => Matching(column, text, pattern => $"{pattern}%"),
            ("endswith", [var column, var text]) => Matching(column, text, pattern => $"%{pattern}"),
            _ => throw Unsupported.Feature($"the function {call.Name}", "$filter"),
        };
    }

    private ConditionExpression Matching(QueryNode left, QueryNode right, Func<string, string> around) =>
        (Plain(left), Plain(right)) is (SingleValuePropertyAccessNode column, ConstantNode { Value: string text })
            ? Condition(column, ConditionOperator.Like, around(LikePattern(text)))
            : throw Unsupported.Feature("a text function of anything but a column and a constant", "$filter");

    // In a pattern % _ and [ mean something; in a filter they are letters.
    private static string LikePattern(string text) =>
        text.Replace("[", "[[]", StringComparison.Ordinal).Replace("%", "[%]", StringComparison.Ordinal).Replace("_", "[_]", StringComparison.Ordinal);

    private ConditionExpression Function(QueryFunction function, Dictionary<string, QueryNode> arguments)
    {
        var name = Constant(arguments[QueryFunction.ColumnParameter]) as string ?? throw Refusal.Address($"{function.Name} needs the name of a column in {QueryFunction.ColumnParameter}.");
        var column = Joins.ColumnOf(table, name);
        object[] values = function.Argument switch
        {
            FunctionArgument.None => [],
            FunctionArgument.Count => [ColumnValues.OfCount(function.Name, Constant(arguments[QueryFunction.ValueParameter]))],
            FunctionArgument.Value => [ColumnValues.OfCondition(column, Constant(arguments[QueryFunction.ValueParameter]) ?? throw NoValue(function))],
            _ => [.. Constants(arguments[QueryFunction.ValuesParameter]).Select(value => ColumnValues.OfCondition(column, value ?? throw NoValue(function)))],
        };
        return new ConditionExpression(entityName: null, column.LogicalName, function.Operator, values);
    }

    private static Refusal NoValue(QueryFunction function) => Refusal.Address($"{function.Name} does not take null.");

    private object? Constant(QueryNode node) => Plain(node) is ConstantNode constant
        ? constant.Value
        : throw Unsupported.Feature($"the argument {node.Kind}", "query function in $filter");

    // A list of texts arrives in three shapes: as a list node, as a list value of a constant, or behind a parameter alias as either.
    private IEnumerable<object?> Constants(QueryNode node) => Plain(node) switch
    {
        CollectionConstantNode list => list.Collection.Select(item => item.Value),
        ConstantNode { Value: ODataCollectionValue list } => list.Items,
        var other => throw Unsupported.Feature($"the argument {other.Kind}", "query function in $filter"),
    };

    private QueryNode Plain(QueryNode node) => node switch
    {
        ConvertNode convert => Plain(convert.Source),
        ParameterAliasNode alias => aliases.TryGetValue(alias.Alias, out var value) && value is not null
            ? Plain(value)
            : throw Refusal.Address($"There is no value for the parameter {alias.Alias}."),
        _ => node,
    };

    private ConditionExpression Condition(SingleValuePropertyAccessNode node, ConditionOperator @operator, params object[] values)
    {
        var (alias, column) = joins.ColumnOf(node);
        return new ConditionExpression(alias, column.LogicalName, @operator, [.. values.Select(value => ColumnValues.OfCondition(column, value))]);
    }
}
