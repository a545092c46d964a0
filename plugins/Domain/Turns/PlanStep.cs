namespace BuyerPath.Domain.Turns;

/// <summary>Who does a step, and whose turn it is. Numbered as the options of the choice that stores it.</summary>
public enum Party
{
    /// <summary>The customer.</summary>
    Customer = 0,

    /// <summary>Us, the seller.</summary>
    Us = 1,

    /// <summary>Somebody else, such as a partner or an authority.</summary>
    ThirdParty = 2,

    /// <summary>A step that customer and we do together; a turn is never both's.</summary>
    Both = 3,

    /// <summary>No open step: a turn that is waste. No step is nobody's.</summary>
    Nobody = 4,
}

/// <summary>A step of the mutual plan: what a party has agreed to do.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Party">Who does it.</param>
/// <param name="DueOn">The moment by which it is promised (UTC); null without a promise.</param>
/// <param name="DoneOn">When it was done (UTC); null while it is not.</param>
/// <param name="DependsOn">Steps that must be done first.</param>
public sealed record PlanStep(Guid Id, Party Party, DateTime? DueOn, DateTime? DoneOn, IReadOnlyCollection<Guid> DependsOn)
{
    /// <summary>Done by <paramref name="now"/> (UTC).</summary>
    public bool IsDone(DateTime now) => DoneOn <= now;

    /// <summary>Not done, and the promised moment has come.</summary>
    public bool IsOverdue(DateTime now) => !IsDone(now) && DueOn <= now;

    /// <summary>Whether this party, customer or us or a third one, does the step, alone or with another.</summary>
    public bool IsBy(Party party) => Party == party || (Party == Party.Both && party is Party.Customer or Party.Us);
}
