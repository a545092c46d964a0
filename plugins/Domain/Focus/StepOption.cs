namespace BuyerPath.Domain.Focus;

/// <summary>Work that a seller could do this week.</summary>
/// <param name="Id">The step, or whatever is done.</param>
/// <param name="GroupId">
/// Of one group at most one option is chosen beside what is promised. Usually the opportunity: its options are then its next
/// step, its next two steps together, and so on.
/// </param>
/// <param name="Quarters">Quarter hours it takes; 1 at least.</param>
/// <param name="Uplift">What it is expected to bring, in money: <see cref="Focus.Uplift"/>.</param>
/// <param name="IsPromised">We have promised it for this week: it is done, whatever it brings.</param>
public sealed record StepOption(Guid Id, Guid GroupId, int Quarters, double Uplift, bool IsPromised = false)
{
    /// <summary>Quarter hours of an hour: plans are no finer than that.</summary>
    public const int QuartersPerHour = 4;

    /// <summary>What an hour of it brings.</summary>
    public double UpliftPerHour => Uplift / Quarters * QuartersPerHour;

    /// <summary>Whole quarter hours that so many hours take; a quarter at least, for nothing takes no time.</summary>
    public static int QuartersFor(double hours) => Math.Max(1, (int)Math.Ceiling(Math.Round(hours * QuartersPerHour, 6)));
}

/// <summary>What work on a deal can bring.</summary>
public static class Uplift
{
    /// <summary>
    /// The share of our work that is of use while the customer holds the ball in time: near none. Pushing then costs trust.
    /// </summary>
    public const double UsefulWhileTheyWork = 0.05;

    /// <summary>The value of the deal times the rise of the win chance; never below zero.</summary>
    /// <param name="value">Value of the deal, in money.</param>
    /// <param name="chance">Win chance now, 0 to 1.</param>
    /// <param name="chanceAfter">Win chance when the work has done what it is for, 0 to 1.</param>
    /// <param name="customerHoldsTheBall">It is the customer's turn, and they are in time.</param>
    public static double Of(double value, double chance, double chanceAfter, bool customerHoldsTheBall) =>
        value * Math.Max(0, chanceAfter - chance) * (customerHoldsTheBall ? UsefulWhileTheyWork : 1);
}
