namespace BuyerPath.Domain.Calibration;

/// <summary>How far a calibration is. Numbered as the options of the choice that stores it.</summary>
public enum CalibrationState
{
    /// <summary>Deals are being read.</summary>
    Running = 0,

    /// <summary>An administrator has to decide.</summary>
    Proposed = 1,

    /// <summary>Win chances are read from it.</summary>
    Accepted = 2,

    /// <summary>A newer one was accepted.</summary>
    Superseded = 3,

    /// <summary>The history was not enough.</summary>
    Refused = 4,
}

/// <summary>What may be done with a calibration.</summary>
public static class CalibrationRules
{
    /// <summary>
    /// Fewer closed deals are no history: the template's figure, which counts for ten deals, would still say more than they do.
    /// </summary>
    public const int LeastDeals = (int)WinChance.WiderCountsFor;

    /// <summary>Deals read in one call when the caller does not say.</summary>
    public const int UsualMost = 500;

    /// <summary>Deals read in one call at most: with their visits, ratings and answers they stay far within two minutes.</summary>
    public const int HighestMost = 1000;

    /// <summary>Whether so many deals can be read in one call.</summary>
    public static Decision MayRead(int most) => Decision.From(most is < 1 or > HighestMost
        ? [$"Most is {most}: give a number from 1 to {HighestMost}, or leave it out for {UsualMost}."]
        : []);

    /// <summary>Whether so many closed deals are a history.</summary>
    public static Decision MayPropose(Tally closed) => Decision.From(closed.Deals < LeastDeals
        ? [$"{closed.Deals} deals of the process are closed: a calibration needs {LeastDeals}."]
        : []);

    /// <summary>Whether a running calibration may be carried on with this model.</summary>
    /// <param name="running">The model that it began with; null for none.</param>
    /// <param name="wanted">The model asked for; null when the caller leaves it open.</param>
    public static Decision MayCarryOn(Guid? running, Guid? wanted) => Decision.From(wanted != null && wanted != running
        ? [$"A calibration of this process is running with another scoring model: let it end, or delete it."]
        : []);

    /// <summary>Whether an administrator may accept it.</summary>
    public static Decision MayAccept(CalibrationState state) => Decision.From(state == CalibrationState.Proposed
        ? []
        : [$"The calibration is {Word(state)}: only one that is proposed can be accepted."]);

    private static FormattableString Word(CalibrationState state) => state switch
    {
        CalibrationState.Running => $"running",
        CalibrationState.Proposed => $"proposed",
        CalibrationState.Accepted => $"accepted",
        CalibrationState.Superseded => $"superseded",
        CalibrationState.Refused => $"refused",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state of a calibration."),
    };
}
