using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Security;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Rows of one table that are created or updated together, on their way through the stages.</summary>
internal abstract class Save(string message, Table table, IReadOnlyList<Entity> targets)
{
    private SaveEvents? _outer;

    protected Table Table { get; } = table;

    /// <summary>The rows that were saved, in the order of the targets.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Stage 10 of all of them outside, the rest of all of them in one transaction.</summary>
    public static void Run(Call call, params IReadOnlyList<Save> saves)
    {
        foreach (var save in saves) save.Begin(call);
        Transaction.Run(call, inner =>
        {
            foreach (var save in saves) save.Complete(inner);
            return true;
        });
    }

    /// <summary>The row as it was before the operation; null for a new one.</summary>
    protected abstract Row? Before(Call call, Entity target);

    /// <summary>What is checked once in the transaction, before the first step in it: versions, and what the caller may do.</summary>
    protected abstract void Verify(Call call, SaveCheck check, Entity target);

    /// <summary>The parts that are saved one after the other, each with its own run of stages 20 and 40.</summary>
    protected virtual IEnumerable<IReadOnlyList<(int Position, Entity Target)>> Parts(IReadOnlyList<Entity> all) =>
        [[.. all.Select((target, position) => (position, target))]];

    /// <summary>Stores one row.</summary>
    protected abstract Row Write(Call call, Entity target);

    private void Begin(Call call)
    {
        RowRules.RefuseDirect(Table, message);
        _outer = new SaveEvents(call, message, targets);
        _outer.SetBefore([.. targets.Select(target => Before(call, target))]);
        StepRunner.Run(call, 10, _outer.All, _outer.Reconcile);
    }

    private void Complete(Call call)
    {
        var check = new SaveCheck(call, Table);
        foreach (var target in _outer!.Targets) Verify(call, check, target);
        foreach (var part in Parts(_outer.Targets)) Rows = Complete(call, new SaveEvents(call, _outer, part));
    }

    private IReadOnlyList<Row> Complete(Call call, SaveEvents events)
    {
        events.SetBefore([.. events.Targets.Select(target => Before(call, target))]);
        StepRunner.Run(call, 20, events.All, events.Reconcile);

        var inner = call with { Parent = new PluginContext(call, events.All[0], StepRunner.MainStage) };
        foreach (var target in events.Targets) RowRules.RefuseRelated(target, message);
        var written = events.Targets.Select(target => Write(inner, target)).ToList();

        // Writing a row can write others too (a new owner cascades), so the images are taken when all are written.
        var rows = written.Select(row => call.Kernel.Rows.Find(row.Table, row.Id)!).ToList();
        events.SetAfter(rows, created: message == "Create");
        StepRunner.Run(call, 40, events.All, events.Reconcile);
        StepRunner.Defer(call, events.All);
        return rows;
    }
}
