using System.ServiceModel;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Several requests in one: each in a transaction of its own, or all in one. From outside only, and never nested.</summary>
internal static class Batch
{
    public static OrganizationResponse ExecuteMultiple(Call call, OrganizationRequest request)
    {
        request.Only("Requests", "Settings");
        RefuseInside(call, request);
        var settings = request.Required<ExecuteMultipleSettings>("Settings");
        var items = new ExecuteMultipleResponseItemCollection();
        var isFaulted = false;

        foreach (var (index, single) in Requests(request).Index())
        {
            try
            {
                var response = Dispatcher.Execute(call, single);
                if (settings.ReturnResponses) items.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Response = response });
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                isFaulted = true;
                items.Add(new ExecuteMultipleResponseItem { RequestIndex = index, Fault = fault.Detail });
                if (!settings.ContinueOnError) break;
            }
        }
        return new ExecuteMultipleResponse { ["Responses"] = items, ["IsFaulted"] = isFaulted };
    }

    public static OrganizationResponse ExecuteTransaction(Call call, OrganizationRequest request)
    {
        request.Only("Requests", "ReturnResponses");
        RefuseInside(call, request);
        var returns = request.Optional<bool>("ReturnResponses");
        return Transaction.Run(call, inner =>
        {
            var responses = Requests(request).Select(single => Dispatcher.Execute(inner, single)).ToArray();
            return new OrganizationResponse { ["Responses"] = returns ? responses : [] };
        });
    }

    private static OrganizationRequestCollection Requests(OrganizationRequest request)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        if (requests.FirstOrDefault(single => single.RequestName is "ExecuteMultiple" or "ExecuteTransaction") is { } nested)
            throw Fault.Of(ErrorCode.InvalidArgument, $"{nested.RequestName} cannot be part of {request.RequestName}.");
        return requests;
    }

    private static void RefuseInside(Call call, OrganizationRequest request)
    {
        if (call.Parent is not null) throw Unsupported.Feature($"{request.RequestName} inside a plugin, against which Microsoft advises", call.Parent.MessageName);
    }
}
