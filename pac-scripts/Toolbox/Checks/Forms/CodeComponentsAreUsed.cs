using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>Every code component is shown on a form or shows a view.</summary>
internal sealed class CodeComponentsAreUsed : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var shown = source.Files("Entities/").SelectMany(file => file.Root.Descendants("customControl")).Select(control => control.Attribute("name")?.Value).ToHashSet();
        return
            from component in source.Files("Controls/", ".data.xml")
            where !shown.Contains(component.Root.Element("Name")?.Value)
            select $"{component.Path}: no form and no view shows {component.Root.Element("Name")?.Value}.";
    }
}
