using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A many-to-many relationship as the source describes it.</summary>
/// <param name="Path">The file that holds it.</param>
/// <param name="Xml">Its <c>EntityRelationship</c> element.</param>
public sealed record ManyToManySource(string Path, XElement Xml) : EntityRelationship(Path, Xml)
{
    /// <summary>The table in whose file it lies.</summary>
    public string First => Text("FirstEntityName");

    /// <summary>The other table.</summary>
    public string Second => Text("SecondEntityName");
}
