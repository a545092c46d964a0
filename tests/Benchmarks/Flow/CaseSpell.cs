using BuyerPath.Domain.Flow;
using BuyerPath.Domain.Outcomes;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Turns;

namespace BuyerPath.Benchmarks.Flow;

/// <summary>A run of a case from opening to closing, as the flow module measures it.</summary>
/// <param name="Case">Which case.</param>
/// <param name="Spell">The run.</param>
public sealed record CaseSpell(string Case, Spell Spell)
{
    /// <summary>All spells of the file, in the order in which its cases first appear.</summary>
    public static IReadOnlyList<CaseSpell> Of(VisitFile file) => file.Cases
        .SelectMany(rows => Runs(rows).Select(run => new CaseSpell(run[0].Case, SpellOf(run, file.StageOrders))))
        .ToList();

    /// <summary>
    /// An outcome ends a spell; rows after it were reopened. An outcome that all rows of a case repeat is that of the case.
    /// </summary>
    private static IEnumerable<IReadOnlyList<VisitRow>> Runs(IReadOnlyList<VisitRow> rows)
    {
        if (rows.Select(row => row.Outcome).Distinct().Count() == 1) return [rows];

        var ended = 0;
        return rows.GroupBy(row => row.Outcome == null ? ended : ended++).Select(run => run.ToList());
    }

    private static Spell SpellOf(IReadOnlyList<VisitRow> rows, IReadOnlyDictionary<string, int> orders) =>
        new(rows[0].EnteredOn, rows[^1].LeftOn, rows[^1].Outcome, VisitsOf(rows, orders))
        {
            Turns = TurnsOf(rows).ToList(),
            ActiveDays = rows.Where(row => row.Holder == Party.Customer && row.LeftOn != null).Select(row => row.LeftOn!.Value.Date).Distinct().ToList(),
        };

    private static List<SpellVisit> VisitsOf(IReadOnlyList<VisitRow> rows, IReadOnlyDictionary<string, int> orders)
    {
        var visits = new List<SpellVisit>();
        foreach (var row in rows)
        {
            var stage = orders[row.Stage];
            if (visits.Count > 0 && visits[^1].Stage == stage) visits[^1] = visits[^1] with { LeftOn = row.LeftOn };
            else visits.Add(new SpellVisit(stage, row.EnteredOn, row.LeftOn, MoveCause.Recalculated)); // the file gives no causes, and the report none
        }
        return visits;
    }

    private static IEnumerable<Turn> TurnsOf(IReadOnlyList<VisitRow> rows)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            if (at > 0 && rows[at - 1].LeftOn < rows[at].EnteredOn)
                yield return new Turn(null, Party.Nobody, IsOverdue: false, rows[at - 1].LeftOn!.Value, rows[at].EnteredOn, DueOn: null);
            yield return new Turn(null, rows[at].Holder, IsOverdue: false, rows[at].EnteredOn, rows[at].LeftOn, DueOn: null);
        }
    }
}
