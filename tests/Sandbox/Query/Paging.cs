using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Query;

/// <summary>Which part of the answer is asked for: the first so many (top), or a page.</summary>
internal sealed record Paging
{
    /// <summary>Most rows of a page, of a top and of a counted total, as documented.</summary>
    public const int MostRows = 5000;

    /// <summary>Number of the page, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Most rows of the page.</summary>
    public required int Size { get; init; }

    /// <summary>False for a top: what it leaves out is not a further page.</summary>
    public required bool HasFurtherPages { get; init; }

    /// <summary>True when the answer tells how many rows there are on all pages.</summary>
    public bool CountsTotal { get; init; }

    /// <summary>Id of the row that the page before ended with; null to count rows instead.</summary>
    public Guid? After { get; init; }

    public static Paging Of(QueryExpression query, Table root)
    {
        var page = query.PageInfo ?? new PagingInfo();
        if (page.Count < 0 || page.PageNumber < 0) throw QueryFault.Count("The page number and the number of rows of a page must not be negative.");

        if (query.TopCount is { } top)
        {
            if (page.Count > 0 || page.PageNumber > 0) throw QueryFault.Count("A query takes either a top or pages, not both.");
            if (top is < 1 or > MostRows) throw QueryFault.Count($"The top must lie between 1 and {MostRows}; it is {top}.");
            return new Paging { Number = 1, Size = top, HasFurtherPages = false, CountsTotal = page.ReturnTotalRecordCount };
        }

        var number = Math.Max(page.PageNumber, 1);
        return new Paging
        {
            Number = number,
            Size = page.Count is > 0 and < MostRows ? page.Count : MostRows,
            HasFurtherPages = true,
            CountsTotal = page.ReturnTotalRecordCount,
            After = string.IsNullOrEmpty(page.PagingCookie) ? null : LastOf(page.PagingCookie, number, root),
        };
    }

    /// <summary>Cuts the page out of all items.</summary>
    /// <param name="all">Everything that the query found, in order.</param>
    /// <param name="idOf">The id that names an item in a paging cookie; null when the items have no id of their own, which then get no cookie.</param>
    /// <param name="entityOf">Makes the entity of an item.</param>
    /// <param name="root">Table of the answer.</param>
    public EntityCollection Cut<T>(IEnumerable<T> all, Func<T, Guid>? idOf, Func<T, Entity> entityOf, Table root)
    {
        var items = CountsTotal || After is not null ? [.. all] : all;
        var skipped = After is { } last && idOf is not null
            ? items.Select(idOf).ToList().IndexOf(last) is >= 0 and var at ? at + 1 : throw CookieOutdated(last)
            : (long)(Number - 1) * Size;
        var page = items.Skip((int)Math.Min(skipped, int.MaxValue)).Take(Size + 1).ToList();
        var hasMore = HasFurtherPages && page.Count > Size;
        if (page.Count > Size) page.RemoveAt(Size);

        return new EntityCollection(page.Select(entityOf).ToList())
        {
            EntityName = root.LogicalName,
            MoreRecords = hasMore,
            PagingCookie = HasFurtherPages && idOf is not null && page.Count > 0 ? Cookie(root, idOf(page[0]), idOf(page[^1])) : null,
            TotalRecordCount = CountsTotal ? Math.Min(items.Count(), MostRows) : -1,
            TotalRecordCountLimitExceeded = CountsTotal && items.Count() > MostRows,
        };
    }

    private string Cookie(Table root, Guid first, Guid last) =>
        new XElement("cookie", new XAttribute("page", Number),
            new XElement(root.PrimaryKey, new XAttribute("last", last.ToString("B")), new XAttribute("first", first.ToString("B"))))
        .ToString(SaveOptions.DisableFormatting);

    /// <summary>The row to go on after, or null when the cookie is not of the page before: then rows are counted.</summary>
    private static Guid? LastOf(string cookie, int number, Table root)
    {
        var element = Parse(cookie);
        return Guid.TryParse(element?.Element(root.PrimaryKey)?.Attribute("last")?.Value, out var last)
               && int.TryParse(element?.Attribute("page")?.Value, CultureInfo.InvariantCulture, out var page)
            ? page == number - 1 ? last : null
            : throw QueryFault.Value($"The paging cookie is not one that a query on {root.LogicalName} answered.");
    }

    private static XElement? Parse(string cookie)
    {
        try
        {
            return SafeXml.Read(cookie);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Going on by count would skip rows or repeat them without a word.</summary>
    private static Exception CookieOutdated(Guid last) => QueryFault.Value(
        $"The page before ended with the row {last}, which the query no longer finds. Ask again from the first page, or without the paging cookie.");
}
