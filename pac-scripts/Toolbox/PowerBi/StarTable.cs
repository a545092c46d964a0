using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi;

/// <summary>A table of the semantic model.</summary>
/// <param name="Name">What people call it; measures use the English name.</param>
/// <param name="Description">What a row is.</param>
/// <param name="Columns">Its columns.</param>
public sealed record StarTable(Wording Name, Wording Description, IReadOnlyList<StarColumn> Columns)
{
    /// <summary>Logical name of the Dataverse table; null when <see cref="Query"/> makes the rows.</summary>
    public string? Source { get; init; }

    /// <summary>The query of a table that does not come from Dataverse.</summary>
    public string? Query { get; init; }

    /// <summary>It is the calendar.</summary>
    public bool IsCalendar { get; init; }

    /// <summary>
    /// The moment by which its rows are loaded in months, each its own query: for facts that can outgrow what Dataverse answers to one
    /// query. Null to load all at once.
    /// </summary>
    public string? LoadedBy { get; init; }

    /// <summary>
    /// Rows never change once written, so that old months need no refresh. Otherwise every month is refreshed.
    /// </summary>
    public bool IsImmutable { get; init; }

    /// <summary>Made for measures, not for people.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Many rows of one table belong to one of another; filters run from the one side to the many.</summary>
/// <param name="FromTable">The many side.</param>
/// <param name="FromColumn">Its key of the other.</param>
/// <param name="ToTable">The one side.</param>
/// <param name="ToColumn">Its key.</param>
public sealed record StarRelationship(string FromTable, string FromColumn, string ToTable, string ToColumn);
