using BuyerPath.Domain;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps an opportunity's scores those of its scoring model: an active one, chosen while the opportunity is open, to which the
/// ratings go along that it asks for as well. A new opportunity is calculated with its process.
/// </summary>
[Step(Message.Create, OpportunityTable.LogicalName, Pipeline.PreOperation, Rank = 2)] // after its segment's
[Step(Message.Update, OpportunityTable.LogicalName, Pipeline.PostOperation,
    When = [OpportunityTable.ScoringModelId], Before = [OpportunityTable.ScoringModelId, OpportunityTable.StateCode])]
public sealed class OpportunitiesFollowTheirModel : Plugin
{
    /// <summary>Announced while ratings are copied: the scores are calculated once, after the last of them.</summary>
    internal const string KeepingRatings = "buy_KeepingRatings";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var moved = change.Rows.Where(row => row.Changes(OpportunityTable.ScoringModelId)).ToList();
        if (moved.Count == 0) return;

        foreach (var row in moved) Change.Require(ScoringModelRules.MayBeExchanged(OpportunityRows.IsClosed(row)));

        var models = change.AllData.ScoringModels([.. moved.Select(ChosenBy).OfType<Guid>().Distinct()]);
        foreach (var model in models.Values) Change.Require(ScoringModelRules.MayBeChosen(model));
        if (change.Message == Message.Update) Follow(change, moved, models);
    }

    private static void Follow(Change change, IReadOnlyCollection<ChangedRow> moved, IReadOnlyDictionary<Guid, ScoringModel> models)
    {
        var ids = moved.Select(row => row.Target.Id).ToList();
        change.AllData.Lock(ids, change.Now);
        change.Announce(KeepingRatings);
        var given = change.AllData.GivenOn(RatingRows.Evidence, ids);
        foreach (var row in moved)
            if (ChosenBy(row) is { } chosen)
                change.AllData.Keep(RatingRows.Evidence, given[row.Target.Id], VersionChange.Kept([.. given[row.Target.Id].Select(each => each.Given)], models[chosen].Asks));
        change.RecalculateLocked(ids, MoveCause.StaleEvidence);
    }

    private static Guid? ChosenBy(ChangedRow row) => row.After<EntityReference>(OpportunityTable.ScoringModelId)?.Id;
}
