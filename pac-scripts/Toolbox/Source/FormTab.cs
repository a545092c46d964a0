using System.Globalization;
using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A tab of a form.</summary>
/// <param name="Name">Name in scripts.</param>
/// <param name="Label">What people see.</param>
/// <param name="Columns">One to three columns of sections, equally wide.</param>
public sealed record FormTab(string Name, Wording Label, params IReadOnlyList<IReadOnlyList<FormSection>> Columns)
{
    internal IEnumerable<FormField> Fields => Columns.SelectMany(column => column).OfType<FieldSection>().SelectMany(section => section.Fields);

    internal XElement ToXml(FormScope scope, bool isNamed = true) =>
        new("tab",
            new XAttribute("name", Name),
            new XAttribute("verticallayout", true),
            isNamed ? null : new XAttribute("showlabel", false),
            new XAttribute("id", scope.Ids.Of($"tab {Name}")),
            new XAttribute("IsUserDefined", 1),
            Label.Labels(),
            new XElement("columns", Columns.Select((sections, place) =>
                new XElement("column", new XAttribute("width", WidthOf(place)),
                    new XElement("sections", sections.Select(section => section.ToXml(scope)))))));

    private string WidthOf(int place)
    {
        var share = 100 / Columns.Count;
        var first = 100 - share * (Columns.Count - 1); // what does not divide goes to the first
        return string.Create(CultureInfo.InvariantCulture, $"{(place == 0 ? first : share)}%");
    }
}

/// <summary>A section of a form.</summary>
/// <param name="Name">Name in scripts; once on a form.</param>
/// <param name="Label">What people see.</param>
public abstract record FormSection(string Name, Wording Label)
{
    /// <summary>Shows the label above the section.</summary>
    protected abstract bool ShowsLabel { get; }

    /// <summary>Cells beside each other.</summary>
    protected abstract int Across { get; }

    internal abstract IEnumerable<XElement> Rows(FormScope scope);

    internal XElement ToXml(FormScope scope) =>
        new("section",
            new XAttribute("name", Name),
            new XAttribute("showlabel", ShowsLabel),
            new XAttribute("showbar", false),
            new XAttribute("columns", new string('1', Across)),
            new XAttribute("IsUserDefined", 0),
            new XAttribute("id", scope.Ids.Of($"section {Name}")),
            Label.Labels(),
            new XElement("rows", Rows(scope)));
}

/// <summary>A section of columns of the row.</summary>
/// <param name="Name">Name in scripts; once on a form.</param>
/// <param name="Label">What people see.</param>
/// <param name="Fields">Its fields, from left to right and then down.</param>
public sealed record FieldSection(string Name, Wording Label, params IReadOnlyList<FormField> Fields) : FormSection(Name, Label)
{
    /// <summary>Fields beside each other: 1 to 4.</summary>
    public int Beside { get; init; } = 1;

    /// <summary>Hides the label, for a section whose one field says enough.</summary>
    public bool IsUnlabelled { get; init; }

    /// <inheritdoc/>
    protected override bool ShowsLabel => !IsUnlabelled;

    /// <inheritdoc/>
    protected override int Across => Beside;

    internal override IEnumerable<XElement> Rows(FormScope scope) =>
        Fields.Chunk(Beside).Select(fields => new XElement("row", fields.Select(field => field.ToXml(scope))));
}

/// <summary>A section that is a list of related rows.</summary>
/// <param name="Name">Name in scripts; once on a form.</param>
/// <param name="Label">What people see.</param>
/// <param name="Table">Name of the table of the related rows, with its casing.</param>
/// <param name="Relationship">The relationship from this table to that one.</param>
/// <param name="Height">Rows shown before the list pages.</param>
public sealed record SubgridSection(string Name, Wording Label, string Table, string Relationship, int Height) : FormSection(Name, Label)
{
    /// <inheritdoc/>
    protected override bool ShowsLabel => false;

    /// <inheritdoc/>
    protected override int Across => 1;

    internal override IEnumerable<XElement> Rows(FormScope scope)
    {
        var view = NewView.IdOf(Table, DefaultViews.AssociatedKey).ToString("B");
        yield return new XElement("row",
            new XElement("cell",
                new XAttribute("id", scope.Ids.Of($"cell {Name}")),
                new XAttribute("showlabel", true),
                new XAttribute("colspan", 1),
                new XAttribute("auto", false),
                new XAttribute("rowspan", Height),
                Label.Labels(),
                new XElement("control",
                    new XAttribute("indicationOfSubgrid", true),
                    new XAttribute("id", Name),
                    new XAttribute("classid", ControlClass.Subgrid),
                    new XElement("parameters",
                        new XElement("RecordsPerPage", Height),
                        new XElement("AutoExpand", "Fixed"),
                        new XElement("EnableQuickFind", false),
                        new XElement("EnableViewPicker", false),
                        new XElement("EnableChartPicker", false),
                        new XElement("ChartGridMode", "Grid"),
                        new XElement("RelationshipName", Relationship),
                        new XElement("TargetEntityType", Table.ToLowerInvariant()),
                        new XElement("ViewId", view),
                        new XElement("ViewIds", view)))));
        for (var row = 1; row < Height; row++)
            yield return new XElement("row"); // the cell above spans it
    }
}

/// <summary>A section that shows, to read, the row that a lookup points at.</summary>
/// <param name="Name">Name in scripts; once on a form.</param>
/// <param name="Label">What people see.</param>
/// <param name="Lookup">Logical name of the lookup.</param>
/// <param name="Table">Name of the table that it points at.</param>
/// <param name="FormKey">Key of that table's quick view form.</param>
public sealed record QuickViewSection(string Name, Wording Label, string Lookup, string Table, string FormKey) : FormSection(Name, Label)
{
    /// <inheritdoc/>
    protected override bool ShowsLabel => true;

    /// <inheritdoc/>
    protected override int Across => 1;

    internal override IEnumerable<XElement> Rows(FormScope scope)
    {
        var form = new XElement("QuickFormIds",
            new XElement("QuickFormId", new XAttribute("entityname", Table.ToLowerInvariant()), NewForm.IdsOf(Table, FormKind.QuickView, FormKey).Form));
        yield return new XElement("row",
            new XElement("cell",
                new XAttribute("id", scope.Ids.Of($"cell {Name}")),
                new XAttribute("showlabel", false),
                new XAttribute("locklevel", 0),
                Label.Labels(),
                new XElement("control",
                    new XAttribute("id", $"view_{Name}"),
                    new XAttribute("classid", ControlClass.QuickView),
                    new XAttribute("datafieldname", Lookup),
                    new XAttribute("disabled", false),
                    new XElement("parameters",
                        new XElement("QuickForms", form.ToString(SaveOptions.DisableFormatting)), // as text: exports escape it
                        new XElement("ControlMode", "Edit")))));
    }
}
