using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Query;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Answers a query. Every form of query goes to the one executor.</summary>
internal static class RetrieveMultiple
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request)
    {
        request.Only("Query");
        _ = request.Required<QueryBase>("Query");

        var outputs = SingleEvent.Run(call, request, "RetrieveMultiple", RequestTable.Of(request), Guid.Empty, (inner, e) =>
            e.Outputs["BusinessEntityCollection"] = new QueryExecutor(ContextOf(inner)).Execute((QueryBase)e.Inputs["Query"]));
        return new RetrieveMultipleResponse { ["EntityCollection"] = outputs["BusinessEntityCollection"] };
    }

    /// <summary>Teams have no members here, so no user is in one.</summary>
    private static QueryContext ContextOf(Call call) => new()
    {
        Model = call.Kernel.Model,
        Rows = call.Kernel.RowsAsRead(),
        Values = call.Kernel.ValuesIn(call.Language),
        Now = call.Kernel.Now(),
        Caller = new Caller(call.UserId, ((Reference)call.Kernel.Rows.Find("systemuser", call.UserId)!["businessunitid"]!).Id, []),
    };
}
