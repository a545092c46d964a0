using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>
/// A table of another solution that ours is to extend: a shell that holds our columns, forms and views and none of the
/// table's own settings, so that an import overwrites nothing of it.
/// </summary>
/// <param name="SchemaName">Name with the platform's casing, as <c>Opportunity</c>.</param>
/// <param name="Label">Its label, for people who read the source.</param>
public sealed record NewExtension(string SchemaName, Wording Label)
{
    /// <summary>
    /// The solution that defines the table, with the oldest version that will do (an older one refuses the import), and
    /// the app that an admin installs to get it. Null for tables that every organisation has.
    /// </summary>
    public (string Solution, string App)? From { get; init; }

    /// <summary>Writes the shell, lists it and names what must be installed before.</summary>
    /// <exception cref="SourceException">The solution extends or defines the table already, or the name is not in the platform's casing.</exception>
    public void AddTo(SolutionSource source)
    {
        Names.RequireStandard(SchemaName);
        if (source.Tables.FirstOrDefault(table => table.LogicalName == SchemaName.ToLowerInvariant()) is { } taken)
            throw new SourceException($"There is a table {taken.SchemaName} already.");

        var folder = $"Entities/{SchemaName}";
        source.Add($"{folder}/Entity.xml", EntityXml.Of(SchemaName, Label, new XElement("entity", new XAttribute("Name", SchemaName), new XElement("attributes"))));
        source.Add($"{folder}/RibbonDiff.xml", EntityXml.EmptyRibbon());
        source.Manifest.AddNamed(type: 1, SchemaName.ToLowerInvariant(), behavior: 2);
        if (From is not var (solution, app)) return;

        source.Edit(Manifest.Path).Element("SolutionManifest")!.Element("MissingDependencies")!.Add(
            new XElement("MissingDependency",
                new XElement("Required", Identity(), new XAttribute("solution", solution), new XElement("package", app)),
                new XElement("Dependent", Identity())));
    }

    private IEnumerable<XAttribute> Identity() =>
        [new("type", 1), new("schemaName", SchemaName.ToLowerInvariant()), new("displayName", Label.English)];
}
