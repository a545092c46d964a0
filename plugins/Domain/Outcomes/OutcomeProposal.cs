using BuyerPath.Domain.Positions;

namespace BuyerPath.Domain.Outcomes;

/// <summary>Why an outcome is proposed.</summary>
public enum ProposalReason
{
    /// <summary>The exit fact of the last stage is confirmed.</summary>
    DecisionConfirmed,

    /// <summary>It is confirmed that the exit fact of the last stage will not come.</summary>
    DecisionDenied,

    /// <summary>An agreed decision date was missed twice without an event outside that explains it.</summary>
    DateMissedTwice,
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
    /// <summary>This many missed dates say that no decision is coming.</summary>
    public const int MissedDates = 2;

    /// <summary>
    /// Proposes an outcome for an open opportunity, or none. A decision that is known goes before dates: Go when the exit fact of
    /// the last stage is confirmed, No-Go when its denial is; No-Decision when agreed dates were missed twice.
    /// </summary>
    public static OutcomeProposal? For(Position position, IEnumerable<AgreedDate> agreedDates)
    {
        var lastExitFact = position.Process.Stages[position.Process.Stages.Count - 1].Questions
            .FirstOrDefault(question => question.Kind == QuestionKind.ExitFact);
        var decision = lastExitFact == null ? null : position.AnswerTo(lastExitFact);

        if (decision is { Answer: { IsKnown: true, Grade: EvidenceGrade.Confirmed } })
            return decision.IsInFavour
                ? new OutcomeProposal(Outcome.Go, ProposalReason.DecisionConfirmed)
                : new OutcomeProposal(Outcome.NoGo, ProposalReason.DecisionDenied);

        return agreedDates.Count(date => date.IsMissed(position.On)) >= MissedDates
            ? new OutcomeProposal(Outcome.NoDecision, ProposalReason.DateMissedTwice)
            : null;
    }
}
