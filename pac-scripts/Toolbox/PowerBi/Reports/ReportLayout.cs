using BuyerPath.Toolbox.Data;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi.Reports;

/// <summary>Lays the parts of a page out: heading and slicers, key figures, then rows of visuals that share the height that is left.</summary>
/// <param name="captionOf">What people call a field.</param>
internal sealed class ReportLayout(Func<ReportField, Wording> captionOf)
{
    /// <summary>Width of a page on a screen.</summary>
    public const int PageWidth = 1280;

    /// <summary>Height of a page on a screen.</summary>
    public const int PageHeight = 720;

    /// <summary>Width of a page on a phone.</summary>
    public const int PhoneWidth = 324;

    /// <summary>Between parts.</summary>
    public const int Gap = 8;

    private const int Margin = 16;
    private const int HeadHeight = 76; // less cuts a slicer off
    private const int FiguresHeight = 88;
    private const int SlicerWidth = 196;
    private const int ButtonWidth = 48;
    private const int FiguresAcrossPhone = 2;
    private const int PhoneLine = HeadHeight;
    private const int PhoneVisual = 280;

    /// <summary>The parts in the order of reading.</summary>
    public IReadOnlyList<ReportPart> Of(ReportPage page) => [.. Head(page), .. Figures(page), .. Visuals(page)];

    private IEnumerable<ReportPart> Head(ReportPage page)
    {
        var left = Margin;
        if (page.DrillThrough is not null)
        {
            yield return new ReportPart($"{page.Name}-back", "actionButton", new Box(left, Margin, ButtonWidth, ButtonWidth), PhoneLine)
            {
                LeadsBack = true,
                Alt = new("Back to the page from which you came", "Takaisin sivulle, jolta tulit"),
                Formatting = new Dictionary<string, object> { ["icon"] = Pbir.Formatted(("shapeType", "back")) },
            };
            left += ButtonWidth + Gap;
        }
        var firstSlicer = PageWidth - Margin - page.Slicers.Count * (SlicerWidth + Gap) + Gap;
        yield return new ReportPart($"{page.Name}-title", "textbox", new Box(left, Margin, firstSlicer - Gap - left, HeadHeight), PhoneLine) { Title = page.Title };

        for (var at = 0; at < page.Slicers.Count; at++)
        {
            var field = page.Slicers[at];
            var caption = captionOf(field);
            yield return new ReportPart($"{page.Name}-by-{field.Name.ToLowerInvariant()}", "slicer", new Box(firstSlicer + at * (SlicerWidth + Gap), Margin, SlicerWidth, HeadHeight), PhoneLine)
            {
                Roles = [("Values", [field])],
                Alt = new($"Filters the page by {caption.English}", $"Suodattaa sivun: {caption.Finnish}"),
                Formatting = new Dictionary<string, object> { ["data"] = Pbir.Formatted(("mode", "Dropdown")) },
            };
        }
    }

    private IEnumerable<ReportPart> Figures(ReportPage page)
    {
        if (page.Figures.Count == 0) yield break;
        var captions = page.Figures.Select(captionOf).ToList();
        yield return new ReportPart(
            $"{page.Name}-figures", "cardVisual", new Box(Margin, Margin + HeadHeight + Gap, PageWidth - 2 * Margin, FiguresHeight),
            (page.Figures.Count + 1) / FiguresAcrossPhone * PhoneLine)
        {
            Roles = [("Data", page.Figures)],
            Alt = new(
                $"Key figures: {string.Join(", ", captions.Select(caption => caption.English))}",
                $"Tunnusluvut: {string.Join(", ", captions.Select(caption => caption.Finnish))}"),
            Formatting = new Dictionary<string, object> { ["layout"] = Pbir.Formatted(("columnCount", page.Figures.Count)) },
            PhoneFormatting = new Dictionary<string, object> { ["layout"] = Pbir.Formatted(("columnCount", FiguresAcrossPhone)) },
        };
    }

    private static IEnumerable<ReportPart> Visuals(ReportPage page)
    {
        var top = Margin + HeadHeight + Gap + (page.Figures.Count > 0 ? FiguresHeight + Gap : 0);
        var rows = RowsOf(page.Visuals);
        var height = (PageHeight - Margin - top - (rows.Count - 1) * Gap) / rows.Count;
        for (var row = 0; row < rows.Count; row++)
        {
            var twelfths = 0;
            foreach (var visual in rows[row])
            {
                var left = EdgeAt(twelfths);
                twelfths += visual.Width;
                yield return Part(page, visual, new Box(left, top + row * (height + Gap), EdgeAt(twelfths) - Gap - left, height));
            }
        }
    }

    private static int EdgeAt(int twelfths) => Margin + twelfths * (PageWidth - 2 * Margin + Gap) / ReportVisual.FullWidth;

    private static List<List<ReportVisual>> RowsOf(IEnumerable<ReportVisual> visuals)
    {
        var rows = new List<List<ReportVisual>>();
        foreach (var visual in visuals)
        {
            if (rows.Count == 0 || rows[^1].Sum(each => each.Width) + visual.Width > ReportVisual.FullWidth) rows.Add([]);
            rows[^1].Add(visual);
        }
        return rows;
    }

    private static ReportPart Part(ReportPage page, ReportVisual visual, Box box) => new($"{page.Name}-{visual.Name}", TypeOf(visual.Kind), box, PhoneVisual)
    {
        Roles = [.. RolesOf(visual).Where(role => role.Fields.Count > 0)],
        Title = visual.Title,
        Alt = new(visual.Alt[Language.English], visual.Alt[Language.Finnish]),
        Sort = visual.Sort,
    };

    private static string TypeOf(VisualKind kind) => kind switch
    {
        VisualKind.Table => "tableEx",
        VisualKind.Matrix => "pivotTable",
        VisualKind.Bars => "clusteredBarChart",
        VisualKind.Shares => "hundredPercentStackedColumnChart",
        VisualKind.ColumnsAndLine => "lineClusteredColumnComboChart",
        VisualKind.Scatter => "scatterChart",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of visual."),
    };

    private static IReadOnlyList<(string Role, IReadOnlyList<ReportField> Fields)> RolesOf(ReportVisual visual) => visual.Kind switch
    {
        VisualKind.Table => [("Values", visual.Values)],
        VisualKind.Matrix => [("Rows", visual.Rows), ("Columns", visual.Columns), ("Values", visual.Values)],
        VisualKind.Scatter => [("Category", visual.Rows), ("Series", visual.Columns), ("X", [.. visual.Values.Take(1)]), ("Y", [.. visual.Values.Skip(1)])],
        _ => [("Category", visual.Rows), ("Series", visual.Columns), ("Y", visual.Values), ("Y2", visual.Line)],
    };
}
