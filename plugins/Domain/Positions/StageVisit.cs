namespace BuyerPath.Domain.Positions;

/// <summary>Why a visit began. Numbered as the options of the choice that stores it.</summary>
public enum MoveCause
{
    /// <summary>The opportunity was given its first process.</summary>
    ProcessChosen = 0,

    /// <summary>A question was answered for the first time.</summary>
    NewAnswer = 1,

    /// <summary>An answer was changed.</summary>
    ChangedAnswer = 2,

    /// <summary>An answer was deleted.</summary>
    WithdrawnAnswer = 3,

    /// <summary>Evidence faded.</summary>
    StaleEvidence = 4,

    /// <summary>A person joined the buying group.</summary>
    NewPerson = 5,

    /// <summary>The opportunity changed to another process.</summary>
    OtherProcess = 6,

    /// <summary>The position was calculated again for a reason that is none of the others, such as changed weights.</summary>
    Recalculated = 7,
}

/// <summary>A time during which the opportunity stood at one buying stage: from entering up to, not including, leaving.</summary>
/// <param name="Id">Row id; null while it is not stored.</param>
/// <param name="StageId">The stage.</param>
/// <param name="EnteredOn">Beginning (UTC).</param>
/// <param name="LeftOn">End (UTC); null while the visit lasts.</param>
/// <param name="Cause">Why it began.</param>
public sealed record StageVisit(Guid? Id, Guid StageId, DateTime EnteredOn, DateTime? LeftOn, MoveCause Cause)
{
    /// <summary>The visit lasts.</summary>
    public bool IsOpen => LeftOn == null;
}
