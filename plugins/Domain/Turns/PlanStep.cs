using BuyerPath.Domain.Outcomes;

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
    /// <summary>What is to be done.</summary>
    public string Name { get; init; } = "";

    /// <summary>Hours of our work that it takes; null while nobody has said.</summary>
    public double? EffortHours { get; init; }

    /// <summary>The moment that was promised first (UTC); null without a promise.</summary>
    public DateTime? FirstDueOn { get; init; } = DueOn;

    /// <summary>How often the promise was put off to a later day.</summary>
    public int DueMoves { get; init; }

    /// <summary>It is the day on which the customer agreed to decide.</summary>
    public bool IsDecisionDate { get; init; }

    /// <summary>An event in the customer's world is why it was put off last, or is missed.</summary>
    public bool HasOutsideReason { get; init; }

    /// <summary>The day by which it is promised; null without a promise.</summary>
    public DateTime? DueDay => DueOn?.AddTicks(-1).Date;

    /// <summary>The moment (UTC) by which something promised for a day has to be done: that day counts whole.</summary>
    public static DateTime EndOf(DateTime day) => DateTime.SpecifyKind(day.Date.AddDays(1), DateTimeKind.Utc);

    /// <summary>
    /// The dates that were agreed for a decision: the present one, and one for each time it was put off. Of those only the
    /// first is known, so all of them count as passed when it has. An outside reason excuses the last.
    /// </summary>
    public IEnumerable<AgreedDate> AgreedDates
    {
        get
        {
            if (!IsDecisionDate || DueOn is not { } due) return [];
            var before = Enumerable.Range(1, DueMoves).Select(move =>
                new AgreedDate(FirstDueOn ?? due, null, HasOutsideReason && move == DueMoves));
            return [.. before, new AgreedDate(due, DoneOn, HasOutsideReason && DueMoves == 0)];
        }
    }

    /// <summary>Done by <paramref name="now"/> (UTC).</summary>
    public bool IsDone(DateTime now) => DoneOn <= now;

    /// <summary>Not done, and the promised moment has come.</summary>
    public bool IsOverdue(DateTime now) => !IsDone(now) && DueOn <= now;

    /// <summary>Whether this party, customer or us or a third one, does the step, alone or with another.</summary>
    public bool IsBy(Party party) => Party == party || (Party == Party.Both && party is Party.Customer or Party.Us);
}
