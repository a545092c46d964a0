namespace BuyerPath.Sandbox.Pipeline;

/// <summary>On whose behalf and from where a request runs. Immutable; a nested request gets a changed copy.</summary>
internal sealed record Call
{
    public required Kernel Kernel { get; init; }

    /// <summary>The user whose rights and name the request has.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The user who began it all.</summary>
    public required Guid InitiatingUserId { get; init; }

    /// <summary>1 from outside, one more for every plugin in between. What the platform itself starts keeps the depth.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>The context of the plugin, or of the event of the platform, that made the request; null from outside.</summary>
    public PluginContext? Parent { get; init; }

    /// <summary>The open transaction; null before one began.</summary>
    public Transaction? Transaction { get; init; }

    /// <summary>Language of labels in what is read.</summary>
    public int Language { get; init; } = 1033;

    /// <summary>True while an import asked for no plugins.</summary>
    public bool SkipsSteps { get; init; }

    /// <summary>The same for everything that one request from outside sets off.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>The caller's tag, which plugins find in their shared variables.</summary>
    public object? Tag { get; init; }

    /// <summary>Leaves a line in the trace, in the name of the user whose rights the request has.</summary>
    public void Tell(TraceKind kind, string message, string? table, string? text) => Kernel.Tell(kind, UserId, message, table, Depth, text);

    /// <summary>Leaves a refusal in the trace, in the name of that user.</summary>
    public void Note(NotSupportedException refusal, string message) => Kernel.Note(refusal, UserId, message, Depth);
}
