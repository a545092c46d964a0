using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
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

    /// <summary>How closed deals of the process ended, as an administrator accepted it; nothing before that.</summary>
    public StageHistory History { get; init; } = new();

    /// <summary>The segment; null for none.</summary>
    public Guid? SegmentId { get; init; }

    /// <summary>Hours of ours that a deal of the segment may take in all; null where nobody has said.</summary>
    public double? EffortHours { get; init; }

    /// <summary>What the deal is worth to us, in money; null while unknown.</summary>
    public double? Value { get; init; }

    /// <summary>How likely a deal that stands there ends Go; null while neither the template nor history says.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="band">The band of its score.</param>
    public WinChance? ChanceAt(BuyingStage stage, ScoreBand band) =>
        WinChance.Of(stage.StartingWinChance, History, SegmentId, stage.Key, band);

    /// <summary>How it ended; null while the opportunity is open.</summary>
    public Closing? Closing { get; init; }
}
