using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi;

/// <summary>What a column of the semantic model holds, and so how it is read and shown.</summary>
public enum ColumnKind
{
    /// <summary>An id that relationships use; never shown.</summary>
    Key,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with decimals, such as hours or money in the base currency.</summary>
    Amount,

    /// <summary>A percentage, stored 0 to 100 and read as 0 to 1.</summary>
    Fraction,

    /// <summary>A moment (UTC); never shown, measures calculate with it.</summary>
    Moment,

    /// <summary>The day (UTC) of a moment, or a day without time.</summary>
    Date,

    /// <summary>A choice by the English label of its option: what measures compare with, the same in every language; never shown.</summary>
    Code,

    /// <summary>A choice by the label of its option in the language of the readers.</summary>
    Label,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>A column of the semantic model.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">What people call it; measures use the English name.</param>
/// <param name="Description">What it says.</param>
public sealed record StarColumn(ColumnKind Kind, Wording Name, Wording Description)
{
    /// <summary>Logical name of the Dataverse column; null for one that is calculated or made by the query itself.</summary>
    public string? Source { get; init; }

    /// <summary>For a code or label: the choice.</summary>
    public StarChoice? Choice { get; init; }

    /// <summary>For a calculated column: its DAX.</summary>
    public string? Formula { get; init; }

    /// <summary>The column by which its values are sorted; null for themselves.</summary>
    public string? SortBy { get; init; }

    /// <summary>Names a row of its table.</summary>
    public bool IsKey { get; init; }

    /// <summary>Made for measures or relationships, not for people.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Its type as TMDL calls it.</summary>
    public string DataType => Kind switch
    {
        ColumnKind.Key or ColumnKind.Text or ColumnKind.Code or ColumnKind.Label => "string",
        ColumnKind.WholeNumber => "int64",
        ColumnKind.Amount or ColumnKind.Fraction => "double",
        ColumnKind.Moment or ColumnKind.Date => "dateTime",
        ColumnKind.Flag => "boolean",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "There is no such kind."),
    };

    /// <summary>How its values are shown; null for texts and truth values.</summary>
    public string? FormatString => Kind switch
    {
        ColumnKind.WholeNumber => "0",
        ColumnKind.Amount => "#,0",
        ColumnKind.Fraction => "0.0%",
        ColumnKind.Moment => "yyyy-mm-dd hh:nn",
        ColumnKind.Date => "yyyy-mm-dd",
        _ => null,
    };
}

/// <summary>A choice, with its options as the model shows them.</summary>
/// <param name="Name">Logical name, such as <c>buy_party</c>.</param>
/// <param name="Options">The label of each value.</param>
public sealed record StarChoice(string Name, IReadOnlyDictionary<int, Wording> Options)
{
    /// <summary>The state of an opportunity, which is the platform's and not in our source.</summary>
    public static readonly StarChoice OpportunityState = new("opportunity_statecode", new Dictionary<int, Wording>
    {
        [0] = new("Open", "Avoin"),
        [1] = new("Won", "Voitettu"),
        [2] = new("Lost", "Menetetty"),
    });
}
