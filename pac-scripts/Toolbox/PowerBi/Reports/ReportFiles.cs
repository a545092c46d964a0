using BuyerPath.Toolbox.Data;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi.Reports;

/// <summary>
/// The files of the report and of the project that opens it, generated from the list of pages. They keep to the set of schemas of
/// November 2025: newer editions of Power BI Desktop read it and raise it when they save, an older one cannot read a newer set.
/// </summary>
public sealed class ReportFiles
{
    /// <summary>The folder in which report, model and project lie.</summary>
    public const string Project = "solution/powerbi";

    /// <summary>The folder of the report.</summary>
    public const string Folder = Project + "/" + Report;

    /// <summary>The list of pages.</summary>
    public const string Pages = Project + "/report.yaml";

    /// <summary>The theme.</summary>
    public const string Theme = Project + "/theme.json";

    /// <summary>The project's file, in <see cref="Project"/>.</summary>
    public const string ProjectFile = "BuyerPath.pbip";

    private const string Report = "BuyerPath.Report";
    private const string ThemeName = "BuyerPath.json";
    private const string Definition = "item/report/definition";

    private static readonly ReportField Status = ReportField.Of("Opportunity[Status Code]");

    private readonly StarSchema _star;
    private readonly IReadOnlyList<Measure> _measures;
    private readonly Language _language;

    private ReportFiles(StarSchema star, IReadOnlyList<Measure> measures, Language language) => (_star, _measures, _language) = (star, measures, language);

    /// <summary>The project: what Power BI Desktop opens.</summary>
    public static string ProjectContent => Pbir.File("pbip/pbipProperties/1.0.0", new Dictionary<string, object>
    {
        ["version"] = "1.0",
        ["artifacts"] = new[] { new { report = new { path = Report } } },
        ["settings"] = new { enableAutoRecovery = true },
    });

    /// <summary>Content of each file by its path from the report's folder.</summary>
    /// <param name="star">The tables of the model that it shows.</param>
    /// <param name="measures">The measures of that model.</param>
    /// <param name="report">The pages.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="language">The language of its titles; names of fields follow the reader's.</param>
    /// <exception cref="SourceException">A page names a field that the model does not have.</exception>
    public static IReadOnlyDictionary<string, string> Of(StarSchema star, IReadOnlyList<Measure> measures, Report report, string theme, Language language)
    {
        var writer = new ReportFiles(star, measures, language);
        var files = new Dictionary<string, string>
        {
            [".platform"] = ModelFiles.Platform("Report", "report"),
            ["definition.pbir"] = Pbir.File("item/report/definitionProperties/2.0.0", new Dictionary<string, object>
            {
                ["version"] = "4.0",
                ["datasetReference"] = new { byPath = new { path = $"../{Path.GetFileName(ModelFiles.Folder)}" } },
            }),
            ["definition/version.json"] = Pbir.File($"{Definition}/versionMetadata/1.0.0", new Dictionary<string, object> { ["version"] = "2.0.0" }),
            ["definition/report.json"] = Settings(),
            ["definition/pages/pages.json"] = Pbir.File($"{Definition}/pagesMetadata/1.0.0", new Dictionary<string, object>
            {
                ["pageOrder"] = report.Pages.Select(page => page.Name),
                ["activePageName"] = report.Pages[0].Name,
            }),
            [$"StaticResources/RegisteredResources/{ThemeName}"] = theme,
        };
        foreach (var page in report.Pages) writer.AddPage(files, page);
        return files;
    }

    private static string Settings() => Pbir.File($"{Definition}/report/3.0.0", new Dictionary<string, object>
    {
        ["themeCollection"] = new
        {
            baseTheme = new { name = "CY24SU10", reportVersionAtImport = new { visual = "1.8.95", report = "2.0.95", page = "1.3.95" }, type = "SharedResources" },
            customTheme = new { name = ThemeName, reportVersionAtImport = new { visual = "2.4.0", report = "3.0.0", page = "2.0.0" }, type = "RegisteredResources" },
        },
        ["resourcePackages"] = new[]
        {
            new { name = "RegisteredResources", type = "RegisteredResources", items = new[] { new { name = ThemeName, path = ThemeName, type = "CustomTheme" } } },
        },
        ["settings"] = new { useStylableVisualContainerHeader = true, useEnhancedTooltips = true, defaultDrillFilterOtherVisuals = true, exportDataMode = "AllowSummarized", allowChangeFilterTypes = true },
    });

    private void AddPage(Dictionary<string, string> files, ReportPage page)
    {
        var folder = $"definition/pages/{page.Name}";
        files[$"{folder}/page.json"] = PageContent(page);

        var below = 0;
        foreach (var (order, part) in new ReportLayout(CaptionOf).Of(page).Index())
        {
            files[$"{folder}/visuals/{part.Name}/visual.json"] = Pbir.File($"{Definition}/visualContainer/2.4.0", new Dictionary<string, object>
            {
                ["name"] = part.Name,
                ["position"] = Position(part.Desktop, order),
                ["visual"] = Visual(part),
            });
            var phone = new Dictionary<string, object> { ["position"] = Position(new Box(0, below, ReportLayout.PhoneWidth, part.PhoneHeight), order) };
            if (part.PhoneFormatting.Count > 0) phone["objects"] = part.PhoneFormatting;
            files[$"{folder}/visuals/{part.Name}/mobile.json"] = Pbir.File($"{Definition}/visualContainerMobileState/2.2.0", phone);
            below += part.PhoneHeight + ReportLayout.Gap;
        }
    }

    private string PageContent(ReportPage page)
    {
        var content = new Dictionary<string, object>
        {
            ["name"] = page.Name,
            ["displayName"] = page.Title[_language],
            ["displayOption"] = "FitToPage",
            ["height"] = ReportLayout.PageHeight,
            ["width"] = ReportLayout.PageWidth,
        };
        if (page.IsOnlyOpen) content["filterConfig"] = new { filters = new[] { Pbir.Filter($"{page.Name}-open", Status, "Open") } };
        if (page.DrillThrough is { } field)
        {
            CaptionOf(field); // refuses one that does not exist
            var filter = $"{page.Name}-chosen";
            content["filterConfig"] = new { filters = new[] { new { name = filter, field = Pbir.Field(field), type = "Categorical", howCreated = "Drillthrough" } } };
            content["pageBinding"] = new
            {
                name = $"{page.Name}-binding",
                type = "Drillthrough",
                referenceScope = "Default",
                parameters = new[] { new { name = $"{page.Name}-parameter", boundFilter = filter, fieldExpr = Pbir.Field(field) } },
            };
            content["type"] = "Drillthrough";
            content["visibility"] = "HiddenInViewMode";
        }
        return Pbir.File($"{Definition}/page/2.0.0", content);
    }

    private Dictionary<string, object> Visual(ReportPart part)
    {
        var content = new Dictionary<string, object> { ["visualType"] = part.Type };
        if (part.Roles.Count > 0) content["query"] = Query(part);
        var formatting = new Dictionary<string, object>(part.Formatting);
        var container = new Dictionary<string, object>();
        if (part.Title is { } title)
        {
            if (part.Type == "textbox") formatting["general"] = Paragraph(title[_language]);
            else container["title"] = Pbir.Formatted(("show", true), ("text", title[_language]));
        }
        if (part.Alt is { } alt) container["general"] = Pbir.Formatted(("altText", _language == Language.English ? alt.English : alt.Finnish));
        if (part.LeadsBack) container["visualLink"] = Pbir.Formatted(("show", true), ("type", "Back"));
        if (formatting.Count > 0) content["objects"] = formatting;
        if (container.Count > 0) content["visualContainerObjects"] = container;
        content["drillFilterOtherVisuals"] = true;
        return content;
    }

    private Dictionary<string, object> Query(ReportPart part)
    {
        foreach (var field in part.Roles.SelectMany(role => role.Fields)) CaptionOf(field);
        var query = new Dictionary<string, object>
        {
            ["queryState"] = part.Roles.ToDictionary(role => role.Role, role => new { projections = role.Fields.Select(Pbir.Projection) }),
        };
        if (part.Sort is { } sort)
        {
            CaptionOf(sort.Field);
            query["sortDefinition"] = new { sort = new[] { new { field = Pbir.Field(sort.Field), direction = sort.IsDescending ? "Descending" : "Ascending" } } };
        }
        return query;
    }

    private static object Paragraph(string text) => new[]
    {
        new { properties = new { paragraphs = new[] { new { textRuns = new[] { new { value = text, textStyle = new { fontSize = "18pt", fontWeight = "bold" } } } } } } },
    };

    private static object Position(Box box, int order) => new { x = box.X, y = box.Y, z = order, height = box.Height, width = box.Width, tabOrder = order };

    private Wording CaptionOf(ReportField field) => field.IsMeasure
        ? _measures.FirstOrDefault(measure => measure.EnglishName == field.Name) is { } measure
            ? new(measure.Name[Language.English], measure.Name[Language.Finnish])
            : throw Unknown(field)
        : _star.Tables.FirstOrDefault(table => table.Name.English == field.Table)?.Columns.FirstOrDefault(column => column.Name.English == field.Name)?.Name
            ?? throw Unknown(field);

    private static SourceException Unknown(ReportField field) => new($"The report shows {field}, which the semantic model does not have.");
}
