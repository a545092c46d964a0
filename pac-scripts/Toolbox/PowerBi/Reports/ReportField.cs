using BuyerPath.Toolbox.Data;

namespace BuyerPath.Toolbox.PowerBi.Reports;

/// <summary>A field of the semantic model that a report shows.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its English name.</param>
public sealed record ReportField(string Table, string Name)
{
    private const int Longest = 120;

    /// <summary>A measure; otherwise a column.</summary>
    public bool IsMeasure => Table == ModelFiles.MeasureTable;

    /// <summary>A measure by its name, or a column as <c>Table[Column]</c>.</summary>
    public static ReportField Of(string text) => text.IndexOf('[', StringComparison.Ordinal) is var at and > 0 && text.EndsWith(']')
        ? new ReportField(text[..at], text[(at + 1)..^1])
        : new ReportField(ModelFiles.MeasureTable, text);

    /// <inheritdoc />
    public override string ToString() => IsMeasure ? $"[{Name}]" : $"{Table}[{Name}]";

    internal static IReadOnlyList<ReportField> OptionalList(YamlMap map, string field) => [.. map.OptionalList(field, Longest).Select(Of)];

    internal static ReportField? Optional(YamlMap map, string field) => map.OptionalText(field, Longest) is { } text ? Of(text) : null;
}
