namespace BuyerPath.Domain.Positions;

/// <summary>
/// The stage visits of one opportunity, and what has to be stored for them to be so. Visits partition the time since
/// the first one: each ends where the next begins, and at most the last is open.
/// </summary>
public sealed record Visits
{
    private Visits(IReadOnlyList<StageVisit> all) => All = all;

    /// <summary>All visits that hold now, oldest first; the open one, if any, is the last.</summary>
    public IReadOnlyList<StageVisit> All { get; private init; }

    /// <summary>To be stored as a new row.</summary>
    public StageVisit? Opened { get; private init; }

    /// <summary>To be stored with its end.</summary>
    public StageVisit? Closed { get; private init; }

    /// <summary>To be stored without its end, or with a later one: the move that ended it was taken back.</summary>
    public StageVisit? Reopened { get; private init; }

    /// <summary>To be deleted: the moves that were taken back.</summary>
    public IReadOnlyList<StageVisit> Removed { get; private init; } = [];

    /// <summary>The visits when the opportunity stands at <paramref name="stageId"/> at <paramref name="now"/> (UTC).</summary>
    /// <param name="before">The visits stored so far, in any order.</param>
    /// <param name="stageId">The buying stage.</param>
    /// <param name="now">Time of the move. A clock behind the last visit's beginning counts as that beginning.</param>
    /// <param name="cause">Why the position was calculated.</param>
    /// <param name="takenBackWithin">A move that is taken back within less than this leaves no visit behind.</param>
    public static Visits After(IEnumerable<StageVisit> before, Guid stageId, DateTime now, MoveCause cause, TimeSpan takenBackWithin)
    {
        var visits = Sorted(before);
        var last = visits.LastOrDefault();
        if (last is { IsOpen: true } && last.StageId == stageId) return new Visits(visits);

        var moment = last == null ? now : Later(now, last.LeftOn ?? last.EnteredOn);
        var opened = new StageVisit(null, stageId, moment, null, cause);
        if (last is not { IsOpen: true }) return new Visits([.. visits, opened]) { Opened = opened };

        var back = visits.FindLastIndex(visit => visit.StageId == stageId && moment - visit.LeftOn < takenBackWithin);
        return back >= 0 ? TakenBackTo(back, visits) : Moved(visits, last, opened);
    }

    /// <summary>The visits when the opportunity is closed at <paramref name="closedOn"/> (UTC): none stays open.</summary>
    public static Visits Ended(IEnumerable<StageVisit> before, DateTime closedOn) => new Visits(Sorted(before)).EndedOn(closedOn);

    /// <summary>These visits when the opportunity is closed at <paramref name="closedOn"/> (UTC): what would be open is stored with its end.</summary>
    public Visits EndedOn(DateTime closedOn)
    {
        if (All.LastOrDefault() is not { IsOpen: true } last) return this;

        var ended = last with { LeftOn = Later(closedOn, last.EnteredOn) };
        return this with
        {
            All = [.. All.Take(All.Count - 1), ended],
            Opened = Opened == null ? null : ended,
            Reopened = Reopened == null ? null : ended,
            Closed = Opened == null && Reopened == null ? ended : Closed,
        };
    }

    private static Visits Moved(List<StageVisit> visits, StageVisit last, StageVisit opened)
    {
        var closed = last with { LeftOn = opened.EnteredOn };
        return new Visits([.. Replaced(visits, closed), opened]) { Closed = closed, Opened = opened };
    }

    private static Visits TakenBackTo(int back, List<StageVisit> visits)
    {
        var reopened = visits[back] with { LeftOn = null };
        return new Visits([.. visits.Take(back), reopened])
        {
            Reopened = reopened,
            Removed = [.. visits.Skip(back + 1)],
        };
    }

    /// <summary>A visit without duration comes before the one that follows it at the same moment.</summary>
    private static List<StageVisit> Sorted(IEnumerable<StageVisit> visits) =>
        visits.OrderBy(visit => visit.EnteredOn).ThenBy(visit => visit.LeftOn ?? DateTime.MaxValue).ToList();

    private static IReadOnlyList<StageVisit> Replaced(List<StageVisit> visits, StageVisit last) =>
        [.. visits.Take(visits.Count - 1), last];

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
