using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Focus;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Questions;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Domain.Journeys;

/// <summary>
/// All that is derived from what is known of one opportunity: what its columns, its history and the control show.
/// </summary>
public sealed class Journey
{
    private Journey(Guid opportunityId, Position position, Visits visits, Circumstances around)
    {
        OpportunityId = opportunityId;
        Position = position;
        Visits = visits;
        Seller = SellerStage.Of(around.SellerStages, position);
        Steps = around.Steps;
        Turns = around.Turns;
        OurPromises = around.PromisesOf(Party.Us, position.On);
        TheirPromises = around.PromisesOf(Party.Customer, position.On);
        Group = around.Stakeholders.Count == 0 ? null : BuyingGroup.Of(position, around.Stakeholders);
        Closing = around.Closing;
        Proposal = Closing != null
            ? OutcomeProposal.For(Closing, around.Settings.ClosingWithoutOutcome)
            : OutcomeProposal.For(position, Steps.SelectMany(step => step.AgreedDates), around.Settings.MissedDates);
        Worth = Worth.Of(around, position, position.On);
        Chance = Worth == null ? around.ChanceAt(position.Stage, ScoreBand.Unknown) : Worth.Chance;
        Focus = new FocusCandidate(
            opportunityId,
            around.Value,
            Chance?.Chance,
            RemainingWork.HoursOf(around.EffortHours, position, Steps),
            Worth?.Qualification.Verdict,
            Turns?.Open is { Holder: Party.Customer, IsOverdue: false });
        Ask = Closing != null ? [] : NextQuestion.For(position, Worth.VerdictBy(around));
        BlindSpots = position.BlindSpots.ToList();
    }

    /// <summary>The opportunity.</summary>
    public Guid OpportunityId { get; }

    /// <summary>Where the customer stands, and why.</summary>
    public Position Position { get; }

    /// <summary>Where they have stood, and which visits have to be stored, changed or deleted.</summary>
    public Visits Visits { get; }

    /// <summary>The seller's own stage against the customer's; null while it is not mapped to a buying stage.</summary>
    public SellerStage? Seller { get; }

    /// <summary>The steps of the mutual plan.</summary>
    public IReadOnlyCollection<PlanStep> Steps { get; }

    /// <summary>Who has held the ball, and which turns have to be stored or changed; null while none are kept.</summary>
    public TurnHistory? Turns { get; }

    /// <summary>How well we keep what we promise.</summary>
    public PromiseKeeping OurPromises { get; }

    /// <summary>How well the customer does.</summary>
    public PromiseKeeping TheirPromises { get; }

    /// <summary>The people who decide; null while nobody is known.</summary>
    public BuyingGroup? Group { get; }

    /// <summary>How it ended; null while the opportunity is open.</summary>
    public Closing? Closing { get; }

    /// <summary>The outcome that a person should confirm or reject; null when nothing points to one.</summary>
    public OutcomeProposal? Proposal { get; }

    /// <summary>Whether it is worth it to both sides; null while no scoring model is chosen.</summary>
    public Worth? Worth { get; }

    /// <summary>How likely it ends Go; null while neither the template nor history says.</summary>
    public WinChance? Chance { get; }

    /// <summary>What an hour on it is worth, and from what.</summary>
    public FocusCandidate Focus { get; }

    /// <summary>The questions to ask next, best first; none once it has ended.</summary>
    public IReadOnlyList<NextQuestion> Ask { get; }

    /// <summary>What should be known by now and is not.</summary>
    public IReadOnlyList<Question> BlindSpots { get; }

    /// <summary>When the present visit began (UTC).</summary>
    public DateTime StageEnteredOn => Visits.All[Visits.All.Count - 1].EnteredOn;

    /// <summary>The furthest stage of the process that was ever visited.</summary>
    public BuyingStage Furthest => Position.Process.Stages.Last(stage => Visits.All.Any(visit => visit.StageId == stage.Id));

    /// <summary>Calculates everything anew.</summary>
    /// <param name="opportunityId">The opportunity.</param>
    /// <param name="process">Its process.</param>
    /// <param name="answers">All its answers; those to questions of another process do not count.</param>
    /// <param name="visits">The visits stored so far.</param>
    /// <param name="cause">Why this is calculated; a visit that begins now will say so.</param>
    /// <param name="now">The time (UTC); of a closed opportunity, when it was closed.</param>
    /// <param name="around">What is known beside; null for nothing.</param>
    public static Journey Of(
        Guid opportunityId,
        BuyingProcess process,
        IEnumerable<Answer> answers,
        IEnumerable<StageVisit> visits,
        MoveCause cause,
        DateTime now,
        Circumstances? around = null)
    {
        around ??= Circumstances.Unknown;
        var position = Position.Of(process, answers, now);
        var visited = Visits.After(visits, position.Stage.Id, now, cause, around.Settings.TakenBackWithin);
        return new Journey(opportunityId, position, around.Closing == null ? visited : visited.EndedOn(now), around);
    }
}
