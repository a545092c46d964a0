using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Questions;

namespace BuyerPath.Domain.Journeys;

/// <summary>
/// All that is derived from the answers of one opportunity: what its columns, its visits and the control show.
/// </summary>
public sealed class Journey
{
    private Journey(Guid opportunityId, Position position, Visits visits)
    {
        OpportunityId = opportunityId;
        Position = position;
        Visits = visits;
        Ask = NextQuestion.For(position);
        BlindSpots = position.BlindSpots.ToList();
    }

    /// <summary>The opportunity.</summary>
    public Guid OpportunityId { get; }

    /// <summary>Where the customer stands, and why.</summary>
    public Position Position { get; }

    /// <summary>Where they have stood, and which visits have to be stored, changed or deleted.</summary>
    public Visits Visits { get; }

    /// <summary>The questions to ask next, best first.</summary>
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
    /// <param name="now">The time (UTC).</param>
    public static Journey Of(
        Guid opportunityId,
        BuyingProcess process,
        IEnumerable<Answer> answers,
        IEnumerable<StageVisit> visits,
        MoveCause cause,
        DateTime now)
    {
        var position = Position.Of(process, answers, now);
        return new Journey(opportunityId, position, Visits.After(visits, position.Stage.Id, now, cause));
    }
}
