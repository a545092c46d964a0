using BuyerPath.Domain;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Plugins;

/// <summary>
/// Keeps an opportunity's journey that of its buying process: from its creation, where its first turn begins too, and
/// whenever another process is chosen, to which the answers go along that it asks for as well.
/// On the single messages: whether a tenant's opportunity table knows the bulk ones is not documented.
/// </summary>
[Step(Message.Create, OpportunityTable.LogicalName, Pipeline.PostOperation)]
[Step(Message.Update, OpportunityTable.LogicalName, Pipeline.PostOperation,
    When = [OpportunityTable.ProcessId], Before = [OpportunityTable.ProcessId, OpportunityTable.StateCode])]
public sealed class OpportunitiesFollowTheirProcess : Plugin
{
    /// <summary>Announced while answers are copied: the position is calculated once, after the last of them.</summary>
    internal const string KeepingAnswers = "buy_KeepingAnswers";

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        var moved = change.Rows.Where(row => change.Message == Message.Create || row.Changes(OpportunityTable.ProcessId)).ToList();
        if (moved.Count == 0) return;

        foreach (var row in moved) Change.Require(ProcessRules.MayBeExchanged(OpportunityRows.IsClosed(row)));

        var processes = change.AllData.Processes([.. moved.Select(ChosenBy).OfType<Guid>().Distinct()]);
        foreach (var process in processes.Values) Change.Require(ProcessRules.MayBeChosen(process));

        change.AllData.Lock(moved.Select(row => row.Target.Id), change.Now);
        if (change.Message == Message.Update) KeepAnswers(change, moved, processes);
        foreach (var cause in moved.ToLookup(CauseOf, row => row.Target.Id))
            change.RecalculateLocked([.. cause], cause.Key);
    }

    private static void KeepAnswers(Change change, IReadOnlyCollection<ChangedRow> moved, IReadOnlyDictionary<Guid, BuyingProcess> processes)
    {
        change.Announce(KeepingAnswers);
        var given = change.AllData.GivenOn(AnswerRows.Evidence, moved.Select(row => row.Target.Id));
        foreach (var row in moved)
            if (ChosenBy(row) is { } chosen)
                change.AllData.Keep(AnswerRows.Evidence, given[row.Target.Id], VersionChange.Kept([.. given[row.Target.Id].Select(each => each.Given)], processes[chosen].Asks));
    }

    private static Guid? ChosenBy(ChangedRow row) => row.After<EntityReference>(OpportunityTable.ProcessId)?.Id;

    private static MoveCause CauseOf(ChangedRow row) =>
        row.Before.Contains(OpportunityTable.ProcessId) ? MoveCause.OtherProcess : MoveCause.ProcessChosen;
}
