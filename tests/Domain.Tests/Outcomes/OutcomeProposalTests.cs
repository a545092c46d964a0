using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using static BuyerPath.Domain.Positions.AnswerValue;
using static BuyerPath.Domain.Positions.EvidenceGrade;

namespace BuyerPath.Domain.Tests.Outcomes;

public sealed class OutcomeProposalTests
{
    private static readonly Question FirstExit = Given.Question(stage: 1, weight: 4, kind: QuestionKind.ExitFact);
    private static readonly Question LastExit = Given.Question(stage: 2, weight: 4, kind: QuestionKind.ExitFact);
    private static readonly Question LastSign = Given.Question(stage: 2, weight: 3, order: 2);

    private static readonly AgreedDate Missed = new(Given.Now.AddDays(-20), null, HasOutsideCause: false);
    private static readonly AgreedDate MetLate = new(Given.Now.AddDays(-20), Given.Now.AddDays(-19), HasOutsideCause: false);
    private static readonly AgreedDate Met = new(Given.Now.AddDays(-20), Given.Now.AddDays(-20), HasOutsideCause: false);
    private static readonly AgreedDate Excused = Missed with { HasOutsideCause = true };
    private static readonly AgreedDate ToCome = Missed with { DueOn = Given.Now };

    public static TheoryData<AnswerValue, EvidenceGrade, OutcomeProposal?> Decisions => new()
    {
        { Yes,     Confirmed, new(Outcome.Go, ProposalReason.DecisionConfirmed) },
        { Yes,     Did,       null },   // nearly sure is not decided
        { No,      Confirmed, new(Outcome.NoGo, ProposalReason.DecisionDenied) },
        { No,      Did,       null },   // not yet is not never
        { Unknown, Confirmed, null },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_confirmed_answer_to_the_last_exit_fact_proposes_the_outcome(
        AnswerValue value, EvidenceGrade grade, OutcomeProposal? proposal) =>
        Assert.Equal(proposal, Propose([Given.Answer(LastExit, value, grade)]));

    [Fact]
    public void Other_answers_propose_nothing() =>
        Assert.Null(Propose([Given.Answer(FirstExit, Yes), Given.Answer(LastSign, Yes)]));

    public static TheoryData<AgreedDate[], bool> Dates => new()
    {
        { [], false },
        { [Missed], false },
        { [Missed, Missed], true },
        { [Missed, MetLate], true },
        { [Missed, Met], false },
        { [Missed, Excused], false },
        { [Missed, ToCome], false },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void An_agreed_date_missed_twice_without_an_outside_event_proposes_no_decision(AgreedDate[] dates, bool proposed) =>
        Assert.Equal(
            proposed ? new OutcomeProposal(Outcome.NoDecision, ProposalReason.DateMissedTwice) : null,
            Propose([], dates));

    [Fact]
    public void A_decision_that_is_known_goes_before_dates() =>
        Assert.Equal(Outcome.Go, Propose([Given.Answer(LastExit, Yes)], Missed, Missed)!.Outcome);

    public static TheoryData<Closing, ClosingWithoutOutcome, Outcome?> Endings => new()
    {
        { new Closing(Outcome.NoDecision, null, IsMapped: true), ClosingWithoutOutcome.Flag, Outcome.NoDecision },
        { new Closing(Outcome.NoGo, null, IsMapped: true), ClosingWithoutOutcome.Flag, Outcome.NoGo },
        { new Closing(Outcome.NoGo, null, IsMapped: true), ClosingWithoutOutcome.Advice, null },
        { new Closing(Outcome.NoGo, null, IsMapped: false), ClosingWithoutOutcome.Flag, null },   // somebody has said so
        { new Closing(Outcome.Go, null, IsMapped: true), ClosingWithoutOutcome.Flag, null },      // won is certain
        { new Closing(null, null, IsMapped: false), ClosingWithoutOutcome.Flag, null },           // nothing suggests one
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void A_loss_without_an_outcome_asks_for_confirmation_where_an_admin_wants_it(Closing closing, ClosingWithoutOutcome level, Outcome? proposed) =>
        Assert.Equal(proposed is { } outcome ? new OutcomeProposal(outcome, ProposalReason.OutcomeNotGiven) : null, OutcomeProposal.For(closing, level));

    private static OutcomeProposal? Propose(IEnumerable<Answer> answers, params AgreedDate[] dates) => OutcomeProposal.For(
        Position.Of(Given.Process(2, 0.3, FirstExit, LastExit, LastSign), answers, Given.Now), dates, missedDates: 2);
}
