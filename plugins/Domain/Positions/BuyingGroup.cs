namespace BuyerPath.Domain.Positions;

/// <summary>What a person does in the decision. Numbered as the options of the choice that stores it.</summary>
public enum StakeholderRole
{
    /// <summary>Says the final yes.</summary>
    Decides = 0,

    /// <summary>Releases the money.</summary>
    HoldsTheBudget = 1,

    /// <summary>Compares and checks: technology, security, law, finance.</summary>
    Evaluates = 2,

    /// <summary>Will work with the result.</summary>
    UsesIt = 3,

    /// <summary>Negotiates and orders.</summary>
    Procurement = 4,

    /// <summary>Is asked for an opinion.</summary>
    Advises = 5,
}

/// <summary>How much a person's word counts in the decision. Numbered as the options of the choice that stores it.</summary>
public enum Influence
{
    /// <summary>Others follow.</summary>
    High = 0,

    /// <summary>Others listen.</summary>
    Medium = 1,

    /// <summary>Others decide without them.</summary>
    Low = 2,
}

/// <summary>What a person thinks of going ahead. Numbered as the options of the choice that stores it.</summary>
public enum Attitude
{
    /// <summary>Wants it.</summary>
    For = 0,

    /// <summary>Will go along either way.</summary>
    Neutral = 1,

    /// <summary>Is not convinced.</summary>
    Doubts = 2,

    /// <summary>Works against it.</summary>
    Against = 3,

    /// <summary>We have asked ourselves, and do not know.</summary>
    Unknown = 4,
}

/// <summary>A member of the buying group.</summary>
/// <param name="Id">Row id of the member.</param>
/// <param name="PersonId">The contact; null while we know the role and not who has it.</param>
/// <param name="Role">What they do in the decision; null while unknown.</param>
/// <param name="HasVeto">They can stop it alone.</param>
/// <param name="IsMet">We have spoken with them.</param>
public sealed record Stakeholder(Guid Id, Guid? PersonId, StakeholderRole? Role, bool HasVeto, bool IsMet)
{
    /// <summary>The person, or the role that nobody has met yet.</summary>
    public string Name { get; init; } = "";

    /// <summary>How much their word counts; null while nobody has said.</summary>
    public Influence? Influence { get; init; }

    /// <summary>What they think of going ahead; null while nobody has said.</summary>
    public Attitude? Attitude { get; init; }
}

/// <summary>A member with their own position, by the answers that came from them.</summary>
/// <param name="Stakeholder">The member.</param>
/// <param name="Position">Their position; null while nothing that is known came from them.</param>
public sealed record Member(Stakeholder Stakeholder, Position? Position);

/// <summary>What the seller's knowledge of the group lacks.</summary>
public enum CoverageGapKind
{
    /// <summary>Nobody in the group is known to decide.</summary>
    NoDecider = 0,

    /// <summary>We have met one person at most: all hangs by a single thread.</summary>
    SingleThread = 1,

    /// <summary>Somebody who can stop it alone has not been met.</summary>
    VetoUnmet = 2,
}

/// <summary>A gap in our knowledge of the group.</summary>
/// <param name="Kind">What is lacking.</param>
/// <param name="StakeholderId">The member it is about; null when it is about the group.</param>
public sealed record CoverageGap(CoverageGapKind Kind, Guid? StakeholderId = null);

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

    /// <summary>
    /// How many stages the opportunity is ahead of the group, negative when behind it; null while <see cref="Stage"/> is.
    /// </summary>
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
            .Where(answer => answer.IsKnown && answer.SourceId != null)
            .ToLookup(answer => answer.SourceId);

        return new BuyingGroup(together, stakeholders
            .Select(stakeholder => new Member(stakeholder, PositionBy(answersFrom[stakeholder.PersonId].ToList(), together)))
            .ToList());
    }

    private static Position? PositionBy(IReadOnlyList<Answer> answers, Position together) =>
        answers.Count == 0 ? null : Position.Of(together.Process, answers, together.On);

    private static IEnumerable<CoverageGap> Gaps(IReadOnlyList<Stakeholder> stakeholders)
    {
        if (stakeholders.All(each => each.Role != StakeholderRole.Decides))
            yield return new CoverageGap(CoverageGapKind.NoDecider);
        if (stakeholders.Count(each => each.IsMet) < 2)
            yield return new CoverageGap(CoverageGapKind.SingleThread);
        foreach (var unmet in stakeholders.Where(each => each.HasVeto && !each.IsMet))
            yield return new CoverageGap(CoverageGapKind.VetoUnmet, unmet.Id);
    }
}
