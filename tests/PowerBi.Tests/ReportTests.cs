using System.Globalization;
using System.Text.Json;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Data;
using BuyerPath.Toolbox.PowerBi.Reports;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.PowerBi.Tests;

public sealed class ReportTests
{
    private const string Remedy = "Run 'dotnet pac-scripts/powerbi.cs'.";

    /// <summary>Least contrast of text by WCAG 2.2, level AA.</summary>
    private const double OfText = 4.5;

    /// <summary>Least contrast of what is drawn by WCAG 2.2, level AA.</summary>
    private const double OfGraphics = 3;

    private static readonly string Theme = File.ReadAllText(Repository.PathOf(ReportFiles.Theme));

    private static Report Shipped { get; } = Report.Read(Repository.PathOf(ReportFiles.Pages));

    [Fact]
    public void The_report_is_what_its_sources_say()
    {
        var folder = Repository.PathOf(ReportFiles.Folder);
        var generated = FilesOf(Shipped, Language.English);
        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);

        Assert.Equal(generated.Keys.Order(), found.Keys.Order());
        Assert.All(generated, file => Assert.True(found[file.Key] == file.Value, $"{file.Key} is not what its sources say. {Remedy}"));
        Assert.Equal(ReportFiles.ProjectContent, File.ReadAllText(Repository.PathOf($"{ReportFiles.Project}/{ReportFiles.ProjectFile}")));
    }

    [Fact]
    public void The_report_keeps_every_rule() => Assert.Empty(ReportRules.Findings(Shipped, SemanticModel.Shipped));

    [Fact]
    public void There_are_five_pages_and_one_to_drill_through_to()
    {
        Assert.Equal(["Where our customers stand", "Flow", "Worth it for both sides", "No decision", "Focus"],
            Shipped.Pages.Where(page => page.DrillThrough is null).Select(page => page.Title[Language.English]));
        Assert.Equal([ReportField.Of("Opportunity[Opportunity]")], Shipped.Pages.Select(page => page.DrillThrough).OfType<ReportField>());
    }

    public static TheoryData<string, ReportVisual, string> BrokenVisuals => new()
    {
        { "an unknown measure", Visual(VisualKind.Bars, "Opportunity[Verdict]", "Open Deals"), "flow: [Open Deals] does not exist." },
        { "an unknown column", Visual(VisualKind.Bars, "Opportunity[Judgement]", "Closed"), "flow: Opportunity[Judgement] does not exist." },
        { "a hidden column", Visual(VisualKind.Bars, "Opportunity[Verdict Code]", "Closed"), "flow: Opportunity[Verdict Code] is hidden from people." },
        { "a column drawn", Visual(VisualKind.Bars, "Opportunity[Verdict]", "Opportunity[Win Chance]"), "flow/one: Opportunity[Win Chance] is a column, and it draws measures." },
        { "divided by a measure", Visual(VisualKind.Bars, "Closed", "Closed"), "flow/one: [Closed] is a measure, and it is divided by columns." },
        { "not divided", Visual(VisualKind.Bars, null, "Closed"), "flow/one: it must be divided by one column." },
        { "one axis only", Visual(VisualKind.Scatter, "Opportunity[Opportunity]", "Closed"), "flow/one: a scatter needs two measures." },
        { "no line", Visual(VisualKind.ColumnsAndLine, "Date[Month]", "Closed"), "flow/one: a line belongs to columns and line, and to nothing else." },
        { "a divided table", Visual(VisualKind.Table, "Date[Month]", "Closed"), "flow/one: a table has values only." },
        { "nothing shown", Visual(VisualKind.Table, null), "flow/one: it shows no values." },
        { "bars divided twice", Visual(VisualKind.Bars, "Date[Month]", "Closed") with { Columns = [ReportField.Of("Opportunity[Verdict]")] }, "flow/one: only a matrix or a scatter is divided twice." },
        { "two facts side by side", Visual(VisualKind.Table, null, "Step[Step]", "Turn[Party]"), "flow/one: its columns have no table in common, so that every row would stand beside every other." },
        {
            "sorted by what nobody sees", Visual(VisualKind.Table, null, "Step[Step]") with { Sort = new(ReportField.Of("Step[Due Date]"), IsDescending: true) },
            "flow/one: it is sorted by Step[Due Date], which it does not show."
        },
    };

    [Theory]
    [MemberData(nameof(BrokenVisuals))]
    public void A_broken_visual_is_found(string why, ReportVisual visual, string finding) =>
        Assert.True(ReportRules.Findings(With(page => page with { Visuals = [visual] }), SemanticModel.Shipped).Contains(finding), why);

    [Fact]
    public void A_column_as_key_figure_and_a_measure_as_slicer_are_found()
    {
        var broken = With(page => page with { Figures = [ReportField.Of("Date[Month]")], Slicers = [ReportField.Of("Closed")] });

        var findings = ReportRules.Findings(broken, SemanticModel.Shipped);

        Assert.Equal(["flow: Date[Month] is a column, and a key figure is a measure.", "flow: [Closed] is a measure, and readers choose by columns."], findings);
    }

    [Fact]
    public void A_report_that_shows_a_field_unknown_to_the_model_is_refused_by_name()
    {
        var broken = With(page => page with { Visuals = [Visual(VisualKind.Bars, "Opportunity[Verdict]", "Open Deals")] });

        var refusal = Assert.Throws<SourceException>(() => FilesOf(broken, Language.English));

        Assert.Equal("The report shows [Open Deals], which the semantic model does not have.", refusal.Message);
    }

    /// <summary>Both layouts of every page: on the page, apart from each other, read from top to bottom and from left to right.</summary>
    [Fact]
    public void Parts_lie_on_their_page_apart_and_in_the_order_of_reading()
    {
        var files = FilesOf(Shipped, Language.English);

        Assert.All(Shipped.Pages, page =>
        {
            foreach (var layout in new[] { "visual.json", "mobile.json" })
            {
                var boxes = PlacesOn(page, layout, files).OrderBy(place => place.Order).Select(place => place.Box).ToList();
                var width = layout == "visual.json" ? 1280 : 324;
                var height = layout == "visual.json" ? 720 : int.MaxValue;

                Assert.All(boxes, box => Assert.True(box is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && box.Right <= width && box.Bottom <= height, $"{page.Name}: {box}"));
                Assert.Empty(from first in boxes from second in boxes where first != second && Overlap(first, second) select $"{page.Name}: {first} and {second}");
                Assert.Equal(boxes.OrderBy(box => box.Y).ThenBy(box => box.X), boxes);
            }
        });
    }

    [Fact]
    public void Whatever_is_drawn_has_an_alternative_text_in_both_languages()
    {
        var (english, finnish) = (AltTexts(Language.English), AltTexts(Language.Finnish));

        Assert.Equal(english.Keys, finnish.Keys);
        Assert.All(english, part => Assert.NotEqual(part.Value, finnish[part.Key]));
        Assert.Equal(Shipped.Pages.Sum(page => page.Visuals.Count + page.Slicers.Count + 1 + (page.DrillThrough is null ? 0 : 1)), english.Count);
    }

    [Fact]
    public void In_Finnish_only_texts_differ()
    {
        var english = FilesOf(Shipped, Language.English);
        var finnish = FilesOf(Shipped, Language.Finnish);

        Assert.Equal(english.Keys, finnish.Keys);
        Assert.Contains("Missä asiakkaamme ovat", finnish["definition/pages/position/page.json"], StringComparison.Ordinal);
        Assert.All(english.Keys.Where(name => name.EndsWith("mobile.json", StringComparison.Ordinal)), name => Assert.Equal(english[name], finnish[name]));
        Assert.All(english.Keys, name => Assert.Equal(FieldsIn(english[name]), FieldsIn(finnish[name])));
    }

    /// <summary>Power BI loads a theme only if the name in the file is the one in the report.</summary>
    [Fact]
    public void The_theme_has_the_name_by_which_the_report_asks_for_it()
    {
        using var report = JsonDocument.Parse(FilesOf(Shipped, Language.English)["definition/report.json"]);
        using var theme = JsonDocument.Parse(Theme);

        Assert.Equal(
            report.RootElement.GetProperty("themeCollection").GetProperty("customTheme").GetProperty("name").GetString(),
            theme.RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public void Everybody_can_tell_the_colours_of_the_theme_from_its_background()
    {
        using var theme = JsonDocument.Parse(Theme);
        var root = theme.RootElement;
        var background = root.GetProperty("background").GetString()!;
        var texts = root.GetProperty("textClasses").EnumerateObject().Select(each => each.Value.GetProperty("color").GetString()!).Append(root.GetProperty("foreground").GetString()!);
        var drawn = root.GetProperty("dataColors").EnumerateArray().Select(each => each.GetString()!)
            .Concat(new[] { "good", "neutral", "bad", "maximum", "center", "minimum", "tableAccent" }.Select(name => root.GetProperty(name).GetString()!));

        Assert.All(texts, colour => Assert.InRange(Contrast(colour, background), OfText, 21));
        Assert.All(drawn, colour => Assert.InRange(Contrast(colour, background), OfGraphics, 21));
    }

    [Theory]
    [InlineData("#000000", "#FFFFFF", 21)]
    [InlineData("#FFFFFF", "#FFFFFF", 1)]
    [InlineData("#777777", "#FFFFFF", 4.48)] // the known grey that just fails for text
    public void Contrast_is_that_of_WCAG(string one, string other, double contrast) => Assert.Equal(contrast, Contrast(one, other), precision: 2);

    private static IReadOnlyDictionary<string, string> FilesOf(Report report, Language language) =>
        ReportFiles.Of(SemanticModel.Shipped.Star, SemanticModel.Shipped.Measures, report, Theme, language);

    /// <summary>A report of one page, which is the shipped page of flow changed.</summary>
    private static Report With(Func<ReportPage, ReportPage> change) => new([change(Shipped.Pages.Single(page => page.Name == "flow"))]);

    private static ReportVisual Visual(VisualKind kind, string? rows, params string[] values)
    {
        var text = new LocalizedText(Language.All.ToDictionary(language => language, language => language.Code));
        return new ReportVisual("one", kind, ReportVisual.FullWidth, text, text)
        {
            Rows = rows is null ? [] : [ReportField.Of(rows)],
            Values = [.. values.Select(ReportField.Of)],
        };
    }

    private static IEnumerable<(int Order, Box Box)> PlacesOn(ReportPage page, string layout, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (_, content) in files.Where(file => file.Key.StartsWith($"definition/pages/{page.Name}/", StringComparison.Ordinal) && file.Key.EndsWith(layout, StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(content);
            var place = json.RootElement.GetProperty("position");
            yield return (Number("tabOrder"), new Box(Number("x"), Number("y"), Number("width"), Number("height")));

            int Number(string name) => place.GetProperty(name).GetInt32();
        }
    }

    private static bool Overlap(Box one, Box other) => one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;

    private static Dictionary<string, string> AltTexts(Language language)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (name, content) in FilesOf(Shipped, language).Where(file => file.Key.EndsWith("visual.json", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(content);
            if (json.RootElement.GetProperty("visual").GetProperty("visualType").GetString() == "textbox") continue;
            texts[name] = json.RootElement.GetProperty("visual").GetProperty("visualContainerObjects").GetProperty("general")[0]
                .GetProperty("properties").GetProperty("altText").GetProperty("expr").GetProperty("Literal").GetProperty("Value").GetString()!;
        }
        return texts;
    }

    private static IEnumerable<string> FieldsIn(string content) =>
        content.Split('\n').Where(line => line.Contains("\"queryRef\"", StringComparison.Ordinal) || line.Contains("\"Property\"", StringComparison.Ordinal));

    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour)
    {
        return 0.2126 * Linear(1) + 0.7152 * Linear(3) + 0.0722 * Linear(5);

        double Linear(int at)
        {
            var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }
}
