namespace BuyerPath.Toolbox.Source;

/// <summary>A tab to be added to the main form that a table of the solution has.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="After">Name of the tab after which it comes.</param>
/// <param name="Tab">The tab; <see cref="NewSection"/> can fill it later.</param>
public sealed record NewTab(string Table, string After, FormTab Tab)
{
    /// <summary>Writes the tab.</summary>
    /// <exception cref="SourceException">There is no tab that it could come after, or the form has such a tab already.</exception>
    public void AddTo(SolutionSource source)
    {
        var before = FormPart.Find(source, source.Table(Table), "tab", After);
        before.RefuseName("tab", Tab.Name);

        before.Edit();
        before.Xml.AddAfterSelf(Tab.ToXml(before.Scope));
    }
}
