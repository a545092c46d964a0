using BuyerPath.Sandbox.Messages;
using BuyerPath.Sandbox.Pipeline;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox;

/// <summary>The organization service as a caller from outside sees it: one request at a time, each with its own transaction.</summary>
internal sealed class OrganizationService(Organization organization, Guid userId, int language) : RequestBasedService
{
    public override OrganizationResponse Execute(OrganizationRequest request) =>
        organization.Run(kernel => Answer(kernel, userId, () => organization.CallOf(userId, language), request));

    /// <summary>Answers a request from outside, and leaves it in the trace.</summary>
    internal static OrganizationResponse Answer(Kernel kernel, Guid userId, Func<Call> call, OrganizationRequest request)
    {
        kernel.Tell(TraceKind.Request, userId, request.RequestName, RequestTable.Of(request), depth: 1, text: null);
        try
        {
            return Dispatcher.Execute(call(), request);
        }
        catch (NotSupportedException refusal)
        {
            kernel.Note(refusal, userId, request.RequestName, depth: 1);
            throw;
        }
    }
}

/// <summary>The organization service inside a transaction that a caller from outside opened.</summary>
internal sealed class TransactionService(Kernel kernel, Guid userId, Func<Call> call) : RequestBasedService
{
    public override OrganizationResponse Execute(OrganizationRequest request) => OrganizationService.Answer(kernel, userId, call, request);
}
