using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>The columns on a form exist, and their control is the one for their type.</summary>
internal sealed class FormFieldsFitTheirColumns : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from file in source.Files($"{table.Folder}/FormXml/")
        from control in file.Root.Descendants("control")
        let column = control.Attribute("datafieldname")?.Value
        where column is not null
        let problem = Problem(source, table, control, column)
        where problem is not null
        select $"{file.Path}: {problem}";

    private static string? Problem(SolutionSource source, TableSource table, XElement control, string name)
    {
        if (!source.MayHave(table.LogicalName, name)) return $"shows {name}, which {table.SchemaName} does not have.";
        if (table.Find(name) is not { } column) return null; // a standard column, whose type the source does not know

        var classId = control.Attribute("classid")?.Value;
        var expected = ControlClass.Of(column.Type, column.Format);
        var isQuickView = classId == ControlClass.QuickView && column.Type == "lookup";
        return classId == expected || classId == ControlClass.CodeComponent || isQuickView
            ? null
            : $"shows {name} with the control {classId}; for {column.Type} it is {expected}.";
    }
}
