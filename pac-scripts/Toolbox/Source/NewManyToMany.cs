using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A many-to-many relationship to be added. The platform keeps its pairs in a hidden table of the same name.</summary>
/// <param name="SchemaName">Publisher's prefix, the first side, the second side; in lower case, for it is the hidden table's name, too.</param>
/// <param name="First">Name of a table of the solution, in any casing.</param>
/// <param name="Second">Name of another.</param>
public sealed record NewManyToMany(string SchemaName, string First, string Second)
{
    internal const string Type = "ManyToMany";

    /// <summary>Writes it into the file of the first table.</summary>
    /// <exception cref="SourceException">The name is taken or not ours, or a table does not exist.</exception>
    public void AddTo(SolutionSource source)
    {
        Names.RequireOurs(source, SchemaName);
        if (SchemaName != SchemaName.ToLowerInvariant())
            throw new SourceException($"The relationship {SchemaName} must be in lower case: {SchemaName.ToLowerInvariant()}.");
        RelationshipFiles.RefuseTaken(source, SchemaName);

        var first = source.Table(First).SchemaName;
        RelationshipFiles.Add(source, first, ToXml(first, source.Table(Second).SchemaName, source.Manifest.Version));
    }

    private XElement ToXml(string first, string second, string introducedVersion) =>
        new("EntityRelationship", new XAttribute("Name", SchemaName),
            new XElement("EntityRelationshipType", Type),
            new XElement("IsCustomizable", 1),
            new XElement("IntroducedVersion", introducedVersion),
            new XElement("IsHierarchical", 0),
            new XElement("FirstEntityName", first),
            new XElement("SecondEntityName", second),
            new XElement("IntersectEntityName", SchemaName),
            new XElement("IsValidForAdvancedFind", 1),
            new XElement("EntityRelationshipRoles", Role(1), Role(2)));

    private XElement Role(int ordinal) =>
        new("EntityRelationshipRole",
            new XElement("NavPaneDisplayOption", "UseCollectionName"),
            new XElement("NavPaneArea", "Details"),
            new XElement("NavPaneOrder", 10000),
            new XElement("NavigationPropertyName", SchemaName),
            new XElement("AssociationRoleOrdinal", ordinal));
}
