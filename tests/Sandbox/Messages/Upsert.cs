using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Messages;

/// <summary>
/// Updates the row with that id or alternate key, or creates it. Only the steps of Create or Update run. The key is for
/// finding: an update does not write it, a create takes its values where the target has none.
/// </summary>
internal static class Upsert
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only("Target");
        var target = request.Required<Entity>("Target");
        return Run(call, call.Kernel.RowValues.TableOf(target.LogicalName), [target])[0];
    }

    public static OrganizationResponse ExecuteMany(Call call, OrganizationRequest request)
    {
        request.Only("Targets");
        var (table, targets) = ManyTargets.Of(call, request);
        return new UpsertMultipleResponse { ["Results"] = Run(call, table, targets).ToArray() };
    }

    private static IReadOnlyList<UpsertResponse> Run(Call call, Table table, IReadOnlyList<Entity> targets)
    {
        var isNew = targets.Select(target => IsNew(call, table, target)).ToList();
        var creates = targets.Where((_, at) => isNew[at]).ToList();
        var updates = targets.Where((_, at) => !isNew[at]).ToList();
        foreach (var target in creates) TakeKey(target);
        foreach (var target in updates) DropKey(target);

        var saves = new List<Save>();
        if (creates.Count > 0) saves.Add(new Create(table, creates));
        if (updates.Count > 0) saves.Add(Update.Of(call, updates, checksVersion: false, byPlatform: false));
        Save.Run(call, saves);

        return [.. targets.Select((target, at) => new UpsertResponse
        {
            ResponseName = "Upsert",
            ["RecordCreated"] = isNew[at],
            ["Target"] = new EntityReference(table.LogicalName, target.Id),
        })];
    }

    private static bool IsNew(Call call, Table table, Entity target) =>
        call.Kernel.RowValues.Find(table, target.Id, target.KeyAttributes) is null;

    private static void TakeKey(Entity target)
    {
        foreach (var (name, value) in target.KeyAttributes)
        {
            if (!target.Contains(name)) target[name] = value;
        }
    }

    private static void DropKey(Entity target)
    {
        foreach (var name in target.KeyAttributes.Keys) target.Attributes.Remove(name);
    }
}
