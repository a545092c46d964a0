using BuyerPath.Domain.Positions;
using static BuyerPath.Domain.Positions.CoverageGapKind;

namespace BuyerPath.Domain.Tests.Positions;

public sealed class BuyingGroupTests
{
    private static readonly Guid Virtanen = new("00000000-0000-4000-8000-000000000001");
    private static readonly Guid Laine = new("00000000-0000-4000-8000-000000000002");
    private static readonly Guid Security = new("00000000-0000-4000-8000-000000000003");

    private static readonly Question First = Given.Question(stage: 1, weight: 4);
    private static readonly Question Second = Given.Question(stage: 2, weight: 4);
    private static readonly Question Third = Given.Question(stage: 3, weight: 4);

    [Fact]
    public void Each_person_stands_where_the_answers_that_came_from_them_say()
    {
        var group = Group(
            [From(Virtanen, First), From(Virtanen, Second), From(Laine, Third, AnswerValue.No)],
            Person(Virtanen), Person(Laine), Person(Security));

        Assert.Equal([3, 1, null], group.Members.Select(member => member.Position?.Stage.Order));
    }

    [Fact]
    public void The_group_stands_at_the_lowest_stage_of_those_with_a_veto()
    {
        var answers = new[] { From(Virtanen, First), From(Laine, Second), From(Virtanen, Third) };

        var group = Group(answers, Person(Virtanen, veto: true), Person(Laine, veto: true));

        Assert.Equal(3, group.Stage!.Order);
        Assert.Equal(1, group.ConsensusGap);   // together they have got to stage 4
    }

    [Fact]
    public void Who_cannot_stop_it_does_not_hold_the_group_back() =>
        Assert.Equal(4, Group(
            [From(Virtanen, First), From(Virtanen, Second), From(Virtanen, Third), From(Laine, Given.Question(stage: 1, weight: 1, order: 2), AnswerValue.No)],
            Person(Virtanen, veto: true), Person(Laine)).Stage!.Order);

    [Fact]
    public void A_veto_holder_of_whom_nothing_is_known_is_a_gap_and_not_at_the_beginning()
    {
        var group = Group([From(Virtanen, First)], Person(Virtanen, StakeholderRole.Decides), Person(Laine), Person(Security, veto: true, met: false));

        Assert.Null(group.Stage);
        Assert.Null(group.ConsensusGap);
        Assert.Equal([new CoverageGap(VetoUnmet, Security)], group.CoverageGaps);
    }

    [Fact]
    public void Unknown_from_somebody_places_nobody() =>
        Assert.Null(Group([From(Laine, First, AnswerValue.Unknown)], Person(Laine, veto: true)).Stage);

    [Fact]
    public void A_role_that_nobody_is_known_to_have_gets_no_answers_of_unknown_source() =>
        Assert.Null(Group(
            [Given.Answer(First, AnswerValue.Yes)],
            new Stakeholder(Guid.NewGuid(), null, StakeholderRole.Procurement, HasVeto: true, IsMet: false)).Stage);

    public static TheoryData<Stakeholder[], CoverageGapKind[]> Coverages => new()
    {
        { [], [NoDecider, SingleThread] },
        { [Person(Virtanen, StakeholderRole.Decides)], [SingleThread] },
        { [Person(Virtanen, StakeholderRole.Decides), Person(Laine, met: false)], [SingleThread] },
        { [Person(Virtanen, StakeholderRole.Decides), Person(Laine)], [] },
        { [Person(Virtanen, StakeholderRole.HoldsTheBudget), Person(Laine)], [NoDecider] },
        { [Person(Virtanen, StakeholderRole.Decides), Person(Laine), Person(Security, veto: true)], [] },
    };

    [Theory]
    [MemberData(nameof(Coverages))]
    public void Gaps_in_what_we_know_of_the_group_are_told(Stakeholder[] stakeholders, CoverageGapKind[] gaps) =>
        Assert.Equal(gaps, Group([], stakeholders).CoverageGaps.Select(gap => gap.Kind));

    private static BuyingGroup Group(IEnumerable<Answer> answers, params Stakeholder[] stakeholders) => BuyingGroup.Of(
        Position.Of(Given.Process(4, 0.3, First, Second, Third, Given.Question(stage: 1, weight: 1, order: 2)), answers, Given.Now),
        stakeholders);

    private static Answer From(Guid person, Question question, AnswerValue value = AnswerValue.Yes) =>
        Given.Answer(question, value) with { SourceId = person };

    private static Stakeholder Person(
        Guid id, StakeholderRole role = StakeholderRole.Advises, bool veto = false, bool met = true) => new(id, id, role, veto, met);
}
