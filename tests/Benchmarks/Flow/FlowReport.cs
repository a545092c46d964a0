using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BuyerPath.Domain.Flow;

namespace BuyerPath.Benchmarks.Flow;

/// <summary>All flow measures of a file as JSON: what the flow module says, with the names of the file.</summary>
internal static class FlowReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ShortNumbers() },
    };

    /// <summary>Measures a file from its first time on.</summary>
    /// <param name="file">The visits.</param>
    /// <param name="until">Nothing later is known (UTC); null for the last time in the file, what happened at it included.</param>
    /// <exception cref="ArgumentException">The window has no length.</exception>
    public static string Of(VisitFile file, DateTime? until)
    {
        var spells = CaseSpell.Of(file);
        var window = new Window(
            spells.Min(each => each.Spell.OpenedOn),
            until ?? file.Cases.SelectMany(rows => rows).Max(row => row.LeftOn ?? row.EnteredOn).AddTicks(1));
        var flow = FlowMeasures.Of(spells.Select(each => each.Spell).ToList(), window);
        var open = spells
            .Where(each => each.Spell.OpenedOn <= window.To && !(each.Spell.ClosedOn <= window.To))
            .Select(each => Present(each, window.To))
            .ToList();

        return JsonSerializer.Serialize(
            new
            {
                from = window.From,
                until = window.To,
                cases = file.Cases.Count,
                spells = spells.Count,
                flow.Wip,
                flow.Throughput,
                stages = flow.Stages.Select(stage => new
                {
                    order = stage.Stage,
                    name = file.StageName(stage.Stage),
                    wip = open.Count(each => each.Visit.Stage == stage.Stage),
                    visitDwell = Dwell(stage.VisitDwell),
                    totalDwell = Dwell(stage.TotalDwell),
                    stage.FirstPassYield,
                    stage.NoDecisionRate,
                }),
                open = open.Select(each => new
                {
                    each.Case,
                    stage = file.StageName(each.Visit.Stage),
                    each.AgeDays,
                    each.StageAgeDays,
                    agePercentile = flow.Stages.Single(stage => stage.Stage == each.Visit.Stage).AgePercentile(each.StageAgeDays),
                }),
                flow.WaitingShares,
                flow.FlowEfficiency,
                flow.RolledYield,
                moves = new { flow.Moves.All, flow.Moves.Back, flow.Moves.BackwardRate },
                flow.NoDecisionRate,
                lateNo = flow.LateNo is { } late ? new { late.Count } : null,
                promiseKeeping = new { customer = flow.CustomerPromises.Share, us = flow.OurPromises.Share },
                flow.LittlesLaw,
                notes = new[]
                {
                    "The file has no promised dates, no causes of moves and no hours: promise keeping is null, moves back have no causes, late noes no cost.",
                    "Flow efficiency counts the days on which the customer handed the ball on.",
                    $"An age percentile needs {StageFlow.LeastHistory} completed visits to the stage.",
                },
            },
            Options);
    }

    private static object Dwell(Survival dwell) => new
    {
        dwell.Completed,
        medianDays = dwell.DaysUntil(0.5),
        days85 = dwell.DaysUntil(0.85),
    };

    private static (string Case, SpellVisit Visit, double AgeDays, double StageAgeDays) Present(CaseSpell open, DateTime now)
    {
        var visit = open.Spell.Visits.Last(visit => visit.EnteredOn <= now);
        return (open.Case, visit, (now - open.Spell.OpenedOn).TotalDays, (now - visit.EnteredOn).TotalDays);
    }

    /// <summary>Rounds what is printed, after everything has been calculated.</summary>
    private sealed class ShortNumbers : JsonConverter<double>
    {
        private const int Digits = 6;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("The report is written, never read.");

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Math.Round(value, Digits));
    }
}
