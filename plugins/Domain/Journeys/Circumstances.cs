using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Journeys;

/// <summary>What is known of an opportunity beside its answers and visits.</summary>
public sealed record Circumstances
{
    /// <summary>Nothing is.</summary>
    public static readonly Circumstances Unknown = new();

    /// <summary>Names of the seller's own stage, the most telling first.</summary>
    public IReadOnlyList<string> SellerStages { get; init; } = [];

    /// <summary>The steps of the mutual plan.</summary>
    public IReadOnlyCollection<PlanStep> Steps { get; init; } = [];

    /// <summary>How well a party, customer or us, has kept its promises up to now (UTC).</summary>
    public PromiseKeeping PromisesOf(Party party, DateTime now) => PromiseKeeping.Of(Steps, party, now);

    /// <summary>The turns, the present one included; null while none are kept.</summary>
    public TurnHistory? Turns { get; init; }

    /// <summary>The members of the buying group.</summary>
    public IReadOnlyCollection<Stakeholder> Stakeholders { get; init; } = [];

    /// <summary>How much of the buying group we have met, 0 to 1; null while nobody is known.</summary>
    public double? ShareMet => Stakeholders.Count == 0 ? null : (double)Stakeholders.Count(each => each.IsMet) / Stakeholders.Count;

    /// <summary>What an admin has decided.</summary>
    public JourneySettings Settings { get; init; } = JourneySettings.Usual;

    /// <summary>By what its worth to both sides is told; null while no scoring model is chosen.</summary>
    public Scoring? Scoring { get; init; }

    /// <summary>How it ended; null while the opportunity is open.</summary>
    public Closing? Closing { get; init; }
}
