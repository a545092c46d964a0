using System.Text.Json.Nodes;
using BuyerPath.Domain;
using BuyerPath.Domain.Positions;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin;

/// <summary>
/// Lets opportunities that were there before BuyerPath begin their journey: each open one gets the segment of its account, and the process
/// of that segment or else the default one. No answer is made up: a sales stage says what we did and not what the customer did, so a
/// journey begins at the start, with the seller's stage beside it and the first questions to ask.
/// </summary>
public static class Backfill
{
    private const int Telling = 100;
    private const int RecalculatedAtOnce = 200;

    /// <summary>How to call it.</summary>
    public const string Usage = """
        Gives open opportunities that follow no buying process the segment of their account and a process: that of the segment,
        else the default one. It makes up no answers: the journey begins at the start, beside the stage of Sales.

          dotnet pac-scripts/backfill.cs URL [--most NUMBER] [--recalculate] [options]

          --most NUMBER        only so many, to see first how it looks
          --recalculate        only calculates anew what was not calculated today, as the nightly flow does

        What is done is out of the way of the next run: after an interruption, run it again.
        """;

    /// <summary>Does it.</summary>
    /// <exception cref="AdminException">It cannot be done, or some opportunities were refused.</exception>
    public static void Perform(Arguments arguments, Desk desk)
    {
        var session = Session.Of(arguments, desk);
        var most = arguments.WholeNumber("--most", 1, int.MaxValue, int.MaxValue);
        var recalculates = arguments.Flag("--recalculate");
        arguments.RefuseOthers(1);

        using var connection = Connection.Open(session);
        if (recalculates) Recalculate(session, connection);
        else Begin(session, connection, most);
    }

    private static void Recalculate(Session session, Connection connection)
    {
        session.Agree($"In {session.Target.Url}:", ["open opportunities that were not calculated today are calculated anew"]);
        for (int done = 0, left = 1; left > 0;)
        {
            var answer = connection.Call("buy_RecalculateJourneys", new JsonObject { ["Most"] = RecalculatedAtOnce });
            done += answer.Number("Recalculated");
            left = answer.Number("Left");
            session.Desk.Say($"{done} calculated, {left} left.");
        }
    }

    private static void Begin(Session session, Connection connection, int most)
    {
        var processes = Processes.In(connection, Shipped.Here);
        // All ids first: a row that has been given its process leaves the filter, and would move the pages behind it.
        var waiting = connection
            .Rows("opportunities?$select=opportunityid,name,_buy_segmentid_value&$expand=parentaccountid($select=_buy_segmentid_value)&$filter=statecode eq 0 and _buy_processid_value eq null&$orderby=createdon")
            .Select(row => new Waiting(
                row.Text("opportunityid")!,
                row.Text("name"),
                row.Text("_buy_segmentid_value"),
                row.GetProperty("parentaccountid") is { ValueKind: System.Text.Json.JsonValueKind.Object } account ? account.Text("_buy_segmentid_value") : null))
            .Take(most)
            .ToList();
        if (waiting.Count == 0)
        {
            session.Desk.Say("Every open opportunity follows a process. Nothing to do.");
            return;
        }

        session.Agree($"In {session.Target.Url}, {waiting.Count} open opportunities begin:",
            waiting.CountBy(opportunity => processes.For(opportunity.Segment).Name).OrderByDescending(count => count.Value).Select(count => $"{count.Value} with the process '{count.Key}'"));
        var refused = waiting.Index().Count(opportunity => !TryBegin(session.Desk, connection, processes, opportunity.Item, opportunity.Index + 1, waiting.Count));
        if (refused > 0) throw new AdminException($"{refused} of {waiting.Count} opportunities were refused; the others are done.", "correct what the sentences above name, then run this again.");
        session.Desk.Say($"{waiting.Count} opportunities have begun.");
    }

    private static bool TryBegin(Desk desk, Connection connection, Processes processes, Waiting opportunity, int number, int all)
    {
        if (number % Telling == 0) desk.Say($"{number} of {all} ...");
        var columns = new JsonObject { ["buy_ProcessId@odata.bind"] = $"/buy_processes({processes.For(opportunity.Segment).Id})" };
        if (opportunity is { OwnSegment: null, AccountSegment: { } segment }) columns["buy_SegmentId@odata.bind"] = $"/buy_segments({segment})";
        try
        {
            connection.Update($"opportunities({opportunity.Id})", columns);
            return true;
        }
        catch (WebApiException refusal)
        {
            desk.Say($"REFUSED {opportunity.Name} ({opportunity.Id}): {refusal.Message}");
            return false;
        }
    }

    /// <summary>An opportunity without a process.</summary>
    private sealed record Waiting(string Id, string? Name, string? OwnSegment, string? AccountSegment)
    {
        public string? Segment => OwnSegment ?? AccountSegment;
    }

    /// <summary>Which process an opportunity begins with.</summary>
    private sealed class Processes(Process byDefault, IReadOnlyDictionary<string, Process> bySegment)
    {
        public Process For(string? segment) => segment is not null && bySegment.TryGetValue(segment, out var process) ? process : byDefault;

        public static Processes In(Connection connection, Shipped shipped)
        {
            var active = connection
                .Rows($"buy_processes?$select=buy_processid,buy_name,buy_key&$filter=buy_lifecycle eq {shipped.Option(Lifecycle.Active)}&$orderby=buy_version desc")
                .Select(row => new Process(row.Text("buy_processid")!, row.Text("buy_name")!, row.Text("buy_key")!))
                .ToList();
            var key = EnvironmentVariables.Read(connection).GetValueOrDefault(ProcessRules.DefaultProcessName);
            var byDefault = active.Find(process => process.Key == key)
                ?? throw new AdminException(
                    $"There is no active process with the key \"{key}\" of {ProcessRules.DefaultProcessName}.",
                    "bring the templates with seed.cs, or give the environment variable the key of an active process.");
            var bySegment =
                from segment in connection.Rows("buy_segments?$select=buy_segmentid,_buy_processid_value&$filter=_buy_processid_value ne null")
                join process in active on segment.Text("_buy_processid_value") equals process.Id
                select (Segment: segment.Text("buy_segmentid")!, Process: process);
            return new Processes(byDefault, bySegment.ToDictionary(pair => pair.Segment, pair => pair.Process));
        }
    }

    private sealed record Process(string Id, string Name, string Key);
}
