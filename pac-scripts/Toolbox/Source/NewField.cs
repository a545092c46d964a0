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
        var table = source.Table(Table);
        var forms = source.Files($"{table.Folder}/FormXml/main/").ToList();
        var (form, section) = forms
            .SelectMany(form => form.Root.Descendants("section").Select(section => (form, section)))
            .FirstOrDefault(place => place.section.Attribute("name")?.Value == Section);
        if (section is null)
            throw new SourceException($"No main form of {table.SchemaName} has a section '{Section}'. It has {string.Join(", ", SectionsOf(forms))}.");
        if (form.Root.Descendants("control").Any(control => control.Attribute("datafieldname")?.Value == Field.Column))
            throw new SourceException($"The form {form.Stem} of {table.SchemaName} shows {Field.Column} already.");

        source.Edit(form.Path);
        var cell = Field.ToXml(new FormScope(table, new FormIds($"form {form.Stem}")));
        if (FreeRow(section) is { } row) row.Add(cell);
        else section.Element("rows")!.Add(new XElement("row", cell));
    }

    private static XElement? FreeRow(XElement section)
    {
        var across = section.Attribute("columns")?.Value.Length ?? 1;
        var last = section.Element("rows")!.Elements("row").LastOrDefault();
        return last is not null && last.HasElements && last.Elements().Count() < across ? last : null;
    }

    private static IEnumerable<string> SectionsOf(IEnumerable<SourceFile> forms) =>
        forms.SelectMany(form => form.Root.Descendants("section")).Select(section => section.Attribute("name")!.Value);
}
