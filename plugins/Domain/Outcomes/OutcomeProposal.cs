using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Outcomes;

/// <summary>Why an outcome is proposed.</summary>
public enum ProposalReason
{
    /// <summary>The exit fact of the last stage is confirmed.</summary>
    DecisionConfirmed,

    /// <summary>It is confirmed that the exit fact of the last stage will not come.</summary>
    DecisionDenied,

    /// <summary>Agreed decision dates were missed, twice or as often as an admin says, without an event outside that explains it.</summary>
    DateMissedTwice,

    /// <summary>It was closed as lost without an outcome, which its status reason suggests.</summary>
    OutcomeNotGiven,
}

/// <summary>A date on which the customer had agreed to decide.</summary>
/// <param name="DueOn">The date (UTC).</param>
/// <param name="MetOn">When they did what was agreed (UTC); null when they have not.</param>
/// <param name="HasOutsideCause">An event in the customer's world explains why it was missed.</param>
public sealed record AgreedDate(DateTime DueOn, DateTime? MetOn, bool HasOutsideCause)
{
    /// <summary>It has passed unmet, without an excuse.</summary>
    public bool IsMissed(DateTime now) => !HasOutsideCause && DueOn < now && (MetOn == null || MetOn > DueOn);
}

/// <summary>An outcome that a person should confirm or reject. Nothing is closed by a rule.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">Why.</param>
public sealed record OutcomeProposal(Outcome Outcome, ProposalReason Reason)
{
    /// <summary>
    /// Proposes an outcome for an open opportunity, or none. A decision that is known goes before dates: Go when the exit fact of
    /// the last stage is confirmed, No-Go when its denial is; No-Decision when agreed dates were missed.
    /// </summary>
    /// <param name="position">Where the customer stands.</param>
    /// <param name="agreedDates">The dates on which they had agreed to decide.</param>
    /// <param name="missedDates">So many missed dates say that no decision is coming.</param>
    public static OutcomeProposal? For(Position position, IEnumerable<AgreedDate> agreedDates, int missedDates)
    {
        var lastExitFact = position.Process.Stages[position.Process.Stages.Count - 1].Questions
            .FirstOrDefault(question => question.Kind == QuestionKind.ExitFact);
        var decision = lastExitFact == null ? null : position.AnswerTo(lastExitFact);

        if (decision is { Answer: { IsKnown: true, Grade: EvidenceGrade.Confirmed } })
            return decision.IsInFavour
                ? new OutcomeProposal(Outcome.Go, ProposalReason.DecisionConfirmed)
                : new OutcomeProposal(Outcome.NoGo, ProposalReason.DecisionDenied);

        return agreedDates.Count(date => date.IsMissed(position.On)) >= missedDates
            ? new OutcomeProposal(Outcome.NoDecision, ProposalReason.DateMissedTwice)
            : null;
    }

    /// <summary>Asks a person to confirm the outcome of a loss that nobody gave one, where an admin wants it to be asked.</summary>
    public static OutcomeProposal? For(Closing closing, ClosingWithoutOutcome level) =>
        level == ClosingWithoutOutcome.Flag && closing is { IsMapped: true, Outcome: { } outcome and not Outcome.Go }
            ? new OutcomeProposal(outcome, ProposalReason.OutcomeNotGiven)
            : null;
}
