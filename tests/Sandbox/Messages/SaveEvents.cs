using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>
/// The events of one save. The platform merges the single and the multiple message: every row is a Create (or Update) of
/// its own, and all of them together one CreateMultiple, on the same targets.
/// </summary>
internal sealed class SaveEvents
{
    private readonly IReadOnlyList<MessageEvent> _singles;
    private readonly MessageEvent _multiple;

    /// <param name="call">Who saves.</param>
    /// <param name="message">Create or Update.</param>
    /// <param name="targets">What is saved, all of one table.</param>
    public SaveEvents(Call call, string message, IReadOnlyList<Entity> targets)
        : this(targets, (single, inputs) => EventOf(call, message + (single is null ? "Multiple" : ""), targets[0].LogicalName, inputs, call.Parent)) { }

    /// <summary>The events inside the transaction, which have those of stage 10 as their parents.</summary>
    /// <param name="call">Who saves.</param>
    /// <param name="outer">The events of stage 10.</param>
    /// <param name="part">What is saved now, each with its position in <paramref name="outer"/>.</param>
    public SaveEvents(Call call, SaveEvents outer, IReadOnlyList<(int Position, Entity Target)> part)
        : this([.. part.Select(item => item.Target)], (single, inputs) =>
        {
            var parent = single is { } at ? outer._singles[part[at].Position] : outer._multiple;
            return EventOf(call, parent.Message, parent.Table!, inputs, new PluginContext(call, parent, stage: 10));
        }) { }

    private SaveEvents(IReadOnlyList<Entity> targets, Func<int?, ParameterCollection, MessageEvent> make)
    {
        _singles = [.. targets.Select((target, at) => make(at, new() { ["Target"] = target }))];
        _multiple = make(null, new() { ["Targets"] = new EntityCollection([.. targets]) { EntityName = targets[0].LogicalName } });
        All = [.. _singles, _multiple];
        for (var at = 0; at < targets.Count; at++) _singles[at].PrimaryId = targets[at].Id;
    }

    /// <summary>The single events in the order of the targets, then the multiple one.</summary>
    public IReadOnlyList<MessageEvent> All { get; }

    /// <summary>The targets as the steps so far have left them.</summary>
    public IReadOnlyList<Entity> Targets => [.. _singles.Select(single => (Entity)single.Inputs["Target"])];

    /// <summary>Sets the rows before the operation, for the images.</summary>
    public void SetBefore(IReadOnlyList<Row?> rows) => SetRows(rows, (e, own) => e.Before = own);

    /// <summary>Sets the rows after the operation, for the images, and what the messages answer.</summary>
    public void SetAfter(IReadOnlyList<Row> rows, bool created)
    {
        SetRows(rows, (e, own) => e.After = own);
        for (var at = 0; at < rows.Count; at++) _singles[at].PrimaryId = rows[at].Id;
        if (!created) return;
        for (var at = 0; at < rows.Count; at++) _singles[at].Outputs["id"] = rows[at].Id;
        _multiple.Outputs["Ids"] = rows.Select(row => row.Id).ToArray();
    }

    /// <summary>After a step put another entity into its parameters: the other message shall see it too.</summary>
    public void Reconcile(MessageEvent ran)
    {
        var collection = (EntityCollection)_multiple.Inputs["Targets"];
        if (ran != _multiple)
        {
            for (var at = 0; at < _singles.Count; at++) collection[at] = (Entity)_singles[at].Inputs["Target"];
            return;
        }
        if (collection.Entities.Count != _singles.Count)
            throw Fault.Of(ErrorCode.PluginFailed, $"A step changed the number of targets of {_multiple.Message} from {_singles.Count} to {collection.Entities.Count}.");
        for (var at = 0; at < _singles.Count; at++) _singles[at].Inputs["Target"] = collection[at];
    }

    private void SetRows(IReadOnlyList<Row?> rows, Action<MessageEvent, IReadOnlyList<Row?>> set)
    {
        for (var at = 0; at < rows.Count; at++) set(_singles[at], [rows[at]]);
        set(_multiple, rows);
    }

    private static MessageEvent EventOf(Call call, string message, string table, ParameterCollection inputs, PluginContext? parent)
    {
        var e = new MessageEvent { Message = message, Table = table, Inputs = inputs, Parent = parent };
        e.Share(call.Tag);
        return e;
    }
}
