using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>
/// Where a form shows a column by a code component, the component is in the solution, is named for web, phone and
/// tablet, is bound to the column, and the stock control of the column is its fallback.
/// </summary>
internal sealed class CodeComponentsAreBoundWhole : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from file in source.Files($"{table.Folder}/FormXml/")
        from finding in Of(source, table, file.Root)
        select $"{file.Path}: {finding}";

    private static IEnumerable<string> Of(SolutionSource source, TableSource table, XElement form)
    {
        var controls = form.Descendants("control").Where(control => control.Attribute("uniqueid") is not null || IsCodeComponent(control)).ToList();
        var descriptions = form.Descendants("controlDescription").ToLookup(description => description.Attribute("forControl")?.Value);

        foreach (var description in descriptions.Where(group => controls.All(control => control.Attribute("uniqueid")?.Value != group.Key)))
            yield return $"describes the control {description.Key}, which is not on the form.";

        foreach (var control in controls)
        {
            var column = control.Attribute("datafieldname")?.Value ?? "";
            var found = descriptions[control.Attribute("uniqueid")?.Value].ToList();
            if (found.Count != 1)
                yield return $"shows {column} by a code component and describes it {found.Count} times; it must be once.";
            foreach (var finding in found.SelectMany(description => Of(source, table.Find(column), column, description)))
                yield return $"the code component of {column} {finding}";
        }
    }

    private static IEnumerable<string> Of(SolutionSource source, ColumnSource? column, string name, XElement description)
    {
        var components = description.Elements("customControl").Where(control => control.Attribute("name") is not null).ToList();
        if (!components.Select(component => component.Attribute("formFactor")?.Value).Order(StringComparer.Ordinal).SequenceEqual(["0", "1", "2"]))
            yield return "must be named for the form factors 0, 1 and 2.";

        foreach (var component in components.Select(component => component.Attribute("name")!.Value).Distinct())
            if (!source.Has($"Controls/{component}/ControlManifest.xml.data.xml"))
                yield return $"is {component}, which the solution does not have.";

        if (components.Any(component => component.Element("parameters")?.Elements().Any(parameter => parameter.Value == name) is not true))
            yield return "is not bound to the column for every form factor.";

        var fallback = description.Elements("customControl").FirstOrDefault(control => control.Attribute("id") is not null)?.Attribute("id")?.Value;
        if (column is not null && fallback != ControlClass.Of(column.Type, column.Format))
            yield return $"has the fallback {fallback}; for {column.Type} it is {ControlClass.Of(column.Type, column.Format)}.";
    }

    private static bool IsCodeComponent(XElement control) => control.Attribute("classid")?.Value == ControlClass.CodeComponent;
}
