using System.Xml.Linq;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Model;
using Microsoft.Net.Http.Headers;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Answers;

/// <summary>Answers for a set of rows: reading pages of it by OData, FetchXML or a view, counting it, adding a row.</summary>
internal static class SetAnswers
{
    public static Task AnswerAsync(Exchange exchange, RowSet set) => exchange.Request.Method switch
    {
        "GET" when exchange.Request.Query.ContainsKey(QueryOptions.FetchXml) => FetchAsync(exchange, set, FetchXmlOf(exchange)),
        "GET" when exchange.Request.Query.ContainsKey(QueryOptions.SavedQuery) => FetchAsync(exchange, set, ViewOf(exchange, set.Table)),
        "GET" when exchange.Request.Query.ContainsKey(QueryOptions.Apply) => AggregateAsync(exchange, set),
        "GET" => ReadAsync(exchange, set),
        "POST" => CreateAsync(exchange, set),
        _ => throw exchange.WrongMethod($"the rows of {set.Table.EntitySetName}"),
    };

    private static async Task ReadAsync(Exchange exchange, RowSet set)
    {
        QueryOptions.Require(exchange.Request, QueryOptions.Select, QueryOptions.Expand, QueryOptions.Filter, QueryOptions.OrderBy,
            QueryOptions.Top, QueryOptions.Count, QueryOptions.SkipToken);
        var selection = exchange.SelectionOf(set.Table);
        var query = QueryOf(exchange, set, selection);
        query.PageInfo = Paging.Of(exchange.Parser, exchange.Preferences.PageSize);

        var page = exchange.Organization.RetrieveMultiple(query);
        var rows = exchange.Reader.Expand([.. page.Entities], selection);
        var isWhole = exchange.Parser.ParseTop() is not null && exchange.Preferences.PageSize is null;

        exchange.Preferences.Confirm(exchange.Response, pageSize: true);
        await exchange.WriteAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", exchange.Context(set.Table.EntitySetName + selection.ContextSuffix()));
            if (query.PageInfo.ReturnTotalRecordCount) json.WriteNumber("@odata.count", page.TotalRecordCount);
            json.WriteStartArray("value");
            foreach (var row in rows) exchange.Rows.Write(json, row, selection);
            json.WriteEndArray();
            if (page.MoreRecords && !isWhole) json.WriteString("@odata.nextLink", NextLink(exchange, Paging.TokenAfter(query.PageInfo.PageNumber, page)));
            json.WriteEndObject();
        });
    }

    private static QueryExpression QueryOf(Exchange exchange, RowSet set, Selection selection)
    {
        var filter = exchange.Parser.ParseFilter();
        var order = exchange.Parser.ParseOrderBy();
        return Within(exchange, set, exchange.Reader.Query(selection, filter, order));
    }

    private static QueryExpression Within(Exchange exchange, RowSet set, QueryExpression query)
    {
        if (set.Of is { } parent) parent.Navigation.Restrict(query, RowAnswers.IdOf(exchange, parent.Row));
        return query;
    }

    private static async Task AggregateAsync(Exchange exchange, RowSet set)
    {
        QueryOptions.Require(exchange.Request, QueryOptions.Apply);
        var aggregation = Aggregation.Of(exchange.Parser.ParseApply() ?? throw Refusal.Address("$apply is empty."), set.Table, exchange.Metadata, filters => Within(exchange, set, exchange.Reader.Query(set.Table, filters)));
        var groups = exchange.Organization.RetrieveMultiple(new FetchExpression(aggregation.FetchXml.ToString(SaveOptions.DisableFormatting)));

        exchange.Preferences.Confirm(exchange.Response);
        await exchange.WriteAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", exchange.Context($"{set.Table.EntitySetName}({string.Join(',', aggregation.Names)})"));
            json.WriteStartArray("value");
            foreach (var group in groups.Entities) exchange.Rows.WriteGroup(json, group, set.Table, aggregation.Names);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string NextLink(Exchange exchange, string token)
    {
        var options = exchange.Request.Query.Where(option => option.Key != QueryOptions.SkipToken).Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value.ToString())}");
        var path = new Uri(exchange.Root, exchange.Request.Path.ToUriComponent());
        return $"{path}?{string.Join('&', options.Append($"{QueryOptions.SkipToken}={Uri.EscapeDataString(token)}"))}";
    }

    /// <summary><c>/$count</c>: a number as text.</summary>
    public static async Task CountAsync(Exchange exchange, RowCount count)
    {
        if (exchange.Request.Method != "GET") throw exchange.WrongMethod("a count");
        QueryOptions.Require(exchange.Request, QueryOptions.Filter);
        var query = QueryOf(exchange, count.Rows, new Selection(count.Rows.Table, [], [], IsAll: false));
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = 1, ReturnTotalRecordCount = true };
        var total = exchange.Organization.RetrieveMultiple(query).TotalRecordCount;
        exchange.Response.ContentType = "text/plain; charset=utf-8";
        await exchange.Response.WriteAsync(total.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string FetchXmlOf(Exchange exchange)
    {
        QueryOptions.Require(exchange.Request, QueryOptions.FetchXml);
        return exchange.Request.Query[QueryOptions.FetchXml].ToString();
    }

    private static string ViewOf(Exchange exchange, Table table)
    {
        QueryOptions.Require(exchange.Request, QueryOptions.SavedQuery);
        var id = exchange.Request.Query[QueryOptions.SavedQuery].ToString();
        var view = Guid.TryParse(id, out var wanted)
            ? exchange.Metadata.Solution.Views.FirstOrDefault(view => view.Id == wanted && view.Table == table.LogicalName)
            : throw Refusal.Address($"'{QueryOptions.SavedQuery}' must be the id of a view, not '{id}'.");
        return view?.Fetch.ToString(SaveOptions.DisableFormatting)
            ?? throw new Refusal(StatusCodes.Status404NotFound, "0x80040217", $"The table {table.LogicalName} has no view with the id {wanted}.");
    }

    private static async Task FetchAsync(Exchange exchange, RowSet set, string fetchXml)
    {
        if (set.Of is not null) throw Unsupported.Feature("FetchXML on the rows of a row", "Web API address");
        var page = exchange.Organization.RetrieveMultiple(new FetchExpression(fetchXml));
        if (page.EntityName != set.Table.LogicalName)
            throw Refusal.Address($"The FetchXML asks for '{page.EntityName}', the address for '{set.Table.LogicalName}'.");

        exchange.Preferences.Confirm(exchange.Response);
        await exchange.WriteAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", exchange.Context(set.Table.EntitySetName));
            if (page.TotalRecordCount >= 0) json.WriteNumber("@Microsoft.Dynamics.CRM.totalrecordcount", page.TotalRecordCount);
            if (page.TotalRecordCount >= 0) json.WriteBoolean("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded", page.TotalRecordCountLimitExceeded);
            if (page.PagingCookie is { } cookie && page.MoreRecords)
            {
                json.WriteString("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie", CookieAfter(cookie));
                json.WriteBoolean("@Microsoft.Dynamics.CRM.morerecords", true);
            }
            json.WriteStartArray("value");
            foreach (var row in page.Entities) exchange.Rows.WriteFetched(json, row, set.Table);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    // The cookie is escaped twice, as clients of Dataverse expect it.
    private static string CookieAfter(string cookie)
    {
        var page = (int?)XElement.Parse(cookie).Attribute("page") ?? 1;
        return new XElement("cookie",
            new XAttribute("pagenumber", page + 1),
            new XAttribute("pagingcookie", Uri.EscapeDataString(Uri.EscapeDataString(cookie))),
            new XAttribute("istracking", "False")).ToString(SaveOptions.DisableFormatting);
    }

    private static async Task CreateAsync(Exchange exchange, RowSet set)
    {
        if (set.Of is { } parent) throw Unsupported.Feature($"creating a row along '{parent.Navigation.Name}'", "Web API address");
        QueryOptions.Require(exchange.Request, QueryOptions.Select, QueryOptions.Expand);
        var selection = exchange.SelectionOf(set.Table);
        var row = exchange.Payload.ReadRow(await JsonBody.ReadObjectAsync(exchange.Request), set.Table);

        var id = ((CreateResponse)exchange.Organization.Execute(new CreateRequest { Target = row })).id;
        exchange.Response.Headers[HeaderNames.Location] = exchange.AddressOf(set.Table, id);
        await RowAnswers.WrittenAsync(exchange, new EntityReference(set.Table.LogicalName, id), selection, isNew: true);
    }
}
