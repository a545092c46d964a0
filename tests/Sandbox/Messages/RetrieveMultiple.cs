using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Query;
using BuyerPath.Sandbox.Security;
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

    private static QueryContext ContextOf(Call call)
    {
        var rights = Rights.Of(call);
        return new QueryContext
        {
            Model = call.Kernel.Model,
            Rows = call.Kernel.AsRead(new VisibleRows(call.Kernel.Rows, call.Kernel.Model, rights)),
            Values = call.Kernel.ValuesIn(call.Language),
            Now = call.Kernel.Now(),
            Caller = new Caller(call.UserId, rights.Unit, rights.Teams),
            RequireReadable = table => rights.Require(AccessRights.ReadAccess, table),
        };
    }
}
