namespace BuyerPath.Domain.Qualifications;

/// <summary>Why a snapshot was taken. Numbered as the options of the choice that stores it.</summary>
public enum SnapshotCause
{
    /// <summary>Verdict or mutual score changed.</summary>
    ScoreChanged = 0,

    /// <summary>A week began.</summary>
    Weekly = 1,

    /// <summary>The opportunity was closed.</summary>
    Closed = 2,

    /// <summary>The opportunity was opened again.</summary>
    Reopened = 3,
}

/// <summary>What a snapshot says of the score.</summary>
/// <param name="Id">Row id.</param>
/// <param name="TakenOn">When (UTC).</param>
/// <param name="Cause">Why.</param>
/// <param name="Verdict">The verdict; null while there was no scoring model.</param>
/// <param name="MutualPercent">The mutual score in percent; null while there was none.</param>
public sealed record ScoreSnapshot(Guid Id, DateTime TakenOn, SnapshotCause Cause, Verdict? Verdict, decimal? MutualPercent);

/// <summary>The snapshots of one opportunity's score, and what has to be stored for them to be so.</summary>
public sealed record ScoreHistory
{
    /// <summary>Why one is to be taken now; null when none is.</summary>
    public SnapshotCause? Taken { get; private init; }

    /// <summary>To be deleted: the changes that were taken back.</summary>
    public IReadOnlyList<ScoreSnapshot> Removed { get; private init; } = [];

    /// <summary>The snapshots when the score is as given at <paramref name="now"/> (UTC). Weekly ones are no change.</summary>
    /// <param name="before">The snapshots stored so far, in any order.</param>
    /// <param name="verdict">The verdict; null without a scoring model.</param>
    /// <param name="mutualPercent">The mutual score in percent; null while there is none.</param>
    /// <param name="now">The time.</param>
    /// <param name="takenBackWithin">A change that is taken back within less than this leaves no snapshot behind.</param>
    /// <param name="occasion">An occasion on which one is taken whatever the score: closing, opening again; null for none.</param>
    public static ScoreHistory After(
        IEnumerable<ScoreSnapshot> before, Verdict? verdict, decimal? mutualPercent, DateTime now, TimeSpan takenBackWithin, SnapshotCause? occasion)
    {
        if (occasion != null) return new ScoreHistory { Taken = occasion };

        var taken = before
            .Where(snapshot => snapshot.Cause != SnapshotCause.Weekly)
            .OrderBy(snapshot => snapshot.TakenOn)
            .ThenBy(snapshot => snapshot.Cause)
            .ToList();
        if (IsAt(taken.Count)) return new ScoreHistory();

        var back = taken.Count;
        while (back > 0 && MayBeTakenBack(taken[back - 1]))
        {
            back--;
            if (IsAt(back)) return new ScoreHistory { Removed = taken.Skip(back).ToList() };
        }
        return new ScoreHistory
        {
            Taken = SnapshotCause.ScoreChanged,
            Removed = taken.Where(snapshot => snapshot.Cause == SnapshotCause.ScoreChanged && snapshot.TakenOn == now).ToList(), // it has not lasted
        };

        bool MayBeTakenBack(ScoreSnapshot snapshot) => snapshot.Cause == SnapshotCause.ScoreChanged && now - snapshot.TakenOn < takenBackWithin;

        bool IsAt(int count) => count == 0
            ? verdict == null && mutualPercent == null
            : taken[count - 1].Verdict == verdict && taken[count - 1].MutualPercent == mutualPercent;
    }
}
