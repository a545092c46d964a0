using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor.Records;

/// <summary>History without overlap: an opportunity has at most one interval of a kind that has not ended.</summary>
/// <param name="set">The rows.</param>
/// <param name="end">The column that is empty while the interval goes on.</param>
/// <param name="what">What an interval is called, for several.</param>
internal abstract class OneIntervalIsOpen(string set, string end, string what) : IExamination
{
    public IEnumerable<Finding> Examine(Examined environment)
    {
        var doubled = environment.Connection.Rows($"{set}?$select=_buy_opportunityid_value&$filter={end} eq null")
            .CountBy(row => row.Text("_buy_opportunityid_value")!)
            .Count(opportunity => opportunity.Value > 1);
        if (doubled > 0)
            yield return new Finding(
                $"{doubled} opportunities have several open {what}: their durations are counted twice.",
                $"see whether data was imported into {set}, which plugins alone write; delete the rows that were, then run backfill.cs with --recalculate.");
    }
}

/// <summary>One stage visit.</summary>
internal sealed class OneVisitIsOpen() : OneIntervalIsOpen("buy_stagevisits", "buy_lefton", "stage visits");

/// <summary>One turn.</summary>
internal sealed class OneTurnIsOpen() : OneIntervalIsOpen("buy_turns", "buy_endedon", "turns");
