namespace BuyerPath.Domain.Positions;

/// <summary>What was answered. Numbered as the options of the choice that stores it.</summary>
public enum AnswerValue
{
    /// <summary>It happened.</summary>
    Yes = 0,

    /// <summary>It did not happen.</summary>
    No = 1,

    /// <summary>Asked, and not known. Always a legal answer; it adds nothing.</summary>
    Unknown = 2,
}

/// <summary>An answer to one question on one opportunity.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Value">Yes, no or unknown.</param>
/// <param name="Grade">What stands behind it. Null: nothing does, so it counts as unknown.</param>
/// <param name="AnsweredOn">When it was learnt (UTC).</param>
/// <param name="SourceId">The person at the customer it came from, where known.</param>
public sealed record Answer(Guid QuestionId, AnswerValue Value, EvidenceGrade? Grade, DateTime AnsweredOn, Guid? SourceId = null)
{
    /// <summary>Says yes or no, and something stands behind it.</summary>
    public bool IsKnown => Value != AnswerValue.Unknown && Grade != null;
}
