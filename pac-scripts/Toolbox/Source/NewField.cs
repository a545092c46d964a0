using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A column to be added to the main form that a table of the solution has.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="Section">Name of the section at whose end it comes.</param>
/// <param name="Field">The field.</param>
public sealed record NewField(string Table, string Section, FormField Field)
{
    /// <summary>Writes the field into a free place of the section's last row, or into a new row.</summary>
    /// <exception cref="SourceException">There is no such column or section, or the form shows the column already.</exception>
    public void AddTo(SolutionSource source)
    {
        var section = FormPart.Find(source, source.Table(Table), "section", Section);
        section.RefuseColumn(Field.Column);

        section.Edit();
        var cell = Field.ToXml(section.Scope);
        if (FreeRow(section.Xml) is { } row) row.Add(cell);
        else section.Xml.Element("rows")!.Add(new XElement("row", cell));
    }

    private static XElement? FreeRow(XElement section)
    {
        var across = section.Attribute("columns")?.Value.Length ?? 1;
        var last = section.Element("rows")!.Elements("row").LastOrDefault();
        return last is not null && last.HasElements && last.Elements().Count() < across ? last : null;
    }
}
