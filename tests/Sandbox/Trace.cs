namespace BuyerPath.Sandbox;

/// <summary>Kinds of trace entries.</summary>
public enum TraceKind
{
    /// <summary>A request from outside.</summary>
    Request,

    /// <summary>A service call made by a plugin.</summary>
    PluginCall,

    /// <summary>A step, or the plugin of a custom API, that ran.</summary>
    Step,

    /// <summary>Text a plugin wrote with ITracingService.</summary>
    Text,

    /// <summary>Something refused as not supported.</summary>
    Refusal,

    /// <summary>An asynchronous step that failed: nobody else hears of it.</summary>
    AsynchronousFailure,
}

/// <summary>One line of the trace.</summary>
/// <param name="At">When, by the organization's clock.</param>
/// <param name="UserId">The user with whose rights it happened; null when it was refused before anyone asked who it was.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Message">Name of the message: Create, RetrieveMultiple, a custom API ...</param>
/// <param name="Table">Logical name of the table; null for messages of no table.</param>
/// <param name="Depth">1 for a request from outside, one more for each plugin on the way.</param>
/// <param name="Text">Name of the step, text of the plugin, or sentence of the refusal.</param>
public sealed record TraceEntry(DateTimeOffset At, Guid? UserId, TraceKind Kind, string Message, string? Table, int Depth, string? Text);

/// <summary>The trace of an organization, in order; thread-safe. It keeps the last <see cref="Capacity"/> entries.</summary>
public sealed class Trace
{
    /// <summary>How many entries are kept; older ones are forgotten.</summary>
    public const int Capacity = 10_000;

    private readonly Queue<TraceEntry> _entries = new();

    /// <summary>A copy of the entries so far.</summary>
    public IReadOnlyList<TraceEntry> Entries { get { lock (_entries) return [.. _entries]; } }

    /// <summary>Forgets all entries.</summary>
    public void Clear() { lock (_entries) _entries.Clear(); }

    internal void Add(TraceEntry entry)
    {
        lock (_entries)
        {
            if (_entries.Count == Capacity) _entries.Dequeue();
            _entries.Enqueue(entry);
        }
    }
}
