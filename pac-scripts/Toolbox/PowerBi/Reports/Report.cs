using BuyerPath.Toolbox.Data;

namespace BuyerPath.Toolbox.PowerBi.Reports;

/// <summary>What a visual of the report draws. Few kinds: each one is another thing that readers must learn to read.</summary>
public enum VisualKind
{
    /// <summary>Rows of columns and measures.</summary>
    Table,

    /// <summary>A measure by the values of one column in rows and another in columns.</summary>
    Matrix,

    /// <summary>Horizontal bars.</summary>
    Bars,

    /// <summary>Columns that share out the whole.</summary>
    Shares,

    /// <summary>Columns, and a line over them.</summary>
    ColumnsAndLine,

    /// <summary>A point for each row by two measures: the first to the right, the second upwards.</summary>
    Scatter,
}

/// <summary>The pages of the report.</summary>
/// <param name="Pages">In their order.</param>
public sealed record Report(IReadOnlyList<ReportPage> Pages)
{
    /// <summary>Reads the pages of a file.</summary>
    /// <exception cref="InvalidDataException">The file has findings; one line each.</exception>
    public static Report Read(string path) => YamlFile.Read(path, file =>
    {
        var names = new HashSet<string>();
        return new Report(file.Each("pages", page => ReportPage.Read(page, names)));
    });
}

/// <summary>A page: key figures above rows of visuals.</summary>
/// <param name="Name">What files call it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="IsOnlyOpen">It shows open opportunities only.</param>
/// <param name="DrillThrough">The column from whose values people come here; null for a page of the report's own list.</param>
/// <param name="Slicers">What readers choose by.</param>
/// <param name="Figures">Measures of the whole page.</param>
/// <param name="Visuals">In the order of reading.</param>
public sealed record ReportPage(
    string Name, LocalizedText Title, bool IsOnlyOpen, ReportField? DrillThrough,
    IReadOnlyList<ReportField> Slicers, IReadOnlyList<ReportField> Figures, IReadOnlyList<ReportVisual> Visuals)
{
    private const int LongestTitle = 60;

    internal static ReportPage Read(YamlMap map, ISet<string> names)
    {
        var visuals = new HashSet<string>();
        return new ReportPage(
            map.Key("name", names),
            map.Texts("title", LongestTitle),
            map.Flag("onlyOpen"),
            ReportField.Optional(map, "drillThrough"),
            ReportField.OptionalList(map, "slicers"),
            ReportField.OptionalList(map, "figures"),
            map.Each("visuals", visual => ReportVisual.Read(visual, visuals)));
    }
}

/// <summary>A visual of a page.</summary>
/// <param name="Name">What files call it; unique on its page.</param>
/// <param name="Kind">What it draws.</param>
/// <param name="Width">In twelfths of the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
public sealed record ReportVisual(string Name, VisualKind Kind, int Width, LocalizedText Title, LocalizedText Alt)
{
    /// <summary>Twelfths of a page.</summary>
    public const int FullWidth = 12;

    private const int LongestTitle = 80;
    private const int LongestAlt = 250;

    /// <summary>Columns by which it is divided: rows, bars or points.</summary>
    public IReadOnlyList<ReportField> Rows { get; init; } = [];

    /// <summary>Columns by which it is divided once more: columns or colours.</summary>
    public IReadOnlyList<ReportField> Columns { get; init; } = [];

    /// <summary>What it shows.</summary>
    public IReadOnlyList<ReportField> Values { get; init; } = [];

    /// <summary>Measures drawn as lines.</summary>
    public IReadOnlyList<ReportField> Line { get; init; } = [];

    /// <summary>What it is sorted by; null for the order of its rows.</summary>
    public ReportSort? Sort { get; init; }

    internal static ReportVisual Read(YamlMap map, ISet<string> names) => new(
        map.Key("name", names),
        map.Choice<VisualKind>("kind"),
        map.WholeNumber("width", least: 1, most: FullWidth),
        map.Texts("title", LongestTitle),
        map.Texts("alt", LongestAlt))
    {
        Rows = ReportField.OptionalList(map, "rows"),
        Columns = ReportField.OptionalList(map, "columns"),
        Values = ReportField.OptionalList(map, "values"),
        Line = ReportField.OptionalList(map, "line"),
        Sort = ReportField.Optional(map, "descendingBy") is { } most ? new ReportSort(most, IsDescending: true)
            : ReportField.Optional(map, "ascendingBy") is { } least ? new ReportSort(least, IsDescending: false)
            : null,
    };
}

/// <summary>How a visual is sorted.</summary>
/// <param name="Field">By what.</param>
/// <param name="IsDescending">The most first.</param>
public sealed record ReportSort(ReportField Field, bool IsDescending);
