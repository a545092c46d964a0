using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>
/// Where a view is shown by a code component, the component is in the solution, is named for web, phone and tablet, takes
/// the rows of the view, and the stock grid is its fallback.
/// </summary>
internal sealed class ViewsAreShownWhole : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from file in source.Files($"{table.Folder}/SavedQueries/")
        from description in file.Root.Descendants("controlDescription")
        from finding in Of(source, description)
        select $"{file.Path}: {finding}";

    private static IEnumerable<string> Of(SolutionSource source, XElement description)
    {
        var components = description.Elements("customControl").Where(control => control.Attribute("name") is not null).ToList();
        if (!components.Select(component => component.Attribute("formFactor")?.Value).Order(StringComparer.Ordinal).SequenceEqual(["0", "1", "2"]))
            yield return "the code component of the view must be named for the form factors 0, 1 and 2.";

        foreach (var name in components.Select(component => component.Attribute("name")!.Value).Distinct())
            if (!source.Has($"Controls/{name}/ControlManifest.xml.data.xml"))
                yield return $"the view is shown by {name}, which the solution does not have.";

        if (components.Any(component => component.Element("parameters")?.Element("data-set")?.Attribute("name") is null))
            yield return "the code component does not take the rows of the view for every form factor.";

        if (description.Elements("customControl").All(control => control.Attribute("id")?.Value != ControlClass.Subgrid))
            yield return $"the stock grid {ControlClass.Subgrid} is not the fallback of the code component.";
    }
}
