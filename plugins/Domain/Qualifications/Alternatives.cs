namespace BuyerPath.Domain.Qualifications;

/// <summary>What the customer can do instead. Numbered as the options of the choice that stores it.</summary>
public enum AlternativeKind
{
    /// <summary>Leave things as they are.</summary>
    DoNothing = 0,

    /// <summary>Do it themselves.</summary>
    Build = 1,

    /// <summary>Let somebody run it for them.</summary>
    Outsource = 2,

    /// <summary>Buy from somebody else.</summary>
    Competitor = 3,

    /// <summary>Spend the money on something else.</summary>
    OtherUseOfMoney = 4,
}

/// <summary>Something the customer can do instead, with what is known of it in their eyes.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Ratings">Ratings on the customer's criteria.</param>
public sealed record Alternative(Guid Id, AlternativeKind Kind, IReadOnlyCollection<Rating> Ratings)
{
    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";
}

/// <summary>Us or an alternative, in its place.</summary>
/// <param name="Alternative">The alternative; null for us.</param>
/// <param name="Score">Its score on the customer's criteria.</param>
/// <param name="Best">The best place that what is unknown leaves open; 1 is the first.</param>
/// <param name="Worst">The worst place that what is unknown leaves open.</param>
public sealed record Placed(Alternative? Alternative, SideScore Score, int Best, int Worst);

/// <summary>How we look beside everything else that the customer can do, on the customer's criteria.</summary>
public sealed class Ranking
{
    private Ranking(IReadOnlyList<Placed> places) => Places = places;

    /// <summary>All, by score; of equals the surer first, then we, then in the order given. Those of which nothing is known come last.</summary>
    public IReadOnlyList<Placed> Places { get; }

    /// <summary>Nobody has weighed doing nothing, which wins more often than any competitor.</summary>
    public bool LacksDoingNothing => Places.All(placed => placed.Alternative?.Kind != AlternativeKind.DoNothing);

    /// <summary>Ranks us among the alternatives.</summary>
    /// <param name="us">Our qualification.</param>
    /// <param name="alternatives">What else they can do.</param>
    public static Ranking Of(Qualification us, IReadOnlyCollection<Alternative> alternatives)
    {
        List<Placed> scores =
        [
            new Placed(null, us.Mutual.Customer, 0, 0),
            .. alternatives.Select(alternative => new Placed(alternative, ScoreOf(us.Model, alternative), 0, 0)),
        ];
        return new Ranking(scores
            .Select(each => each with
            {
                Best = 1 + scores.Count(other => other != each && other.Score.Low > each.Score.High),
                Worst = 1 + scores.Count(other => other != each && other.Score.High > each.Score.Low),
            })
            .OrderByDescending(placed => placed.Score.Score ?? -1)
            .ThenByDescending(placed => placed.Score.Coverage)
            .ToList());
    }

    /// <summary>How far an alternative is worth it to the customer. What is not rated is unknown, whatever our own facts say.</summary>
    public static SideScore ScoreOf(ScoringModel model, Alternative alternative)
    {
        var levelOf = alternative.Ratings.ToDictionary(rating => rating.CriterionId, rating => rating.Level);
        return SideScore.Of(model.Criteria
            .Where(criterion => criterion.Side == Side.Customer)
            .Select(criterion => new Finding(criterion, levelOf.TryGetValue(criterion.Id, out var level) ? level : RatingLevel.Unknown))
            .ToList());
    }
}
