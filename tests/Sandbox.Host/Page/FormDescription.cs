using System.Globalization;
using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>A form as the page draws it, read from the form XML of the solution.</summary>
internal sealed record FormDescription(
    Guid Id, string Table, string Kind, IReadOnlyDictionary<int, string> Label, bool IsStandIn, IReadOnlyList<FormTab> Tabs)
{
    public static FormDescription Of(Form form) => new(
        form.Id, form.Table, form.Kind, form.Name.ByLanguage, IsStandIn: false,
        [.. form.Xml.Elements("tabs").Elements("tab").Where(Xml.IsVisible).Select(tab => FormTab.Of(tab, new ControlReader(form)))]);
}

/// <summary>A tab.</summary>
internal sealed record FormTab(string? Name, IReadOnlyDictionary<int, string> Label, IReadOnlyList<FormColumn> Columns)
{
    public static FormTab Of(XElement tab, ControlReader controls) => new(
        (string?)tab.Attribute("name"), Xml.Labels(tab),
        [.. tab.Elements("columns").Elements("column").Select(column => FormColumn.Of(column, controls))]);
}

/// <summary>A column of sections, as wide as <paramref name="Width"/> says (<c>50%</c>).</summary>
internal sealed record FormColumn(string? Width, IReadOnlyList<FormSection> Sections)
{
    public static FormColumn Of(XElement column, ControlReader controls) => new(
        (string?)column.Attribute("width"),
        [.. column.Elements("sections").Elements("section").Where(Xml.IsVisible).Select(section => FormSection.Of(section, controls))]);
}

/// <summary>A section: cells in rows of <paramref name="Columns"/> columns.</summary>
internal sealed record FormSection(string? Name, IReadOnlyDictionary<int, string> Label, bool ShowsLabel, int Columns, IReadOnlyList<IReadOnlyList<FormCell>> Rows)
{
    public static FormSection Of(XElement section, ControlReader controls) => new(
        (string?)section.Attribute("name"), Xml.Labels(section), Xml.ShowsLabel(section),
        // One character for each column: 1, 11, 111.
        Math.Max(1, ((string?)section.Attribute("columns"))?.Length ?? 1),
        [.. section.Elements("rows").Elements("row").Where(row => row.HasElements).Select(row => RowOf(row, controls))]);

    private static IReadOnlyList<FormCell> RowOf(XElement row, ControlReader controls) =>
        [.. row.Elements("cell").Where(Xml.IsVisible).Select(cell => FormCell.Of(cell, controls))];
}

/// <summary>A cell; without a control it is a gap.</summary>
internal sealed record FormCell(IReadOnlyDictionary<int, string> Label, bool ShowsLabel, int ColumnSpan, FormControl? Control)
{
    public static FormCell Of(XElement cell, ControlReader controls) => new(
        Xml.Labels(cell), Xml.ShowsLabel(cell), (int?)cell.Attribute("colspan") ?? 1,
        cell.Element("control") is { } control ? controls.Read(control) : null);
}

/// <summary>What is in a cell: a column (perhaps drawn by a code component), a subgrid, a quick view, or something the page says it does not draw.</summary>
internal sealed record FormControl(string Kind)
{
    public string? Column { get; init; }

    public bool IsDisabled { get; init; }

    public ComponentUse? Component { get; init; }

    public Subgrid? Subgrid { get; init; }

    public QuickViewUse? QuickView { get; init; }

    /// <summary>What it would be, for a control that the page does not draw.</summary>
    public string? Undrawn { get; init; }
}

/// <summary>A list of related rows.</summary>
internal sealed record Subgrid(string Table, string? Relationship, Guid ViewId, int RowsPerPage);

/// <summary>A look at the row that a lookup points at, by the quick view form for the table of that row.</summary>
internal sealed record QuickViewUse(string Column, IReadOnlyDictionary<string, Guid> Forms);

/// <summary>What all parts of form XML have in common.</summary>
internal static class Xml
{
    public static IReadOnlyDictionary<int, string> Labels(XElement part) => part.Elements("labels").Elements("label").ToDictionary(
        label => int.Parse((string)label.Attribute("languagecode")!, CultureInfo.InvariantCulture),
        label => (string)label.Attribute("description")!);

    public static bool ShowsLabel(XElement part) => (bool?)part.Attribute("showlabel") ?? true;

    public static bool IsVisible(XElement part) => (bool?)part.Attribute("visible") ?? true;
}
