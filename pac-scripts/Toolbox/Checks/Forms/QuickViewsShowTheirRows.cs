using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>A quick view on a form uses a quick view form of the very table that its lookup points at.</summary>
internal sealed class QuickViewsShowTheirRows : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from file in source.Files($"{table.Folder}/FormXml/")
        from control in file.Root.Descendants("control")
        where control.Attribute("classid")?.Value == ControlClass.QuickView
        from form in XElement.Parse(control.Element("parameters")!.Element("QuickForms")!.Value).Elements()
        let problem = Problem(source, table, control.Attribute("datafieldname")!.Value, form)
        where problem is not null
        select $"{file.Path}: the quick view {control.Attribute("id")?.Value} {problem}";

    private static string? Problem(SolutionSource source, TableSource table, string lookup, XElement form)
    {
        var shown = form.Attribute("entityname")?.Value;
        var target = source.Relationships.FirstOrDefault(one => one.Referencing == table.SchemaName && one.Lookup.Equals(lookup, StringComparison.OrdinalIgnoreCase))?.Referenced;
        if (target?.ToLowerInvariant() != shown)
            return $"shows rows of {shown}; {lookup} points at {target ?? "no table"}.";

        var folder = $"{source.Table(target!).Folder}/FormXml/quick/";
        return source.Has($"{folder}{form.Value}.xml") ? null : $"uses the form {form.Value}, which {folder} does not have.";
    }
}
