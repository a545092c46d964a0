using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>
/// A table of another solution that ours is to extend: a shell that holds our columns, forms and views and none of the
/// table's own settings, so that an import overwrites nothing of it.
/// </summary>
/// <param name="SchemaName">Name with the platform's casing, as <c>Opportunity</c>.</param>
/// <param name="Label">Its label, for people who read the source.</param>
/// <param name="FromSolution">The solution that defines it, with the oldest version that will do: an older one refuses the import.</param>
/// <param name="FromPackage">The app that an admin installs to get it.</param>
public sealed record NewExtension(string SchemaName, Wording Label, string FromSolution, string FromPackage)
{
    /// <summary>Writes the shell, lists it and names what must be installed before.</summary>
    public void AddTo(SolutionSource source)
    {
        var folder = $"Entities/{SchemaName}";
        source.Add($"{folder}/Entity.xml", EntityXml.Of(SchemaName, Label, new XElement("entity", new XAttribute("Name", SchemaName), new XElement("attributes"))));
        source.Add($"{folder}/RibbonDiff.xml", EntityXml.EmptyRibbon());
        source.Manifest.AddNamed(type: 1, SchemaName.ToLowerInvariant(), behavior: 2);
        source.Edit(Manifest.Path).Element("SolutionManifest")!.Element("MissingDependencies")!.Add(
            new XElement("MissingDependency",
                new XElement("Required", Identity(), new XAttribute("solution", FromSolution), new XElement("package", FromPackage)),
                new XElement("Dependent", Identity())));
    }

    private IEnumerable<XAttribute> Identity() =>
        [new("type", 1), new("schemaName", SchemaName.ToLowerInvariant()), new("displayName", Label.English)];
}
