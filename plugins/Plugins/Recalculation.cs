using BuyerPath.Domain.Journeys;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Rows;

namespace BuyerPath.Plugins;

/// <summary>Brings opportunities up to date with their answers: lock, read, decide, write.</summary>
internal static class Recalculation
{
    /// <summary>Opportunities that are read at a time; bulk saves of more take several rounds.</summary>
    private const int PerRound = 1000;

    /// <summary>
    /// Recalculates these opportunities. Reads are constant per round; writes are two for each opportunity (the lock and
    /// the result) and those of a visit where the customer moved.
    /// </summary>
    /// <returns>The new journeys by opportunity; null for one without a process.</returns>
    public static IReadOnlyDictionary<Guid, Journey?> Recalculate(this Change change, IEnumerable<Guid> opportunityIds, MoveCause cause)
    {
        var ids = opportunityIds.Distinct().ToList();
        change.AllData.Lock(ids, change.Now);
        return change.RecalculateLocked(ids, cause);
    }

    /// <summary>The same for opportunities whose locks this save already holds.</summary>
    public static IReadOnlyDictionary<Guid, Journey?> RecalculateLocked(this Change change, IReadOnlyCollection<Guid> ids, MoveCause cause)
    {
        var journeys = new Dictionary<Guid, Journey?>();
        for (var done = 0; done < ids.Count; done += PerRound)
            foreach (var journey in change.Round([.. ids.Skip(done).Take(PerRound)], cause))
                journeys.Add(journey.Key, journey.Value);
        return journeys;
    }

    private static Dictionary<Guid, Journey?> Round(this Change change, IReadOnlyCollection<Guid> ids, MoveCause cause)
    {
        var data = change.AllData;
        var opportunities = data.Opportunities(ids);
        var processes = data.Processes([.. opportunities.Select(opportunity => opportunity.ProcessId).OfType<Guid>().Distinct()]);
        var answers = data.AnswersOn(ids);
        var visits = data.VisitsOf(ids);

        var journeys = new Dictionary<Guid, Journey?>();
        foreach (var opportunity in opportunities)
        {
            var process = opportunity.ProcessId is { } processId ? processes[processId] : null;
            var journey = process is null
                ? null
                : Journey.Of(opportunity.Id, process, answers[opportunity.Id], visits[opportunity.Id], cause, change.Now);

            data.Store(journey?.Visits ?? Visits.Ended(visits[opportunity.Id], change.Now), opportunity, process);
            data.Store(opportunity, journey);
            journeys.Add(opportunity.Id, journey);
        }
        return journeys;
    }
}
