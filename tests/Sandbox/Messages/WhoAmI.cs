using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Who the caller is.</summary>
internal static class WhoAmI
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only();
        return new OrganizationResponse
        {
            ["UserId"] = call.UserId,
            ["BusinessUnitId"] = ((Reference)call.Kernel.Rows.Find("systemuser", call.UserId)!["businessunitid"]!).Id,
            ["OrganizationId"] = Seed.OrganizationId,
        };
    }
}
