using BuyerPath.Domain;
using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Domain.Turns;
using BuyerPath.Plugins.Rows;

namespace BuyerPath.Plugins;

/// <summary>An opportunity as it has been calculated.</summary>
/// <param name="Opportunity">The opportunity as it was read.</param>
/// <param name="Process">Its buying process; null while none is chosen.</param>
/// <param name="Around">What was known beside its answers.</param>
/// <param name="Stakeholders">The members of the buying group with their rows.</param>
/// <param name="Journey">Its journey; null without a process.</param>
/// <param name="Visits">Its visits, which end where there is no journey.</param>
/// <param name="Worth">Whether it is worth it to both sides; null without a scoring model.</param>
/// <param name="Alternatives">What else the customer can do, with the rows.</param>
/// <param name="Scores">The snapshots of its score.</param>
internal sealed record Calculated(
    OpportunityRow Opportunity,
    BuyingProcess? Process,
    Circumstances Around,
    IReadOnlyCollection<StakeholderRow> Stakeholders,
    Journey? Journey,
    Visits Visits,
    Worth? Worth,
    IReadOnlyCollection<AlternativeRow> Alternatives,
    ScoreHistory Scores)
{
    /// <summary>It is closed: its journey stays as it was then.</summary>
    public bool IsClosed => Opportunity.ClosedAs is not null;
}

/// <summary>Brings opportunities up to date with their answers, plan, people and outcome: lock, read, decide, write.</summary>
internal static class Recalculation
{
    /// <summary>Opportunities that are read at a time; bulk saves of more take several rounds.</summary>
    private const int PerRound = Reading.MostIds;

    /// <summary>
    /// Recalculates those of the opportunities that are open. Reads are constant per round; writes are two for each opportunity
    /// (the lock and the result) and those of a visit, a turn or a stakeholder where something moved.
    /// </summary>
    /// <param name="change">The save that moves them.</param>
    /// <param name="opportunityIds">The opportunities.</param>
    /// <param name="cause">Why; a visit that begins now will say so.</param>
    /// <param name="occasion">An occasion on which a snapshot is taken whatever the score; null for none.</param>
    public static IReadOnlyDictionary<Guid, Calculated> Recalculate(
        this Change change, IEnumerable<Guid> opportunityIds, MoveCause cause, SnapshotCause? occasion = null)
    {
        var ids = opportunityIds.Distinct().ToList();
        change.AllData.Lock(ids, change.Now);
        return change.RecalculateLocked(ids, cause, occasion);
    }

    /// <summary>The same for opportunities whose locks this save already holds.</summary>
    public static IReadOnlyDictionary<Guid, Calculated> RecalculateLocked(
        this Change change, IReadOnlyCollection<Guid> ids, MoveCause cause, SnapshotCause? occasion = null)
    {
        var all = new Dictionary<Guid, Calculated>();
        for (var done = 0; done < ids.Count; done += PerRound)
            foreach (var calculated in change.Calculate([.. ids.Skip(done).Take(PerRound)], cause, occasion))
            {
                if (!calculated.IsClosed) change.Store(calculated);
                all.Add(calculated.Opportunity.Id, calculated);
            }
        return all;
    }

    /// <summary>Calculates an opportunity that has just been closed for the last time.</summary>
    public static void Freeze(this Change change, Guid opportunityId)
    {
        change.AllData.Lock([opportunityId], change.Now);
        foreach (var calculated in change.Calculate([opportunityId], MoveCause.StaleEvidence, SnapshotCause.Closed))
        {
            var closed = calculated.Opportunity;
            Change.Require(Closing.MayBe(
                closed.ClosedAs!.Value, closed.Outcome, closed.Approach, calculated.Around.Settings.ClosingWithoutOutcome));
            change.Store(calculated);
        }
    }

    /// <summary>What these opportunities are like now; writes nothing.</summary>
    public static IEnumerable<Calculated> Calculate(
        this Change change, IReadOnlyCollection<Guid> ids, MoveCause cause, SnapshotCause? occasion = null)
    {
        if (ids.Count == 0) yield break;

        var data = change.AllData;
        var settings = data.JourneySettings();
        var opportunities = data.Opportunities(ids);
        var processes = data.Processes([.. opportunities.Select(opportunity => opportunity.ProcessId).OfType<Guid>().Distinct()]);
        var answers = data.AnswersOn(ids);
        var visits = data.VisitsOf(ids);
        var steps = data.StepsOn(ids);
        var turns = data.TurnsOf(ids);
        var stakeholders = data.StakeholdersOn(ids);
        var histories = data.AcceptedHistories([.. processes.Values.Select(process => process.Key)]);
        var scorings = ScoringRows.Of(data, opportunities);

        foreach (var opportunity in opportunities)
        {
            var id = opportunity.Id;
            var closing = opportunity.ClosedAs is { } closedAs ? Closing.Of(closedAs, opportunity.Outcome, opportunity.Approach) : null;
            var plan = steps[id].ToList();
            var process = opportunity.ProcessId is { } processId ? processes[processId] : null;
            var around = new Circumstances
            {
                Settings = settings,
                SellerStages = opportunity.SellerStages,
                Steps = plan,
                Turns = closing is null ? TurnHistory.After(turns[id], plan, change.Now) : TurnHistory.Ended(turns[id], change.Now),
                Stakeholders = [.. stakeholders[id].Select(row => row.Stakeholder)],
                Scoring = scorings?.ScoringOf(opportunity),
                History = histories.Of(process),
                SegmentId = opportunity.SegmentId,
                EffortHours = opportunity.EffortHours,
                Value = (double?)opportunity.EstimatedValue,
                Closing = closing,
            };
            var journey = process is null ? null : Journey.Of(id, process, answers[id], visits[id], cause, change.Now, around);
            var worth = journey is null ? Worth.Of(around, null, change.Now) : journey.Worth;
            yield return new Calculated(
                opportunity, process, around, [.. stakeholders[id]], journey, journey?.Visits ?? Visits.Ended(visits[id], change.Now),
                worth, scorings?.AlternativesOf(id) ?? [], ScoresOf(worth, scorings?.SnapshotsOf(id) ?? []));
        }

        ScoreHistory ScoresOf(Worth? worth, IEnumerable<ScoreSnapshot> snapshots) => ScoreHistory.After(
            snapshots,
            worth?.Qualification.Verdict,
            Percent.Of(worth?.Qualification.Mutual.Score),
            change.Now,
            settings.TakenBackWithin,
            worth is null ? null : occasion);
    }

    private static void Store(this Change change, Calculated calculated)
    {
        var data = change.AllData;
        data.Store(calculated.Visits, calculated.Opportunity, calculated.Process);
        data.Store(calculated.Around.Turns!, calculated.Opportunity);
        data.Store(calculated.Journey?.Group, calculated.Stakeholders);
        data.Store(calculated.Worth, calculated.Alternatives);
        data.Store(calculated.Scores, calculated, change.Now);
        data.Store(calculated, change.Now);
    }
}
