using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>The targets of a ...Multiple request: at least one, all of one table.</summary>
internal static class ManyTargets
{
    public static (Table Table, IReadOnlyList<Entity> Targets) Of(Call call, OrganizationRequest request)
    {
        var targets = request.Required<EntityCollection>("Targets").Entities;
        if (targets.Count == 0) throw Fault.Of(ErrorCode.InvalidArgument, $"{request.RequestName} needs at least one target.");
        if (targets.Select(target => target.LogicalName).Distinct().Count() > 1)
            throw Fault.Of(ErrorCode.InvalidArgument, $"The targets of {request.RequestName} must all be of one table.");
        return (call.Kernel.RowValues.TableOf(targets[0].LogicalName), [.. targets]);
    }
}
