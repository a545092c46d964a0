using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A column on a form. Label and control come from the column, where the source lists it.</summary>
/// <param name="Column">Logical name of the column.</param>
public sealed record FormField(string Column)
{
    private static readonly int[] FormFactors = [0, 1, 2]; // web, phone, tablet: exports name all three

    /// <summary>People see the value and cannot change it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Label and type (as exports call it) of a column that another solution defines.</summary>
    public (Wording Label, string Type)? Standard { get; init; }

    /// <summary>The code component that shows the column instead of the stock control, and its property that is bound to it.</summary>
    public (string Name, string Property)? Component { get; init; }

    internal XElement ToXml(FormScope scope)
    {
        var (label, _, _) = Of(scope);
        return new XElement("cell",
            new XAttribute("id", scope.Ids.Of($"cell {Column}")),
            new XAttribute("showlabel", Component is null),
            new XAttribute("locklevel", 0),
            label.Labels(),
            new XElement("control",
                new XAttribute("id", Column),
                new XAttribute("classid", Component is null ? StockControl(scope) : ControlClass.CodeComponent),
                new XAttribute("datafieldname", Column),
                new XAttribute("disabled", IsLocked),
                Component is null ? null : new XAttribute("uniqueid", UniqueId(scope))));
    }

    internal XElement? ControlDescription(FormScope scope)
    {
        if (Component is not var (name, property)) return null;

        return new XElement("controlDescription", new XAttribute("forControl", UniqueId(scope)),
            new XElement("customControl", new XAttribute("id", StockControl(scope)), // shown where code components are not
                new XElement("parameters", new XElement("datafieldname", Column))),
            FormFactors.Select(factor => new XElement("customControl", new XAttribute("formFactor", factor), new XAttribute("name", name),
                new XElement("parameters", new XElement(property, Column)))));
    }

    private string UniqueId(FormScope scope) => scope.Ids.Of($"control {Column}");

    private string StockControl(FormScope scope)
    {
        var (_, type, format) = Of(scope);
        return ControlClass.Of(type, format);
    }

    private (Wording Label, string Type, string Format) Of(FormScope scope)
    {
        if (Standard is var (label, type)) return (label, type, "");
        return scope.Table.Find(Column) is { } column
            ? (column.Label, column.Type, column.Format)
            : throw new SourceException($"The source of {scope.Table.SchemaName} lists no column {Column}. If the platform defines it, say its label and type.");
    }
}
