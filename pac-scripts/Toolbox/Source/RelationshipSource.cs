using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A one-to-many relationship as the source describes it.</summary>
/// <param name="Path">The file that holds it.</param>
/// <param name="Xml">Its <c>EntityRelationship</c> element.</param>
public sealed record RelationshipSource(string Path, XElement Xml) : EntityRelationship(Path, Xml)
{
    /// <summary>The many side, which owns the lookup.</summary>
    public string Referencing => Text("ReferencingEntityName");

    /// <summary>The one side.</summary>
    public string Referenced => Text("ReferencedEntityName");

    /// <summary>Schema name of the lookup.</summary>
    public string Lookup => Text("ReferencingAttributeName");

    /// <summary>The many side follows the owner of the one side.</summary>
    public bool IsParental => Text("CascadeAssign") == "Cascade";

    /// <summary>One that people made, not the platform.</summary>
    public bool IsCustom => Xml.Element("EntityRelationshipRoles") is not null;
}
