using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Which table a request concerns, for the trace.</summary>
internal static class RequestTable
{
    public static string? Of(OrganizationRequest request)
    {
        foreach (var name in new[] { "Target", "Targets", "Query", "OpportunityClose" })
        {
            if (!request.Parameters.TryGetValue(name, out var value)) continue;
            return value switch
            {
                Entity { LogicalName: "opportunityclose" } => "opportunity",
                Entity entity => entity.LogicalName,
                EntityReference reference => reference.LogicalName,
                EntityCollection { EntityName.Length: > 0 } collection => collection.EntityName,
                EntityCollection collection => collection.Entities.FirstOrDefault()?.LogicalName,
                QueryExpression query => query.EntityName,
                QueryByAttribute query => query.EntityName,
                FetchExpression fetch => TableOf(fetch),
                _ => null,
            };
        }
        return null;
    }

    /// <summary>A fetch that is not well-formed has no table; the query itself will say what is wrong with it.</summary>
    private static string? TableOf(FetchExpression fetch)
    {
        var entity = fetch.Query?.IndexOf("<entity", StringComparison.Ordinal) ?? -1;
        if (entity < 0) return null;
        var parts = fetch.Query![entity..].Split('"', '\'');
        return parts.Length > 1 ? parts[1] : null;
    }
}
