using System.Text.Json;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Answers;

/// <summary>Answers for <c>/$ref</c>: reading, making and cutting the connection of two rows. What is written is the lookup, or the intersect table of a many-to-many relationship.</summary>
internal static class LinkAnswers
{
    public static async Task AnswerAsync(Exchange exchange, Link link)
    {
        QueryOptions.Require(exchange.Request);
        switch (exchange.Request.Method, link.Navigation.IsCollection, link.Other)
        {
            case ("GET", false, _): await ReadAsync(exchange, link); break;
            case ("PUT", false, _): await PointAsync(exchange, link, await OtherInBodyAsync(exchange, link)); break;
            case ("DELETE", false, _): await PointAsync(exchange, link, to: null); break;
            case ("POST", true, null): await AddAsync(exchange, link, await OtherInBodyAsync(exchange, link)); break;
            case ("DELETE", true, { } other): await RemoveAsync(exchange, link, other); break;
            case ("GET", true, _): throw Unsupported.Feature("reading the $ref of a collection", "Web API address");
            default: throw exchange.WrongMethod($"'{link.Navigation.Name}/$ref'");
        }
    }

    private static async Task<EntityReference> OtherInBodyAsync(Exchange exchange, Link link)
    {
        JsonElement id = PayloadReader.IdIn(await JsonBody.ReadObjectAsync(exchange.Request));
        return exchange.Payload.ReadReference(link.Navigation, "@odata.id", id);
    }

    private static Task ReadAsync(Exchange exchange, Link link)
    {
        var (row, navigation) = (link.Row, link.Navigation);
        var read = exchange.Reader.Retrieve(row.Key, new Selection(row.Table, [navigation.Lookup], [], IsAll: false)).Entity;
        var isSet = read.GetAttributeValue<EntityReference>(navigation.Lookup.LogicalName) is { } to && to.LogicalName == navigation.Target.LogicalName;
        if (!isSet) return exchange.DoneAsync();

        var id = read.GetAttributeValue<EntityReference>(navigation.Lookup.LogicalName).Id;
        return exchange.WriteAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", exchange.Context("$ref"));
            json.WriteString("@odata.id", exchange.AddressOf(navigation.Target, id));
            json.WriteEndObject();
        });
    }

    private static Task PointAsync(Exchange exchange, Link link, EntityReference? to)
    {
        exchange.Organization.Update(ColumnAnswers.RowWith(link.Row, link.Navigation.Lookup.LogicalName, to));
        return exchange.DoneAsync();
    }

    private static Task AddAsync(Exchange exchange, Link link, EntityReference other)
    {
        if (link.Navigation is { Through: not null, Relationship: { } name }) return Through(exchange, link, other, name, exchange.Organization.Associate);
        var parent = new EntityReference(link.Row.Table.LogicalName, RowAnswers.IdOf(exchange, link.Row));
        return PointOtherAsync(exchange, link, other, parent);
    }

    private static Task RemoveAsync(Exchange exchange, Link link, EntityReference other)
    {
        if (link.Navigation is { Through: not null, Relationship: { } name }) return Through(exchange, link, other, name, exchange.Organization.Disassociate);
        var (target, lookup) = (link.Navigation.Target, link.Navigation.Lookup.LogicalName);
        var now = exchange.Organization.Retrieve(target.LogicalName, RowAnswers.IdOf(exchange, new SingleRow(target, other)), new ColumnSet(lookup));
        if (now.GetAttributeValue<EntityReference>(lookup)?.Id != RowAnswers.IdOf(exchange, link.Row))
            throw Refusal.NotFound($"The row {now.Id} is not among '{link.Navigation.Name}'.");
        return PointOtherAsync(exchange, link, other, to: null);
    }

    private static Task Through(Exchange exchange, Link link, EntityReference other, string relationship, Action<string, Guid, Relationship, EntityReferenceCollection> change)
    {
        change(link.Row.Table.LogicalName, RowAnswers.IdOf(exchange, link.Row), new Relationship(relationship), [other]);
        return exchange.DoneAsync();
    }

    private static Task PointOtherAsync(Exchange exchange, Link link, EntityReference other, EntityReference? to)
    {
        exchange.Organization.Update(ColumnAnswers.RowWith(new SingleRow(link.Navigation.Target, other), link.Navigation.Lookup.LogicalName, to));
        return exchange.DoneAsync();
    }
}
