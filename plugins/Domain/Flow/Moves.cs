using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Flow;

/// <summary>Moves from stage to stage, and those that went back.</summary>
/// <param name="All">All moves.</param>
/// <param name="BackByCause">Moves back by their cause; causes that did not occur are left out.</param>
public sealed record Moves(int All, IReadOnlyDictionary<MoveCause, int> BackByCause)
{
    /// <summary>Moves back.</summary>
    public int Back => BackByCause.Values.Sum();

    /// <summary>Moves back / all moves; null without moves. Going back is normal: watch the causes, not the rate.</summary>
    public double? BackwardRate => All == 0 ? null : (double)Back / All;

    /// <summary>Counts the moves made in the window.</summary>
    public static Moves Of(IEnumerable<Spell> spells, Window window)
    {
        var moves = (
            from spell in spells
            from move in spell.Visits.Zip(spell.Visits.Skip(1), (left, entered) => new { Left = left, Entered = entered })
            where move.Left.Stage != move.Entered.Stage && window.Has(move.Entered.EnteredOn)
            select move).ToList();

        return new Moves(moves.Count, moves
            .Where(move => move.Entered.Stage < move.Left.Stage)
            .GroupBy(move => move.Entered.Cause)
            .ToDictionary(back => back.Key, back => back.Count()));
    }
}
