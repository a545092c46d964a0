namespace BuyerPath.Domain.Turns;

/// <summary>
/// A time during which exactly one party held the ball, either in time or overdue: from its beginning up to, not including,
/// its end.
/// </summary>
/// <param name="Id">Row id; null while it is not stored.</param>
/// <param name="Holder">Customer, us, third party or nobody.</param>
/// <param name="IsOverdue">Past what was promised.</param>
/// <param name="BeganOn">Beginning (UTC).</param>
/// <param name="EndedOn">End (UTC); null while it lasts.</param>
/// <param name="DueOn">
/// The promised moment (UTC): in time, when the turn becomes overdue by itself, null when it never does; overdue, the first
/// one missed.
/// </param>
public sealed record Turn(Guid? Id, Party Holder, bool IsOverdue, DateTime BeganOn, DateTime? EndedOn, DateTime? DueOn)
{
    /// <summary>The step that gives them the ball; null when it is nobody's turn, or the step is gone.</summary>
    public Guid? StepId { get; init; }

    /// <summary>Short name for lists, such as <c>Customer, overdue</c>.</summary>
    public string Name => IsOverdue ? $"{HolderName}, overdue" : HolderName;

    private string HolderName => Holder == Party.ThirdParty ? "Third party" : $"{Holder}";

    /// <summary>The turn lasts.</summary>
    public bool IsOpen => EndedOn == null;

    /// <summary>The turn that a claim gives from a moment on.</summary>
    internal static Turn Of(Claim claim, DateTime beganOn) => new(null, claim.Holder, claim.IsOverdue, beganOn, null, claim.DueOn) { StepId = claim.Step?.Id };

    /// <summary>The claim goes on with this turn: same holder, and as overdue or in time as before.</summary>
    internal bool GoesOnWith(Claim claim) => Holder == claim.Holder && IsOverdue == claim.IsOverdue;
}
