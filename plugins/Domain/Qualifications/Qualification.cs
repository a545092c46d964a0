namespace BuyerPath.Domain.Qualifications;

/// <summary>Whether a deal is worth it to both sides, and what that is known from.</summary>
public sealed class Qualification
{
    private readonly ILookup<Side, Finding> _bySide;

    private Qualification(ScoringModel model, IReadOnlyList<Finding> findings)
    {
        Model = model;
        Findings = findings;
        _bySide = findings.ToLookup(finding => finding.Criterion.Side);
        Mutual = new MutualScore(SideScore.Of(FindingsOf(Side.Provider)), SideScore.Of(FindingsOf(Side.Customer)));
        Verdict = VerdictOf(StateOf(Side.Provider), StateOf(Side.Customer));
        Reasons = ReasonsOf(Side.Provider).Concat(ReasonsOf(Side.Customer)).ToList();
        Ask = Verdict == Verdict.Ask ? DecidingQuestion.For(this) : null;
    }

    /// <summary>The model.</summary>
    public ScoringModel Model { get; }

    /// <summary>Every criterion of the model with what is known of it, in the order of the model.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The score, with the two it is made of.</summary>
    public MutualScore Mutual { get; }

    /// <summary>What to do. It is certain: nothing that may yet be learnt of the criteria changes it, unless it is to ask.</summary>
    public Verdict Verdict { get; }

    /// <summary>Why, the provider's side first.</summary>
    public IReadOnlyList<VerdictReason> Reasons { get; }

    /// <summary>What to ask; null when the verdict stands, or nothing is left that a person could be asked.</summary>
    public DecidingQuestion? Ask { get; }

    /// <summary>Qualifies an opportunity. Ratings of another model's criteria say nothing here.</summary>
    /// <param name="model">Its model.</param>
    /// <param name="ratings">What people found, at most one of each criterion.</param>
    /// <param name="facts">What criteria that nobody rates are read from.</param>
    /// <exception cref="ArgumentException">A criterion is rated twice.</exception>
    /// <exception cref="FormatException">Thresholds of the model cannot be read; an active model has none such.</exception>
    public static Qualification Of(ScoringModel model, IEnumerable<Rating> ratings, Facts facts)
    {
        var ratingOf = ratings.ToDictionary(rating => rating.CriterionId);
        return new Qualification(model, model.Criteria.Select(criterion => FindingOf(criterion, ratingOf, facts)).ToList());
    }

    /// <summary>The findings of one side.</summary>
    public IReadOnlyList<Finding> FindingsOf(Side side) => _bySide[side].ToList();

    /// <summary>What the unknown can still make of a side.</summary>
    public SideState StateOf(Side side) => SideScore.StateOf(FindingsOf(side), Model.BorderPercent);

    /// <summary>The verdict if this criterion had that level.</summary>
    public Verdict VerdictIf(Criterion criterion, RatingLevel level)
    {
        var learnt = FindingsOf(criterion.Side).Select(finding => finding.Criterion == criterion ? finding with { Level = level } : finding).ToList();
        var state = SideScore.StateOf(learnt, Model.BorderPercent);
        return criterion.Side == Side.Provider
            ? VerdictOf(state, StateOf(Side.Customer))
            : VerdictOf(StateOf(Side.Provider), state);
    }

    private static Finding FindingOf(Criterion criterion, IReadOnlyDictionary<Guid, Rating> ratingOf, Facts facts)
    {
        if (criterion.Source != CriterionSource.Rated) return new Finding(criterion, facts.LevelOf(criterion));
        return ratingOf.TryGetValue(criterion.Id, out var rating)
            ? new Finding(criterion, rating.Level, rating.Grade) { RatingId = rating.Id }
            : new Finding(criterion, RatingLevel.Unknown);
    }

    private static Verdict VerdictOf(SideState provider, SideState customer)
    {
        if (provider == SideState.Open || customer == SideState.Open) return Verdict.Ask;
        if (provider == SideState.Good) return customer == SideState.Good ? Verdict.Pursue : Verdict.HelpThemFindOut;
        return customer == SideState.Good ? Verdict.ChangeScopePriceOrPartner : Verdict.DeclinePolitely;
    }

    private IEnumerable<VerdictReason> ReasonsOf(Side side)
    {
        var score = side == Side.Provider ? Mutual.Provider : Mutual.Customer;
        var knockOuts = FindingsOf(side).Where(finding => finding.IsKnockOut).ToList();
        foreach (var knockOut in knockOuts) yield return Reason(VerdictReasonKind.KnockedOut, knockOut.Criterion.Id);
        if (knockOuts.Count > 0) yield break;

        if (!SideScore.Reaches(score.High, Model.BorderPercent)) yield return Reason(VerdictReasonKind.SideIsPoor);
        else if (!SideScore.Reaches(score.Low, Model.BorderPercent)) yield return Reason(VerdictReasonKind.RangeStraddlesBorder);
        else if (StateOf(side) == SideState.Good) yield return Reason(VerdictReasonKind.SideIsGood);
        if (StateOf(side) != SideState.Open) yield break;

        foreach (var unknown in FindingsOf(side).Where(finding => finding.MayBeKnockOut))
            yield return Reason(VerdictReasonKind.KnockOutUnknown, unknown.Criterion.Id);

        VerdictReason Reason(VerdictReasonKind kind, Guid? criterionId = null) =>
            new(kind, side, score.Low * 100, score.High * 100, Model.BorderPercent, criterionId);
    }
}
