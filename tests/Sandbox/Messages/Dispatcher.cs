using BuyerPath.Sandbox.Conversion;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>What a message does with a request.</summary>
internal delegate OrganizationResponse MessageHandler(Call call, OrganizationRequest request);

/// <summary>Finds the message for a request. What is not in the list, and is no custom API, is refused.</summary>
internal static class Dispatcher
{
    private static readonly IReadOnlyDictionary<string, MessageHandler> Handlers = new Dictionary<string, MessageHandler>
    {
        ["Create"] = Create.Execute,
        ["Update"] = Update.Execute,
        ["Upsert"] = Upsert.Execute,
        ["Delete"] = Delete.Execute,
        ["Retrieve"] = Retrieve.Execute,
        ["RetrieveMultiple"] = RetrieveMultiple.Execute,
        ["CreateMultiple"] = Create.ExecuteMany,
        ["UpdateMultiple"] = Update.ExecuteMany,
        ["UpsertMultiple"] = Upsert.ExecuteMany,
        ["Assign"] = Assign.Execute,
        ["Associate"] = Associate.Execute,
        ["Disassociate"] = Associate.Undo,
        ["GrantAccess"] = Sharing.Grant,
        ["ModifyAccess"] = Sharing.Modify,
        ["RevokeAccess"] = Sharing.Revoke,
        ["RetrievePrincipalAccess"] = Sharing.RetrievePrincipalAccess,
        ["RetrieveSharedPrincipalsAndAccess"] = Sharing.RetrieveSharedPrincipalsAndAccess,
        ["WinOpportunity"] = CloseOpportunity.Win,
        ["LoseOpportunity"] = CloseOpportunity.Lose,
        ["ExecuteMultiple"] = Batch.ExecuteMultiple,
        ["ExecuteTransaction"] = Batch.ExecuteTransaction,
        ["WhoAmI"] = WhoAmI.Execute,
    };

    /// <summary>Names of the messages that the sandbox knows, besides custom APIs.</summary>
    public static IEnumerable<string> Messages => Handlers.Keys;

    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        if (string.IsNullOrEmpty(request.RequestName)) throw Fault.Of(ErrorCode.InvalidArgument, "The request has no name.");

        var copy = new OrganizationRequest(request.RequestName) { Parameters = Wire.Copy(request.Parameters), RequestId = request.RequestId };
        if (copy.Parameters.TryGetValue("tag", out var tag))
        {
            copy.Parameters.Remove("tag");
            call = call with { Tag = tag };
        }

        if (Handlers.TryGetValue(request.RequestName, out var handler)) return Named(handler(call, copy), request);
        if (call.Kernel.Model.CustomApis.TryGetValue(request.RequestName, out var api)) return Named(CustomApiCall.Execute(call, copy, api), request);
        throw Unsupported.Feature($"the message '{request.RequestName}'", "an organization request");
    }

    private static OrganizationResponse Named(OrganizationResponse response, OrganizationRequest request)
    {
        response.ResponseName = request.RequestName;
        return response;
    }
}
