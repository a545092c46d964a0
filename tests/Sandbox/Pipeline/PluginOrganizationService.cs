using System.ServiceModel;
using BuyerPath.Sandbox.Messages;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>The organization service of a plugin: its calls belong to the plugin's transaction, if it runs in one.</summary>
internal sealed class PluginOrganizationService(Call call) : RequestBasedService
{
    private const int MostDepth = 8;

    public override OrganizationResponse Execute(OrganizationRequest request)
    {
        call.Tell(TraceKind.PluginCall, request.RequestName, RequestTable.Of(request), text: null);
        if (call.Transaction?.Doom is { } doom)
            throw Fault.Of(ErrorCode.NoActiveTransaction, $"There is no active transaction any more: \"{doom.Message}\"", doom.Detail);
        try
        {
            call.Kernel.BeforePluginCall(request);
            if (call.Depth > MostDepth)
                throw Fault.Of(ErrorCode.TooDeep, $"Plugins have called each other more than {MostDepth} levels deep; they may be in an endless loop.");
            return Dispatcher.Execute(call, request);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            call.Transaction?.DoomBy(fault);
            throw;
        }
        catch (NotSupportedException refusal)
        {
            call.Note(refusal, request.RequestName);
            throw;
        }
    }
}
