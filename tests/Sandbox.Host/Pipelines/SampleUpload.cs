using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>
/// Brings the sample pipeline into an environment, in the order in which it happened. An environment does not go back in time: answers,
/// shares and promises keep their days, and the history of stages and turns begins today.
/// </summary>
public static class SampleUpload
{
    /// <summary>Brings those opportunities that are not there by their name.</summary>
    /// <param name="connection">The environment.</param>
    /// <param name="desk">Where the administrator is told.</param>
    /// <exception cref="AdminException">The pipeline does not fit the processes or the content of the environment.</exception>
    public static void Perform(Connection connection, Desk desk)
    {
        var file = SamplePipelineFile.Read(Repository.PathOf("solution/data/sample/pipeline.yaml"));
        var rows = new WebRows(connection);
        var now = DateTimeOffset.UtcNow;
        var journeys = file.Opportunities.Select(opportunity => new SampleJourney(opportunity, rows, now)).Where(journey => !rows.HasOpportunity(journey.Name)).ToList();
        if (journeys.SelectMany(journey => journey.Findings()).ToList() is { Count: > 0 } findings)
            throw new AdminException(string.Join(Environment.NewLine, findings), "give --starter, too, where the content is not there yet.");

        foreach (var happening in journeys.SelectMany(journey => journey.Events()).OrderBy(happening => happening.At))
            happening.Happen(happening.At);
        desk.Say($"{journeys.Count} opportunities of the sample pipeline are new.");
    }
}
