using System.Reflection;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Api;
using BuyerPath.Plugins.Registration;
using BuyerPath.Plugins.Rows;
using BuyerPath.Plugins.Schema;

namespace BuyerPath.Plugins;

/// <summary>Keeps a process as it was chosen, once an opportunity follows it: what its positions are calculated from does not change.</summary>
[Step(Message.UpdateMultiple, ProcessTable.LogicalName, Pipeline.PreOperation,
    When =
    [
        ProcessTable.Key, ProcessTable.Version, ProcessTable.Mode, ProcessTable.PriorBits,
        ProcessTable.StatementHalfLifeDays, ProcessTable.DeedHalfLifeDays,
    ],
    Before =
    [
        ProcessTable.Key, ProcessTable.Version, ProcessTable.Mode, ProcessTable.PriorBits,
        ProcessTable.StatementHalfLifeDays, ProcessTable.DeedHalfLifeDays,
    ])]
[Step(Message.CreateMultiple, StageTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, StageTable.LogicalName, Pipeline.PreOperation,
    When = [StageTable.ProcessId, StageTable.Key, StageTable.Order],
    Before = [StageTable.ProcessId, StageTable.Key, StageTable.Order])]
[Step(Message.Delete, StageTable.LogicalName, Pipeline.PreOperation, Before = [StageTable.ProcessId])]
[Step(Message.CreateMultiple, QuestionTable.LogicalName, Pipeline.PreOperation)]
[Step(Message.UpdateMultiple, QuestionTable.LogicalName, Pipeline.PreOperation,
    When =
    [
        QuestionTable.StageId, QuestionTable.Key, QuestionTable.Order, QuestionTable.Weight, QuestionTable.Kind,
        QuestionTable.IsNegative, QuestionTable.StateCode,
    ],
    Before =
    [
        QuestionTable.StageId, QuestionTable.Key, QuestionTable.Order, QuestionTable.Weight, QuestionTable.Kind,
        QuestionTable.IsNegative, QuestionTable.StateCode,
    ])]
[Step(Message.Delete, QuestionTable.LogicalName, Pipeline.PreOperation, Before = [QuestionTable.StageId])]
public sealed class FollowedProcessesStay : Plugin
{
    /// <inheritdoc />
    protected override void Run(Change change)
    {
        if (change.IsPartOf(CloneProcess.Name)) return; // nobody follows a draft that is being written

        var changed = change.Rows.Where(row => WhatChanges(change, row).Count > 0).SelectMany(row => OwnersOf(row)).Distinct().ToList();
        if (changed.Count == 0) return;

        var followed = change.Table == QuestionTable.LogicalName
            ? change.AllData.StagesFollowedOf(changed)
            : change.AllData.FollowedOf(changed);
        change.RequireEach(row => ProcessRules.MayChange(
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

    /// <summary>The process of a process or a stage, the stage of a question; both where it moves from one to another.</summary>
    private static IEnumerable<Guid> OwnersOf(ChangedRow row) => row.Target.LogicalName switch
    {
        ProcessTable.LogicalName => [row.Target.Id],
        StageTable.LogicalName => Ends(row, StageTable.ProcessId),
        _ => Ends(row, QuestionTable.StageId),
    };

    private static IEnumerable<Guid> Ends(ChangedRow row, string lookup) =>
        new[] { row.Before.OptionalIdOf(lookup), row.Target.OptionalIdOf(lookup) }.OfType<Guid>();
}
