namespace BuyerPath.Sandbox.Formulas;

/// <summary>A column's formula, checked when the solution is loaded. The value is computed on every read and never stored.</summary>
/// <param name="Text">The formula as the solution has it, without the equals sign.</param>
/// <param name="Kind">What it results in.</param>
/// <param name="Value">The result for the stored values of a row at a moment in UTC; null for blank.</param>
public sealed record Formula(string Text, FormulaKind Kind, Func<IReadOnlyDictionary<string, object>, DateTime, object?> Value);

/// <summary>The kinds of values that formulas deal with. Dates of the two kinds cannot be mixed, as in Dataverse.</summary>
public enum FormulaKind
{
    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A moment that is shown in the reader's time zone.</summary>
    LocalDate,

    /// <summary>A day or a moment without time zone.</summary>
    PlainDate,

    /// <summary>Anything else: all that can be asked is whether it is there.</summary>
    Other,
}
