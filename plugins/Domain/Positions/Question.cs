namespace BuyerPath.Domain.Positions;

/// <summary>What an answer to the question can settle. Numbered as the options of the choice that stores it.</summary>
public enum QuestionKind
{
    /// <summary>One sign among others.</summary>
    Diagnostic = 0,

    /// <summary>The fact that ends the stage; each stage has one.</summary>
    ExitFact = 1,
}

/// <summary>A closed question about customer behaviour. Yes is evidence of having got past its stage.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Stage">Order of the stage that it asks about.</param>
/// <param name="Text">The question as asked.</param>
/// <param name="Proof">What counts as proof of a yes.</param>
/// <param name="Weight">Strength of a confirmed answer in bits: 1 to 3, an exit fact 4.</param>
/// <param name="Kind">Diagnostic or exit fact.</param>
/// <param name="IsNegative">Yes and no swap: here a yes counts against the stage.</param>
/// <param name="Order">Place among the questions of the stage.</param>
public sealed record Question(
    Guid Id,
    int Stage,
    string Text,
    string Proof,
    int Weight,
    QuestionKind Kind,
    bool IsNegative,
    int Order)
{
    /// <summary>Key by which the question is known in the configuration data; unique in its process.</summary>
    public string Key { get; init; } = "";

    /// <summary>From this weight on, not knowing the answer is a blind spot once the stage is behind.</summary>
    public const int HeavyWeight = 3;

    /// <summary>An exit fact, or a diagnostic question of heavy weight.</summary>
    public bool IsHeavy => Kind == QuestionKind.ExitFact || Weight >= HeavyWeight;

    /// <summary>The answer that speaks for having got past the stage.</summary>
    public AnswerValue InFavour => IsNegative ? AnswerValue.No : AnswerValue.Yes;
}
