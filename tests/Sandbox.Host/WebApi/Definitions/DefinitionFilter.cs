using Microsoft.OData.UriParser;

namespace BuyerPath.Sandbox.Host.WebApi.Definitions;

/// <summary>Decides which definitions a <c>$filter</c> lets through: equality of properties, combined by and, or, not.</summary>
internal static class DefinitionFilter
{
    private const string Where = "$filter of definitions";

    /// <summary>True when the definition passes.</summary>
    /// <exception cref="NotSupportedException">The filter asks for more than equality.</exception>
    public static bool Accepts(QueryNode node, Definition definition) => node switch
    {
        ConvertNode convert => Accepts(convert.Source, definition),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => !Accepts(not.Operand, definition),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both => Accepts(both.Left, definition) & Accepts(both.Right, definition),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } either => Accepts(either.Left, definition) | Accepts(either.Right, definition),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Equal } equal => Equals(Value(equal.Left, definition), Value(equal.Right, definition)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.NotEqual } differ => !Equals(Value(differ.Left, definition), Value(differ.Right, definition)),
        SingleValuePropertyAccessNode yesNo => Value(yesNo, definition) is true,
        _ => throw Unsupported.Feature($"the expression {node.Kind}", Where),
    };

    private static object? Value(QueryNode node, Definition definition) => node switch
    {
        ConvertNode convert => Value(convert.Source, definition),
        ConstantNode constant => constant.Value,
        SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } property => definition.Values[property.Property.Name],
        _ => throw Unsupported.Feature($"the expression {node.Kind}", Where),
    };
}
