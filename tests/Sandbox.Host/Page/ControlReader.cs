using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>Reads the controls of one form, with the code components that its control descriptions put in their place.</summary>
internal sealed class ControlReader(Form form)
{
    private static readonly Dictionary<Guid, string> Undrawn = new()
    {
        [new("9FDF5F91-88B1-47F4-AD53-C11EFC01A01D")] = "web resource",
        [new("06375649-C143-495E-A496-C962E5B4488E")] = "timeline",
        [new("0A7FF475-B016-4687-9CE5-042BFDBD6519")] = "file",
        [new("7E548B0D-209C-477B-9DCD-F0F44472381D")] = "image",
    };

    private static readonly Guid QuickView = new("5C5600E0-1D6E-4205-A272-BE80DA87FD42");

    private readonly Dictionary<string, XElement> _descriptions = form.Xml.Elements("controlDescriptions").Elements("controlDescription")
        .ToDictionary(description => (string)description.Attribute("forControl")!, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the page shows in place of a <c>control</c> element.</summary>
    public FormControl Read(XElement control)
    {
        if ((bool?)control.Attribute("indicationOfSubgrid") == true) return new FormControl("subgrid") { Subgrid = SubgridOf(control.Element("parameters")!) };
        var isKnown = Guid.TryParse((string?)control.Attribute("classid"), out var kind);
        if (isKnown && kind == QuickView) return new FormControl("quickView") { QuickView = QuickViewOf(control) };
        if (isKnown && Undrawn.TryGetValue(kind, out var name)) return NotDrawn(name);
        if ((string?)control.Attribute("datafieldname") is not { Length: > 0 } column) return NotDrawn((string?)control.Attribute("id") ?? "control without a column");

        return new FormControl("column")
        {
            Column = column,
            IsDisabled = (bool?)control.Attribute("disabled") ?? false,
            Component = ComponentOf(control),
        };
    }

    private static FormControl NotDrawn(string what) => new("undrawn") { Undrawn = what };

    private static Subgrid SubgridOf(XElement parameters) => new(
        (string)parameters.Element("TargetEntityType")!,
        (string?)parameters.Element("RelationshipName"),
        Guid.Parse((string)parameters.Element("ViewId")!),
        (int?)parameters.Element("RecordsPerPage") ?? 4);

    // The list of forms, one for each table that the lookup may point at, is XML in a text.
    private static QuickViewUse QuickViewOf(XElement control) => new(
        (string)control.Attribute("datafieldname")!,
        XElement.Parse((string)control.Element("parameters")!.Element("QuickForms")!).Elements("QuickFormId")
            .ToDictionary(form => (string)form.Attribute("entityname")!, form => Guid.Parse(form.Value)));

    private ComponentUse? ComponentOf(XElement control)
    {
        return (string?)control.Attribute("uniqueid") is { } id && _descriptions.TryGetValue(id, out var description) ? ComponentUse.Of(description) : null;
    }
}
