using BuyerPath.Sandbox.Formulas;

namespace BuyerPath.Sandbox.Model;

/// <summary>The types of columns that the sandbox knows; any other is refused when the solution is loaded.</summary>
public enum ColumnType
{
    Text, Memo, WholeNumber, BigInteger, Decimal, Double, Money, DateTime, YesNo,
    Choice, Choices, State, Status, Lookup, Customer, Owner, PrimaryKey, UniqueIdentifier,
}

/// <summary>How a date column relates to time zones.</summary>
public enum DateBehavior
{
    /// <summary>Stored in UTC, shown in the user's zone.</summary>
    UserLocal = 1,

    /// <summary>A day without time.</summary>
    DateOnly = 2,

    /// <summary>Stored and shown as given.</summary>
    TimeZoneIndependent = 3,
}

/// <summary>A column of a table. Immutable.</summary>
public sealed record Column
{
    /// <summary>Lower-case name.</summary>
    public required string LogicalName { get; init; }

    /// <summary>Name with its casing.</summary>
    public required string SchemaName { get; init; }

    /// <summary>What it holds.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Label.</summary>
    public Labels DisplayName { get; init; } = Labels.None;

    /// <summary>Description.</summary>
    public Labels Description { get; init; } = Labels.None;

    /// <summary>True when the business requires a value (checked on forms, not by the API).</summary>
    public bool IsBusinessRequired { get; init; }

    /// <summary>True when the platform itself requires a value.</summary>
    public bool IsSystemRequired { get; init; }

    /// <summary>May be set when a row is created.</summary>
    public bool ValidForCreate { get; init; } = true;

    /// <summary>May be set when a row is updated.</summary>
    public bool ValidForUpdate { get; init; } = true;

    /// <summary>Most characters of a text; null where it does not apply.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Least value of a number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Greatest value of a number.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Digits after the decimal point of decimals and money.</summary>
    public int? Precision { get; init; }

    /// <summary>How a date relates to time zones; null for other types.</summary>
    public DateBehavior? Behavior { get; init; }

    /// <summary>The format element of the source: text, textarea, email, url, phone, date, datetime, duration, none.</summary>
    public string? Format { get; init; }

    /// <summary>The options of a choice, yes/no, state or status column.</summary>
    public Choice? Choice { get; init; }

    /// <summary>Default of a choice or yes/no column; null when none.</summary>
    public int? DefaultValue { get; init; }

    /// <summary>Logical names of the tables that a lookup may point at.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Pattern of an autonumber column, as <c>A-{SEQNUM:6}</c>; null for others.</summary>
    public string? AutoNumberFormat { get; init; }

    /// <summary>The columns whose texts the platform joins to this one (a person's full name); empty for others.</summary>
    public IReadOnlyList<string> JoinedFrom { get; init; } = [];

    /// <summary>Logical name of the money column of which this one holds the amount in the base currency; null for others.</summary>
    public string? BaseOf { get; init; }

    /// <summary>Where the solution has the column's formula; null for columns that are stored.</summary>
    public string? FormulaFile { get; init; }

    /// <summary>What is computed when the column is read; null for columns that are stored.</summary>
    public Formula? Formula { get; init; }

    /// <summary>True when the platform and not the customer fills it (created on, version number ...).</summary>
    public bool IsSystem { get; init; }
}

/// <summary>A set of options, global or of one column.</summary>
public sealed record Choice(string Name, bool IsGlobal, IReadOnlyList<Option> Options)
{
    /// <summary>The option of that value, or null.</summary>
    public Option? Find(int value) => Options.FirstOrDefault(option => option.Value == value);
}

/// <summary>One option. For a status, <paramref name="State"/> is the state it belongs to; for a state, <paramref name="DefaultStatus"/> the status it starts with.</summary>
public sealed record Option(int Value, Labels Label, int? State = null, int? DefaultStatus = null);
