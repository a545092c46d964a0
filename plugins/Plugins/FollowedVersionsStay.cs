using System.Reflection;
using BuyerPath.Domain;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;

namespace BuyerPath.Plugins;

/// <summary>Keeps a version as it was chosen, once an opportunity follows it: what is calculated from it does not change.</summary>
public abstract class FollowedVersionsStay : Plugin
{
    /// <summary>The Custom API that writes drafts, which nobody follows.</summary>
    private protected abstract string WritesDrafts { get; }

    /// <summary>The lookup of such a row to what it is part of; null of a version itself.</summary>
    private protected abstract string? Lookup(string table);

    /// <summary>Of these versions, or parts of versions, those that an opportunity follows, with the version's name.</summary>
    private protected abstract IReadOnlyDictionary<Guid, string> Followed(Change change, IEnumerable<Guid> owners);

    /// <inheritdoc />
    protected override void Run(Change change)
    {
        if (change.IsPartOf(WritesDrafts)) return;

        var changed = change.Rows.Where(row => WhatChanges(change, row).Count > 0).SelectMany(OwnersOf).Distinct().ToList();
        if (changed.Count == 0) return;

        var followed = Followed(change, changed);
        change.RequireEach(row => LifecycleRules.MayChange(
            OwnersOf(row).Select(id => followed.TryGetValue(id, out var name) ? name : null).FirstOrDefault(name => name is not null),
            WhatChanges(change, row)));
    }

    private IReadOnlyCollection<string> WhatChanges(Change change, ChangedRow row) =>
        change.Message == Message.UpdateMultiple ? [.. Watched(change).Where(row.Changes)] : [change.Table];

    /// <summary>The registration is the only list of the columns that stay.</summary>
    private string[] Watched(Change change) => GetType()
        .GetCustomAttributes<StepAttribute>()
        .Single(step => step.Message == change.Message && step.Table == change.Table)
        .When;

    /// <summary>What the row is part of; both where it moves from one to another.</summary>
    private IEnumerable<Guid> OwnersOf(ChangedRow row) => Lookup(row.Target.LogicalName) is { } lookup
        ? new[] { row.Before.OptionalIdOf(lookup), row.Target.OptionalIdOf(lookup) }.OfType<Guid>()
        : [row.Target.Id];
}
