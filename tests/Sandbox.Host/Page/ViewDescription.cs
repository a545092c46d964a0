using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>A view: its query, the columns of its layout, and the code component that shows its rows, if the grid does not.</summary>
internal sealed record ViewDescription(
    Guid Id,
    string Table,
    IReadOnlyDictionary<int, string> Label,
    int QueryType,
    bool IsDefault,
    bool IsStandIn,
    string FetchXml,
    IReadOnlyList<ViewColumn> Columns,
    ComponentUse? Component)
{
    /// <summary>Query type of the view that says which columns a quick search looks into.</summary>
    public const int QuickFind = 4;

    /// <summary>The view of a solution; one without a layout shows nothing and is left out.</summary>
    public static IEnumerable<ViewDescription> Of(SolutionModel solution) =>
        from view in solution.Views
        let layout = view.Layout
        where layout is not null
        select new ViewDescription(
            view.Id, view.Table, view.Name.ByLanguage, view.QueryType, view.IsDefault, IsStandIn: false,
            view.Fetch.ToString(SaveOptions.DisableFormatting),
            [.. layout.Descendants("cell").Select(cell => ViewColumn.Of(cell, view))],
            layout.Descendants("controlDescription").Select(ComponentUse.Of).FirstOrDefault());
}

/// <summary>A column of a view: its name in the answer, and the table and column it shows. A hidden one is only for code components.</summary>
internal sealed record ViewColumn(string Name, int Width, string Table, string Column, bool IsHidden)
{
    public static ViewColumn Of(XElement cell, View view)
    {
        const int UsualWidth = 150;
        var name = (string)cell.Attribute("name")!;
        var width = (int?)cell.Attribute("width") ?? UsualWidth;
        var isHidden = (string?)cell.Attribute("ishidden") == "1";
        if (name.IndexOf('.') is not (> 0 and var dot)) return new ViewColumn(name, width, view.Table, name, isHidden);

        var link = view.Fetch.Descendants("link-entity").First(link => (string?)link.Attribute("alias") == name[..dot]);
        return new ViewColumn(name, width, (string)link.Attribute("name")!, name[(dot + 1)..], isHidden);
    }
}
