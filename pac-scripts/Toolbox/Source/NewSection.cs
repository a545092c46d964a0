namespace BuyerPath.Toolbox.Source;

/// <summary>A section to be added to the main form that a table of the solution has.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="Tab">Name of the tab; the section comes last in its last column.</param>
/// <param name="Section">Fields, or a list of related rows.</param>
public sealed record NewSection(string Table, string Tab, FormSection Section)
{
    /// <summary>Writes the section.</summary>
    /// <exception cref="SourceException">There is no such tab or column, or the form has such a section or shows a column already.</exception>
    public void AddTo(SolutionSource source)
    {
        var tab = FormPart.Find(source, source.Table(Table), "tab", Tab);
        tab.RefuseName("section", Section.Name);
        if (Section is FieldSection { Fields: var fields })
            foreach (var field in fields)
                tab.RefuseColumn(field.Column);

        tab.Edit();
        tab.Xml.Descendants("sections").Last().Add(Section.ToXml(tab.Scope));
    }
}
