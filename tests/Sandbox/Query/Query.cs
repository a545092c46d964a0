using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>A query expression together with what FetchXML can say beyond it.</summary>
internal sealed record Query(QueryExpression Expression)
{
    /// <summary>Columns returned under a name of their own.</summary>
    public IReadOnlyList<AliasedColumn> AliasedColumns { get; init; } = [];

    /// <summary>What to aggregate; null for a query of rows.</summary>
    public Aggregation? Aggregation { get; init; }
}

/// <summary>A column of the root (<paramref name="Link"/> null) or of a link, returned as <paramref name="Alias"/>.</summary>
internal sealed record AliasedColumn(LinkEntity? Link, string Column, string Alias);

/// <summary>What an aggregate query computes, for each group or over all rows.</summary>
internal sealed record Aggregation
{
    /// <summary>Computed values.</summary>
    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>What the rows are grouped by; none means one group of all rows.</summary>
    public required IReadOnlyList<Grouping> Groupings { get; init; }

    /// <summary>Order of the groups, by alias.</summary>
    public required IReadOnlyList<AliasOrder> Orders { get; init; }

    /// <summary>Most rows that may be aggregated; the platform's own limit at most.</summary>
    public required int Limit { get; init; }
}

/// <summary>Functions over the rows of a group.</summary>
internal enum AggregateFunction { Count, CountColumn, Sum, Average, Minimum, Maximum }

/// <summary>Parts of a date to group by.</summary>
internal enum DatePart { Day, Week, Month, Quarter, Year }

/// <summary>A computed value of a group. <paramref name="Distinct"/> counts each value of the column once.</summary>
internal sealed record Measure(AliasedColumn Column, AggregateFunction Function, bool Distinct);

/// <summary>A column, or a part of a date column, that rows are grouped by.</summary>
internal sealed record Grouping(AliasedColumn Column, DatePart? Part);

/// <summary>An order of groups by the value returned as <paramref name="Alias"/>.</summary>
internal sealed record AliasOrder(string Alias, bool Descending);
