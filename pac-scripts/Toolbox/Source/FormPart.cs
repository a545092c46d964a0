using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A tab or section that a main form has, to which something is to be added.</summary>
internal sealed class FormPart
{
    private readonly SolutionSource source;
    private readonly TableSource table;
    private readonly SourceFile form;

    private FormPart(SolutionSource source, TableSource table, SourceFile form, XElement xml)
    {
        this.source = source;
        this.table = table;
        this.form = form;
        Xml = xml;
    }

    /// <summary>Its element.</summary>
    public XElement Xml { get; }

    /// <summary>What parts that are added to the form must know of it.</summary>
    public FormScope Scope => new(table, new FormIds($"form {form.Stem}"));

    /// <summary>The <paramref name="kind"/> (<c>tab</c> or <c>section</c>) of that name on a main form of the table.</summary>
    /// <exception cref="SourceException">There is none.</exception>
    public static FormPart Find(SolutionSource source, TableSource table, string kind, string name)
    {
        var parts = (
            from form in source.Files($"{table.Folder}/FormXml/main/")
            from xml in form.Root.Descendants(kind)
            select new FormPart(source, table, form, xml)).ToList();

        return parts.FirstOrDefault(part => part.Name == name)
            ?? throw new SourceException($"No main form of {table.SchemaName} has a {kind} '{name}'. It has {string.Join(", ", parts.Select(part => part.Name))}.");
    }

    /// <summary>Call before adding a field.</summary>
    /// <exception cref="SourceException">The form shows the column already.</exception>
    public void RefuseColumn(string column)
    {
        if (form.Root.Descendants("control").Any(control => control.Attribute("datafieldname")?.Value == column && control.Attribute("classid")?.Value != ControlClass.QuickView))
            throw new SourceException($"The form {form.Stem} of {table.SchemaName} shows {column} already.");
    }

    /// <summary>Call before adding a tab or section: scripts find them by name.</summary>
    /// <exception cref="SourceException">The form has one of that name.</exception>
    public void RefuseName(string kind, string name)
    {
        if (form.Root.Descendants(kind).Any(part => NameOf(part) == name))
            throw new SourceException($"The form {form.Stem} of {table.SchemaName} has a {kind} '{name}' already.");
    }

    /// <summary>Call before changing <see cref="Xml"/> or its surroundings, so that the change is kept.</summary>
    public void Edit() => source.Edit(form.Path);

    private string? Name => NameOf(Xml);

    private static string? NameOf(XElement part) => part.Attribute("name")?.Value;
}
