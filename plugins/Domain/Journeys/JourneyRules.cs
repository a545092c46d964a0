namespace BuyerPath.Domain.Journeys;

/// <summary>What can be asked of journeys.</summary>
public static class JourneyRules
{
    /// <summary>Opportunities recalculated in one call when the caller does not say.</summary>
    public const int UsualMost = 500;

    /// <summary>Opportunities recalculated in one call at most: two minutes are all that the platform gives it.</summary>
    public const int HighestMost = 1000;

    /// <summary>Only an opportunity with a buying process has a journey.</summary>
    public static Decision HasJourney(Journey? journey) => Decision.From(journey == null
        ? [$"The opportunity has no buying process (buy_processid): choose one to see its journey."]
        : []);

    /// <summary>So many opportunities can be recalculated in one call.</summary>
    public static Decision MayRecalculate(int most) => Decision.From(most is < 1 or > HighestMost
        ? [$"Most is {most}: give a number from 1 to {HighestMost}, or leave it out for {UsualMost}."]
        : []);
}
