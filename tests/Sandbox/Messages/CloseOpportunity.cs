using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>
/// Wins or loses an opportunity: stores what the caller says about it as an opportunityclose, and sets state, status and
/// the actual figures of the opportunity. All in one transaction, and the steps of both rows run.
/// </summary>
internal static class CloseOpportunity
{
    private const string Table = "opportunity";
    private const int Open = 0;
    private const int Won = 1;
    private const int Lost = 2;
    private const int CloseCompleted = 1; // state of the opportunityclose

    public static OrganizationResponse Win(Call call, OrganizationRequest request) => Close(call, request, "Win", Won);

    public static OrganizationResponse Lose(Call call, OrganizationRequest request) => Close(call, request, "Lose", Lost);

    /// <summary>An update may reopen an opportunity, but not close it.</summary>
    public static void RefuseOtherWays(Table table, Row before, IReadOnlyDictionary<string, object> after)
    {
        if (table.LogicalName != Table || after.GetValueOrDefault("statecode") is not (Won or Lost)) return;
        if (Equals(before["statecode"], after["statecode"])) return;
        throw Fault.Of(ErrorCode.CloseByMessageOnly,
            "This message can not be used to set the state of opportunity to Won or Lost. Use WinOpportunity or LoseOpportunity.");
    }

    private static OrganizationResponse Close(Call call, OrganizationRequest request, string message, int state)
    {
        request.Only("OpportunityClose", "Status");
        var close = request.Required<Entity>("OpportunityClose");
        var reference = close.GetAttributeValue<EntityReference>("opportunityid")
            ?? throw Fault.Of(ErrorCode.InvalidArgument, $"{request.RequestName} needs 'opportunityid' in its OpportunityClose.");
        var table = call.Kernel.Model.Tables[Table];
        var opportunity = call.Kernel.RowValues.Existing(table, reference.Id, reference.KeyAttributes);
        var status = StateRules.StatusFor(table, state, request.Optional<OptionSetValue>("Status"));

        SingleEvent.Run(call, request, message, Table, opportunity.Id, (inner, _) =>
        {
            if (!Equals(inner.Kernel.Rows.Find(Table, opportunity.Id)?["statecode"], Open))
                throw Fault.Of(ErrorCode.AlreadyClosed, $"The opportunity {opportunity.Id} is closed already.");
            var stored = Store(inner, close);
            Update.RunByPlatform(inner, Closed(opportunity.Id, state, status, stored));
        });
        return new OrganizationResponse();
    }

    private static Row Store(Call call, Entity close)
    {
        var table = call.Kernel.Model.Tables["opportunityclose"];
        if (close.GetAttributeValue<DateTime?>("actualend") is null) close["actualend"] = call.Kernel.Now();
        var open = Create.Run(call, table, [close])[0];

        // The platform completes the activity as part of closing; no update of it takes place.
        var values = new Dictionary<string, object>(open.Values) { ["statecode"] = CloseCompleted };
        values.Remove("statuscode");
        StateRules.Complete(table, values, open);
        return call.Kernel.Rows.Write(open.Table, open.Id, values);
    }

    private static Entity Closed(Guid id, int state, int status, Row close)
    {
        var target = new Entity(Table, id)
        {
            ["statecode"] = new OptionSetValue(state),
            ["statuscode"] = new OptionSetValue(status),
            ["actualclosedate"] = ((DateTime)close["actualend"]!).Date,
        };
        if (close["actualrevenue"] is decimal revenue) target["actualvalue"] = new Money(revenue);
        return target;
    }
}
