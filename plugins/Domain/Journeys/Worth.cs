using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Journeys;

/// <summary>What a deal's worth is told by, beside what is known of it anyway.</summary>
/// <param name="Model">The scoring model.</param>
/// <param name="Ratings">What people found, at most one of each criterion.</param>
/// <param name="Alternatives">What else the customer can do.</param>
public sealed record Scoring(ScoringModel Model, IReadOnlyCollection<Rating> Ratings, IReadOnlyCollection<Alternative> Alternatives)
{
    private static readonly IReadOnlyDictionary<string, object?> NoColumns = new Dictionary<string, object?>();

    /// <summary>The columns of the opportunity that criteria read, by logical name.</summary>
    public IReadOnlyDictionary<string, object?> OpportunityColumns { get; init; } = NoColumns;

    /// <summary>Those of its account.</summary>
    public IReadOnlyDictionary<string, object?> AccountColumns { get; init; } = NoColumns;
}

/// <summary>Whether a deal is worth it to both sides, beside what else the customer can do.</summary>
public sealed class Worth
{
    private Worth(Qualification qualification, Ranking ranking)
    {
        Qualification = qualification;
        Ranking = ranking;
    }

    /// <summary>Both sides' scores, the verdict and what would settle it.</summary>
    public Qualification Qualification { get; }

    /// <summary>Us among the alternatives.</summary>
    public Ranking Ranking { get; }

    /// <summary>How deals like this ended; null while nobody has said.</summary>
    public WinChance? Chance { get; init; }

    /// <summary>What the opportunity is worth at <paramref name="now"/> (UTC); null while no scoring model is chosen.</summary>
    /// <param name="around">What is known beside its answers.</param>
    /// <param name="position">Where the customer stands; null without a buying process.</param>
    /// <param name="now">The time (UTC).</param>
    public static Worth? Of(Circumstances around, Position? position, DateTime now)
    {
        if (around.Scoring is not { } scoring) return null;

        var qualification = Qualify(scoring, around, position, now);
        return new Worth(qualification, Ranking.Of(qualification, scoring.Alternatives))
        {
            Chance = position == null ? null : around.ChanceAt(position.Stage, qualification.Mutual.Band),
        };
    }

    /// <summary>The verdict that a position gives; null where no criterion is derived from it.</summary>
    internal static Func<Position, Verdict>? VerdictBy(Circumstances around) =>
        around.Scoring is { } scoring && scoring.Model.Criteria.Any(IsDerivedFromPosition)
            ? position => Qualify(scoring, around, position, position.On).Verdict
            : null;

    private static bool IsDerivedFromPosition(Criterion criterion) =>
        criterion.Source == CriterionSource.Derived && criterion.Derivation == Derivation.PositionConfidence;

    private static Qualification Qualify(Scoring scoring, Circumstances around, Position? position, DateTime now) =>
        Qualification.Of(scoring.Model, scoring.Ratings, new Facts
        {
            Opportunity = scoring.OpportunityColumns,
            Account = scoring.AccountColumns,
            Derived = new Dictionary<Derivation, double?>
            {
                [Derivation.PositionConfidence] = position?.Confidence,
                [Derivation.BuyingGroupCoverage] = around.ShareMet,
                [Derivation.CustomersPromisesKept] = around.PromisesOf(Party.Customer, now).Share,
                [Derivation.OurPromisesKept] = around.PromisesOf(Party.Us, now).Share,
            }.Where(figure => figure.Value != null).ToDictionary(figure => figure.Key, figure => figure.Value!.Value * 100),
        });
}
