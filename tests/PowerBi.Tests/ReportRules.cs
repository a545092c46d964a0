using BuyerPath.Toolbox.PowerBi;
using BuyerPath.Toolbox.PowerBi.Reports;

namespace BuyerPath.PowerBi.Tests;

/// <summary>What must hold of a report before its pages would show what they say; each rule gives its findings, a sentence each.</summary>
internal static class ReportRules
{
    /// <summary>Everything that is found.</summary>
    public static IReadOnlyList<string> Findings(Report report, SemanticModel model) =>
    [
        .. from page in report.Pages
           from field in FieldsOf(page)
           from finding in FindingsOfField(field, model)
           select $"{page.Name}: {finding}",
        .. from page in report.Pages
           from visual in page.Visuals
           from finding in FindingsOfVisual(visual, model)
           select $"{page.Name}/{visual.Name}: {finding}",
        .. from page in report.Pages
           from field in page.Figures
           where !field.IsMeasure
           select $"{page.Name}: {field} is a column, and a key figure is a measure.",
        .. from page in report.Pages
           from field in page.Slicers
           where field.IsMeasure
           select $"{page.Name}: {field} is a measure, and readers choose by columns.",
    ];

    private static IEnumerable<ReportField> FieldsOf(ReportPage page) =>
    [
        .. page.Slicers, .. page.Figures, .. page.DrillThrough is { } field ? new[] { field } : [],
        .. page.Visuals.SelectMany(FieldsOf),
    ];

    private static IEnumerable<ReportField> FieldsOf(ReportVisual visual) =>
        [.. visual.Rows, .. visual.Columns, .. visual.Values, .. visual.Line, .. visual.Sort is { } sort ? new[] { sort.Field } : []];

    private static IEnumerable<string> FindingsOfField(ReportField field, SemanticModel model)
    {
        if (field.IsMeasure)
        {
            if (model.Measures.All(measure => measure.EnglishName != field.Name)) yield return $"{field} does not exist.";
        }
        else if (model.Column(field.Table, field.Name) is not { } column) yield return $"{field} does not exist.";
        else if (column.IsHidden) yield return $"{field} is hidden from people.";
    }

    private static IEnumerable<string> FindingsOfVisual(ReportVisual visual, SemanticModel model)
    {
        if (visual.Values.Count == 0) yield return "it shows no values.";
        if (visual.Kind == VisualKind.Table && visual.Rows.Count + visual.Columns.Count > 0) yield return "a table has values only.";
        if (visual.Kind != VisualKind.Table && visual.Rows.Count != 1) yield return "it must be divided by one column.";
        if (visual.Kind is not (VisualKind.Matrix or VisualKind.Scatter) && visual.Columns.Count > 0) yield return "only a matrix or a scatter is divided twice.";
        if (visual.Kind == VisualKind.ColumnsAndLine != visual.Line.Count > 0) yield return "a line belongs to columns and line, and to nothing else.";
        if (visual.Kind == VisualKind.Scatter && visual.Values.Count != 2) yield return "a scatter needs two measures.";
        foreach (var field in visual.Rows.Concat(visual.Columns).Where(field => field.IsMeasure)) yield return $"{field} is a measure, and it is divided by columns.";
        if (visual.Kind != VisualKind.Table)
            foreach (var field in visual.Values.Concat(visual.Line).Where(field => !field.IsMeasure)) yield return $"{field} is a column, and it draws measures.";
        if (visual.Sort is { } sort && !FieldsOf(visual with { Sort = null }).Contains(sort.Field)) yield return $"it is sorted by {sort.Field}, which it does not show.";
        if (!Meet(FieldsOf(visual), model.Star)) yield return "its columns have no table in common, so that every row would stand beside every other.";
    }

    /// <summary>A measure brings the tables together; without one, a table must lead to all others.</summary>
    private static bool Meet(IEnumerable<ReportField> fields, StarSchema star)
    {
        var shown = fields.ToList();
        return shown.Any(field => field.IsMeasure) || shown.Any(start => shown.All(field => Leads(start.Table, field.Table)));

        bool Leads(string from, string to) => from == to || star.Relationships.Any(each => each.FromTable == from && Leads(each.ToTable, to));
    }
}
