namespace BuyerPath.Domain.Positions;

/// <summary>What a person does in the decision.</summary>
public enum StakeholderRole
{
    /// <summary>Says the final yes.</summary>
    Decider = 0,

    /// <summary>Releases the money.</summary>
    BudgetHolder = 1,

    /// <summary>Wants it to happen and works for it inside.</summary>
    Sponsor = 2,

    /// <summary>Is asked for an opinion.</summary>
    Influencer = 3,

    /// <summary>Will work with the result.</summary>
    User = 4,

    /// <summary>Checks it: security, legal, finance, procurement, staff representatives.</summary>
    Checker = 5,
}

/// <summary>A member of the buying group.</summary>
/// <param name="PersonId">The contact.</param>
/// <param name="Role">What they do in the decision.</param>
/// <param name="HasVeto">They can stop it alone.</param>
/// <param name="IsMet">We have spoken with them.</param>
public sealed record Stakeholder(Guid PersonId, StakeholderRole Role, bool HasVeto, bool IsMet);

/// <summary>A member with their own position, by the answers that came from them.</summary>
/// <param name="Stakeholder">The member.</param>
/// <param name="Position">Their position; null while nothing that is known came from them.</param>
public sealed record Member(Stakeholder Stakeholder, Position? Position);

/// <summary>What the seller's knowledge of the group lacks.</summary>
public enum CoverageGapKind
{
    /// <summary>Nobody in the group is known to decide.</summary>
    NoDeciderKnown = 0,

    /// <summary>We have met one person at most: all hangs by a single thread.</summary>
    SingleThread = 1,

    /// <summary>Somebody who can stop it alone has not been met.</summary>
    VetoHolderUnmet = 2,
}

/// <summary>A gap in our knowledge of the group.</summary>
/// <param name="Kind">What is lacking.</param>
/// <param name="PersonId">The person it is about; null when it is about the group.</param>
public sealed record CoverageGap(CoverageGapKind Kind, Guid? PersonId = null);

/// <summary>The people who decide, and how far each of them is.</summary>
public sealed class BuyingGroup
{
    private BuyingGroup(Position together, IReadOnlyList<Member> members)
    {
        Members = members;
        Stage = members
            .Where(member => member.Stakeholder.HasVeto)
            .Select(member => member.Position?.Stage)
            .OfType<BuyingStage>()
            .OrderBy(stage => stage.Order)
            .FirstOrDefault();
        ConsensusGap = Stage == null ? null : together.Stage.Order - Stage.Order;
        CoverageGaps = Gaps(members.Select(member => member.Stakeholder).ToList()).ToList();
    }

    /// <summary>The members, as they were given.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>
    /// The group's position: the lowest stage among members with a veto. Null while none of them has told us anything: not
    /// knowing where somebody stands is a gap in coverage, not a place at the beginning.
    /// </summary>
    public BuyingStage? Stage { get; }

    /// <summary>How many stages the opportunity is ahead of the group; null while <see cref="Stage"/> is.</summary>
    public int? ConsensusGap { get; }

    /// <summary>What our knowledge of the group lacks.</summary>
    public IReadOnlyList<CoverageGap> CoverageGaps { get; }

    /// <summary>Places every member by the answers of which they are the source.</summary>
    /// <param name="together">The position of the opportunity.</param>
    /// <param name="stakeholders">The members of the group.</param>
    public static BuyingGroup Of(Position together, IEnumerable<Stakeholder> stakeholders)
    {
        var answersFrom = together.Contributions
            .Select(contribution => contribution.Answer)
            .Where(answer => answer.IsKnown)
            .ToLookup(answer => answer.SourceId);

        return new BuyingGroup(together, stakeholders
            .Select(stakeholder => new Member(stakeholder, PositionBy(answersFrom[stakeholder.PersonId].ToList(), together)))
            .ToList());
    }

    private static Position? PositionBy(IReadOnlyList<Answer> answers, Position together) =>
        answers.Count == 0 ? null : Position.Of(together.Process, answers, together.On);

    private static IEnumerable<CoverageGap> Gaps(IReadOnlyList<Stakeholder> stakeholders)
    {
        if (stakeholders.All(each => each.Role != StakeholderRole.Decider))
            yield return new CoverageGap(CoverageGapKind.NoDeciderKnown);
        if (stakeholders.Count(each => each.IsMet) < 2)
            yield return new CoverageGap(CoverageGapKind.SingleThread);
        foreach (var unmet in stakeholders.Where(each => each.HasVeto && !each.IsMet))
            yield return new CoverageGap(CoverageGapKind.VetoHolderUnmet, unmet.PersonId);
    }
}
