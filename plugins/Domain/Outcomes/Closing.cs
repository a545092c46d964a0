using BuyerPath.Domain.Journeys;

namespace BuyerPath.Domain.Outcomes;

/// <summary>How it ended. Numbered as the options of the choice that stores it.</summary>
public enum Outcome
{
    /// <summary>The customer goes ahead with us.</summary>
    Go = 0,

    /// <summary>The customer has decided against us.</summary>
    NoGo = 1,

    /// <summary>The customer has not decided, and will not for now.</summary>
    NoDecision = 2,

    /// <summary>We have stopped.</summary>
    WithdrawnByUs = 3,
}

/// <summary>What the customer chose. Numbered as the options of the choice that stores it.</summary>
public enum Approach
{
    /// <summary>To leave things as they are.</summary>
    Nothing = 0,

    /// <summary>To do it themselves.</summary>
    Build = 1,

    /// <summary>To have somebody else do it for them.</summary>
    Outsource = 2,

    /// <summary>To buy it.</summary>
    Buy = 3,
}

/// <summary>How an opportunity was closed in the standard form.</summary>
public enum ClosedAs
{
    /// <summary>Won.</summary>
    Won,

    /// <summary>Lost, with the status reason "canceled".</summary>
    Cancelled,

    /// <summary>Lost, with the status reason "out-sold".</summary>
    OutSold,

    /// <summary>Lost, with a status reason of the tenant's own.</summary>
    LostOtherwise,
}

/// <summary>What closing an opportunity says of its outcome.</summary>
/// <param name="Outcome">How it ended; null when nobody has said so and the status reason does not tell.</param>
/// <param name="Approach">What the customer chose; null when unknown.</param>
/// <param name="IsMapped">The outcome was not given but mapped from the status; a report must say so.</param>
public sealed record Closing(Outcome? Outcome, Approach? Approach, bool IsMapped)
{
    /// <summary>Whether what was given fits how it was closed, and is enough.</summary>
    public static Decision MayBe(ClosedAs closedAs, Outcome? outcome, Approach? approach, ClosingWithoutOutcome level) =>
        Decision.From([.. Contradictions(closedAs, outcome, approach), .. Gaps(closedAs, outcome, level)]);

    /// <summary>
    /// The outcome and approach of a closing. What was given holds. What was not is mapped: won to Go, out-sold to No-Go,
    /// cancelled to No-Decision; and Go to buying, No-Decision to nothing.
    /// </summary>
    public static Closing Of(ClosedAs closedAs, Outcome? outcome, Approach? approach)
    {
        var ended = outcome ?? Mapped(closedAs);
        return new Closing(ended, approach ?? Usual(ended), IsMapped: outcome == null && ended != null);
    }

    private static Outcome? Mapped(ClosedAs closedAs) => closedAs switch
    {
        ClosedAs.Won => Outcomes.Outcome.Go,
        ClosedAs.OutSold => Outcomes.Outcome.NoGo,
        ClosedAs.Cancelled => Outcomes.Outcome.NoDecision,
        ClosedAs.LostOtherwise => null,
        _ => throw new ArgumentOutOfRangeException(nameof(closedAs), closedAs, "There is no such way of closing."),
    };

    private static Approach? Usual(Outcome? outcome) => outcome switch
    {
        Outcomes.Outcome.Go => Outcomes.Approach.Buy,
        Outcomes.Outcome.NoDecision => Outcomes.Approach.Nothing,
        _ => null,
    };

    private static IEnumerable<FormattableString> Gaps(ClosedAs closedAs, Outcome? outcome, ClosingWithoutOutcome level)
    {
        if (level == ClosingWithoutOutcome.Block && closedAs != ClosedAs.Won && outcome == null)
            yield return $"The outcome (buy_outcome) is missing: say how the customer's decision ended, No-Go, No-Decision or withdrawn by us, before closing as lost.";
    }

    private static IEnumerable<FormattableString> Contradictions(ClosedAs closedAs, Outcome? outcome, Approach? approach)
    {
        var isWon = closedAs == ClosedAs.Won;
        if (isWon && outcome is not (null or Outcomes.Outcome.Go))
            yield return $"The opportunity is won, so its outcome (buy_outcome) is Go.";
        if (!isWon && outcome == Outcomes.Outcome.Go)
            yield return $"The opportunity is lost, so its outcome (buy_outcome) cannot be Go.";
        if (isWon && approach is Outcomes.Approach.Nothing or Outcomes.Approach.Build)
            yield return $"The opportunity is won, so the customer's approach (buy_approach) is buying or outsourcing.";
    }
}
