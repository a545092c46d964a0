using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Formulas;
using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>What all requests of an organization share.</summary>
internal sealed class Kernel(SolutionModel model, PluginCatalog plugins, RowStore rows, Trace trace, OrganizationOptions options)
{
    public SolutionModel Model { get; } = model;

    public RowStore Rows { get; } = rows;

    public Trace Trace { get; } = trace;

    public RowValues RowValues { get; } = new(model, rows);

    /// <summary>Roles by id.</summary>
    public IReadOnlyDictionary<Guid, SecurityRole> Roles { get; } = model.Roles.ToDictionary(role => role.Id);

    /// <summary>By the many side: the relationships along which access to a row is access to the rows below it.</summary>
    public ILookup<string, OneToMany> HandingDown { get; } = model.OneToMany.Values
        .Where(relationship => relationship.OnShare == Cascade.Cascade || relationship.OnReparent == Cascade.Cascade)
        .ToLookup(relationship => relationship.ManyTable);

    public StepTable Steps { get; } = new(model.Steps);

    public PluginInstances Plugins { get; } = new(plugins);

    /// <summary>Asynchronous steps of committed transactions, in order.</summary>
    public Queue<BackgroundStep> Background { get; } = new();

    /// <summary>The first refusal inside the current request from outside; that request ends with it.</summary>
    public NotSupportedException? Refusal { get; set; }

    public void BeforePluginCall(OrganizationRequest request) => options.BeforePluginCall(request);

    public Guid NewId() => options.NewId();

    /// <summary>Now in UTC, in whole seconds as the database keeps it.</summary>
    public DateTime Now()
    {
        var now = options.Clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
    }

    /// <summary>These rows with what their formula columns give now.</summary>
    public FormulaRows AsRead(IRows rows) => new(rows, Model, Now());

    public Values ValuesIn(int language) => new(Model, Rows, language);

    /// <summary>Leaves a line in the trace.</summary>
    public void Tell(TraceKind kind, Guid? userId, string message, string? table, int depth, string? text) =>
        Trace.Add(new TraceEntry(options.Clock.GetUtcNow(), userId, kind, message, table, depth, text));

    /// <summary>Notes a refusal once, however many callers it passes on its way out.</summary>
    public void Note(NotSupportedException refusal, Guid? userId, string message, int depth)
    {
        if (ReferenceEquals(Refusal, refusal)) return;
        Refusal ??= refusal;
        Tell(TraceKind.Refusal, userId, message, table: null, depth, refusal.Message);
    }
}
