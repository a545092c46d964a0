using System.Globalization;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Host.WebApi.Queries;

/// <summary>Pages of rows, and the <c>$skiptoken</c> that leads from one to the next.</summary>
internal static class Paging
{
    /// <summary>Most rows in one answer, as in Dataverse.</summary>
    public const int MostRows = 5000;

    /// <summary>The page that an address asks for. With a page size, <c>$top</c> has no effect, as in Dataverse.</summary>
    public static PagingInfo Of(AddressParser parser, int? pageSize)
    {
        var top = TopOf(parser.ParseTop());
        var token = parser.ParseSkipToken() is { } text ? TokenOf(text) : (Page: 1, Cookie: (string?)null);
        return new PagingInfo
        {
            Count = Math.Min(pageSize ?? top ?? MostRows, MostRows),
            PageNumber = token.Page,
            PagingCookie = token.Cookie,
            ReturnTotalRecordCount = parser.ParseCount() == true,
        };
    }

    /// <summary>The value of <c>$top</c>.</summary>
    /// <exception cref="Refusal">It is not above zero.</exception>
    public static int? TopOf(long? top) => top switch
    {
        null => null,
        <= 0 => throw Refusal.Address($"$top must be above 0, not {top}."),
        _ => (int)Math.Min(top.Value, MostRows),
    };

    /// <summary>The token of the page after this one.</summary>
    public static string TokenAfter(int page, EntityCollection rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{page + 1};{rows.PagingCookie}");

    private static (int Page, string? Cookie) TokenOf(string token) =>
        token.Split(';', 2) is [var number, var cookie] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1
            ? (page, cookie)
            : throw Refusal.Address("$skiptoken must come from the @odata.nextLink of the page before.");
}
