using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Flow;

/// <summary>Whose turn it was, as shares of the time that the window covers; they sum to 1.</summary>
/// <param name="Customer">The customer's.</param>
/// <param name="Us">Ours.</param>
/// <param name="ThirdParty">A third party's.</param>
/// <param name="Nobody">Nobody's.</param>
public sealed record WaitingShares(double Customer, double Us, double ThirdParty, double Nobody)
{
    /// <summary>Measures them; null when no turn lies in the window.</summary>
    public static WaitingShares? Of(IEnumerable<Spell> spells, Window window)
    {
        var days = spells
            .SelectMany(spell => spell.Turns)
            .GroupBy(turn => turn.Holder, turn => window.DaysOf(turn.BeganOn, turn.EndedOn))
            .ToDictionary(turns => turns.Key, turns => turns.Sum());
        var all = days.Values.Sum();
        return all > 0
            ? new WaitingShares(Share(Party.Customer), Share(Party.Us), Share(Party.ThirdParty), Share(Party.Nobody))
            : null;

        double Share(Party holder) => days.TryGetValue(holder, out var held) ? held / all : 0;
    }
}
