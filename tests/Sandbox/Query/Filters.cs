using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>A question about a joined row that has the answer yes or no. There is no third answer: see <see cref="ColumnTest"/> for nulls.</summary>
internal abstract class Filter
{
    /// <summary>The sources that the answer depends on.</summary>
    public abstract IEnumerable<Source> Sources { get; }

    /// <summary>Filters that must all accept; the filter itself unless it is such a list.</summary>
    public virtual IEnumerable<Filter> Conjuncts => [this];

    public abstract bool Accepts(JoinedRow row);
}

/// <summary>Accepts what all parts accept; without parts, everything.</summary>
internal sealed class AllOf(IReadOnlyList<Filter> parts) : Filter
{
    public override IEnumerable<Source> Sources => parts.SelectMany(part => part.Sources);

    public override IEnumerable<Filter> Conjuncts => parts.SelectMany(part => part.Conjuncts);

    public override bool Accepts(JoinedRow row) => parts.All(part => part.Accepts(row));
}

/// <summary>Accepts what at least one part accepts.</summary>
internal sealed class AnyOf(IReadOnlyList<Filter> parts) : Filter
{
    public override IEnumerable<Source> Sources => parts.SelectMany(part => part.Sources);

    public override bool Accepts(JoinedRow row) => parts.Any(part => part.Accepts(row));
}

/// <summary>
/// One condition on a column. A missing value fulfils the operator Null and no other, not even NotEqual or NotIn: this is
/// the only place that decides it. No public source settles what Dataverse does for NotEqual.
/// </summary>
internal sealed class ColumnTest(Source source, Column column, ConditionOperator condition, IReadOnlyList<object> values, Predicate<object> test) : Filter
{
    public Source Source => source;

    public Column Column => column;

    public override IEnumerable<Source> Sources => [source];

    /// <summary>The ids that an indexed column must hold one of; null when the condition does not say so.</summary>
    public IReadOnlyList<object>? NamedIds =>
        condition is ConditionOperator.Equal or ConditionOperator.In && RowsByValue.IsIndexed(column) ? values : null;

    public override bool Accepts(JoinedRow row) =>
        row[source, column] is { } value ? test(value) : condition == ConditionOperator.Null;
}

/// <summary>Compares two columns of a joined row. A missing value on either side is never accepted.</summary>
internal sealed class ColumnComparison(Source source, Column column, Source otherSource, Column otherColumn, Predicate<int> test) : Filter
{
    public override IEnumerable<Source> Sources => [source, otherSource];

    public override bool Accepts(JoinedRow row) =>
        row[source, column] is { } value && row[otherSource, otherColumn] is { } other && test(PlainValues.Compare(value, other));
}

/// <summary>Asks whether related rows exist, without joining them: Exists, In, Any, NotAny, All, NotAll.</summary>
internal sealed class RelatedRows(Source parent, Column from, RowsByValue related, Plan plan, JoinOperator kind) : Filter
{
    public override IEnumerable<Source> Sources => [parent];

    public override bool Accepts(JoinedRow row)
    {
        var candidates = row[parent, from] is { } value ? related.Matching(value) : [];
        return kind switch
        {
            JoinOperator.NotAny => !plan.Run(candidates).Any(),
            // As documented, not as named: related rows exist, and none of them meets the criteria.
            JoinOperator.All => candidates.Any() && !plan.Run(candidates).Any(),
            _ => plan.Run(candidates).Any(),
        };
    }
}
