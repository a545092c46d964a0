namespace BuyerPath.Domain.Turns;

/// <summary>
/// The turns of one opportunity, and what has to be stored for them to be so. Turns partition the time from opening to
/// closing: each ends where the next begins, and only the last is open. They record what was known when; a date that is
/// changed later does not change them.
/// </summary>
public sealed record TurnHistory
{
    private TurnHistory(IReadOnlyList<Turn> before, IReadOnlyList<Turn> all)
    {
        All = all;
        Added = all.Where(turn => turn.Id == null).ToList();
        Changed = all.Where(turn => turn.Id != null && !before.Contains(turn)).ToList();
    }

    /// <summary>All turns, oldest first.</summary>
    public IReadOnlyList<Turn> All { get; }

    /// <summary>To be stored as new rows.</summary>
    public IReadOnlyList<Turn> Added { get; }

    /// <summary>To be stored again: the open one, with its end or its new due date.</summary>
    public IReadOnlyList<Turn> Changed { get; }

    /// <summary>The turns when the plan is as given at <paramref name="now"/> (UTC).</summary>
    /// <param name="before">The turns stored so far, in any order.</param>
    /// <param name="steps">The steps of the plan as they are now.</param>
    /// <param name="now">The time. A clock behind the last turn's beginning counts as that beginning.</param>
    public static TurnHistory After(IEnumerable<Turn> before, IReadOnlyCollection<PlanStep> steps, DateTime now)
    {
        var stored = Sorted(before);
        var turns = Settled(stored, now);
        var moment = NotBeforeLast(turns, now);
        var claim = Claim.At(steps, moment);

        if (turns.LastOrDefault() is not { IsOpen: true } open)
            turns.Add(Turn.Of(claim, moment));
        else if (open.GoesOnWith(claim))
            ReplaceLast(turns, open with { DueOn = open.IsOverdue ? open.DueOn : claim.DueOn });
        else if (open.BeganOn == moment) // it has not lasted: nothing that was ever true is lost
            ReplaceLast(turns, Turn.Of(claim, moment) with { Id = open.Id });
        else
        {
            ReplaceLast(turns, open with { EndedOn = moment });
            turns.Add(Turn.Of(claim, moment));
        }
        return new TurnHistory(stored, turns);
    }

    /// <summary>The turns when the opportunity is closed at <paramref name="closedOn"/> (UTC): none stays open.</summary>
    public static TurnHistory Ended(IEnumerable<Turn> before, DateTime closedOn)
    {
        var stored = Sorted(before);
        var turns = Settled(stored, closedOn);
        if (turns.LastOrDefault() is { IsOpen: true } open)
            ReplaceLast(turns, open with { EndedOn = NotBeforeLast(turns, closedOn) });
        return new TurnHistory(stored, turns);
    }

    /// <summary>The turns as they are to be read at <paramref name="now"/>: one that was in time when stored may be overdue.</summary>
    public static IReadOnlyList<Turn> AsOf(IEnumerable<Turn> stored, DateTime now) => Settled(Sorted(stored), now);

    /// <summary>A copy in which an open turn whose due date has come ends there, and goes on overdue.</summary>
    private static List<Turn> Settled(List<Turn> stored, DateTime now)
    {
        var turns = stored.ToList();
        if (turns.LastOrDefault() is { IsOpen: true, IsOverdue: false, DueOn: { } due } open && due <= now)
        {
            ReplaceLast(turns, open with { EndedOn = due });
            turns.Add(new Turn(null, open.Holder, true, due, null, due));
        }
        return turns;
    }

    private static DateTime NotBeforeLast(List<Turn> turns, DateTime now)
    {
        var last = turns.LastOrDefault();
        var end = last?.EndedOn ?? last?.BeganOn ?? now;
        return now > end ? now : end;
    }

    private static void ReplaceLast(List<Turn> turns, Turn turn) => turns[turns.Count - 1] = turn;

    private static List<Turn> Sorted(IEnumerable<Turn> turns) =>
        turns.OrderBy(turn => turn.BeganOn).ThenBy(turn => turn.EndedOn ?? DateTime.MaxValue).ToList();
}
