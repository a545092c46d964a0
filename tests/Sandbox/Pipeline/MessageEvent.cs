using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>One message on its way through the stages: its parameters, the variables its steps share, and the rows it concerns.</summary>
internal sealed class MessageEvent
{
    public required string Message { get; init; }

    /// <summary>Logical name of the table; null for messages of no table.</summary>
    public string? Table { get; init; }

    public Guid PrimaryId { get; set; }

    public required ParameterCollection Inputs { get; init; }

    public ParameterCollection Outputs { get; } = [];

    public ParameterCollection SharedVariables { get; private set; } = [];

    /// <summary>Context of the step or event that made the request; for a save inside its transaction, the one of stage 10.</summary>
    public PluginContext? Parent { get; set; }

    /// <summary>The rows as they were, in the order of the targets; null where there was none.</summary>
    public IReadOnlyList<Row?> Before { get; set; } = [];

    /// <summary>The rows as they are after the operation.</summary>
    public IReadOnlyList<Row?> After { get; set; } = [];

    /// <summary>True for CreateMultiple and UpdateMultiple, whose steps read images by position.</summary>
    public bool IsMultiple => Inputs.Contains("Targets");

    /// <summary>What is to be saved; empty for messages that save nothing.</summary>
    public IEnumerable<Entity> Targets =>
        Inputs.TryGetValue("Targets", out var many) && many is EntityCollection collection ? collection.Entities
        : Inputs.TryGetValue("Target", out var one) && one is Entity entity ? [entity]
        : [];

    /// <summary>Starts the variables that steps share: the caller's tag, and for the saves what stage 10 left is in the parent.</summary>
    public void Share(object? tag)
    {
        SharedVariables = [];
        if (tag is not null) SharedVariables["tag"] = tag;
    }

    /// <summary>True unless the step is filtered to columns of which no target has one. Being in the target counts, changed or not.</summary>
    public bool Concerns(Step step) =>
        step.FilteringColumns.Count == 0
        || step.Message is not ("Update" or "UpdateMultiple")
        || Targets.Any(target => step.FilteringColumns.Any(target.Contains));
}
