using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>
/// A message that saves nothing by itself: stage 10, then the check of the caller's rights, in the transaction stage 20, the operation, and stage 40. Its
/// steps share one bag of variables, except around a delete, which like every save keeps those of stage 10 apart.
/// </summary>
internal static class SingleEvent
{
    /// <returns>The output parameters, as the steps of stage 40 left them.</returns>
    public static ParameterCollection Run(
        Call call, OrganizationRequest request, string message, string? table, Guid id, Action<Call, MessageEvent> operation,
        IReadOnlyList<Row?>? before = null, Action<Call>? authorize = null)
    {
        var e = new MessageEvent
        {
            Message = message, Table = table, PrimaryId = id, Inputs = request.Parameters,
            Parent = call.Parent, Before = before ?? [],
        };
        e.Share(call.Tag);
        StepRunner.Run(call, 10, [e]);

        return Transaction.Run(call, inner =>
        {
            authorize?.Invoke(inner);
            if (message == "Delete") PutAside(inner, e);
            StepRunner.Run(inner, 20, [e]);
            operation(inner with { Parent = new PluginContext(inner, e, StepRunner.MainStage) }, e);
            StepRunner.Run(inner, 40, [e]);
            StepRunner.Defer(inner, [e]);
            return e.Outputs;
        });
    }

    /// <summary>Puts what stage 10 shared into the parent context and starts afresh.</summary>
    public static void PutAside(Call call, MessageEvent e)
    {
        e.Parent = new PluginContext(call, e, stage: 10);
        e.Share(call.Tag);
    }
}
