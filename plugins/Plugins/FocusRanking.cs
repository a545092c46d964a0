using BuyerPath.Domain.Focus;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>Compares the deals of a seller with each other.</summary>
internal static class FocusRanking
{
    /// <summary>
    /// Writes the focus tiers of all open opportunities of these owners, each owner's by a week of the usual hours: seven reads, and
    /// a write for each tier that changes.
    /// </summary>
    public static void Rank(this Change change, IReadOnlyCollection<Guid> owners)
    {
        if (owners.Count == 0) return;

        var data = change.AllData;
        var settings = data.FocusSettings();
        var rows = data.OpenOf(owners).ToLookup(row => row.IdOf(OpportunityTable.OwnerId));
        var deals = data.PlannedDeals([.. rows.SelectMany(each => each)]).ToDictionary(deal => deal.Candidate.OpportunityId);
        foreach (var own in rows)
            data.StoreTiers(own, SellerWeek.Of([.. own.Select(row => deals[row.Id])], settings.WeeklyHours, settings, change.Now));
    }
}
