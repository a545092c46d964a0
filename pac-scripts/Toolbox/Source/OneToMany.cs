using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A one-to-many relationship: <see cref="Referencing"/>.<see cref="Lookup"/> points at <see cref="Referenced"/>. All names with their casing.</summary>
internal sealed record OneToMany
{
    public required string SchemaName { get; init; }
    public required string Referencing { get; init; }
    public required string Referenced { get; init; }
    public required string Lookup { get; init; }
    public required Wording Description { get; init; }

    /// <summary>NoCascade, RemoveLink, Restrict or Cascade.</summary>
    public required string OnDelete { get; init; }

    /// <summary>Rows follow the owner, the sharing and the deletion of what they point at.</summary>
    public bool IsParental { get; init; }

    /// <summary>One of those that the platform makes; exports leave out what only people's own have.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Writes it into the file of the table it points at.</summary>
    public void AddTo(SolutionSource source) => RelationshipFiles.Add(source, Referenced, ToXml(source.Manifest.Version));

    private XElement ToXml(string introducedVersion)
    {
        var whenOwnerChanges = IsParental ? "Cascade" : "NoCascade";
        return new XElement("EntityRelationship", new XAttribute("Name", SchemaName),
            new XElement("EntityRelationshipType", "OneToMany"),
            new XElement("IsCustomizable", 1),
            new XElement("IntroducedVersion", introducedVersion),
            new XElement("IsHierarchical", 0),
            new XElement("ReferencingEntityName", Referencing),
            new XElement("ReferencedEntityName", Referenced),
            new XElement("CascadeAssign", whenOwnerChanges),
            new XElement("CascadeDelete", OnDelete),
            new XElement("CascadeArchive", OnDelete),
            new XElement("CascadeReparent", whenOwnerChanges),
            new XElement("CascadeShare", whenOwnerChanges),
            new XElement("CascadeUnshare", whenOwnerChanges),
            IsSystem ? null : new XElement("CascadeRollupView", "NoCascade"),
            IsSystem ? null : new XElement("IsValidForAdvancedFind", 1),
            new XElement("ReferencingAttributeName", Lookup),
            new XElement("RelationshipDescription", Description.Descriptions()),
            IsSystem ? null : new XElement("EntityRelationshipRoles",
                new XElement("EntityRelationshipRole",
                    new XElement("NavPaneDisplayOption", "UseCollectionName"),
                    new XElement("NavPaneArea", "Details"),
                    new XElement("NavPaneOrder", 10000),
                    new XElement("NavigationPropertyName", Lookup),
                    new XElement("RelationshipRoleType", 1)),
                new XElement("EntityRelationshipRole",
                    new XElement("NavigationPropertyName", SchemaName),
                    new XElement("RelationshipRoleType", 0))));
    }
}
