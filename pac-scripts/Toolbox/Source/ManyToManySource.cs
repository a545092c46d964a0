using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A many-to-many relationship as the source describes it.</summary>
/// <param name="Path">The file that holds it.</param>
/// <param name="Xml">Its <c>EntityRelationship</c> element.</param>
public sealed record ManyToManySource(string Path, XElement Xml)
{
    /// <summary>Name with its casing; also the navigation property of both sides.</summary>
    public string SchemaName => Xml.Attribute("Name")!.Value;

    /// <summary>The table in whose file it lies.</summary>
    public string First => Text("FirstEntityName");

    /// <summary>The other table.</summary>
    public string Second => Text("SecondEntityName");

    private string Text(string element) =>
        Xml.Element(element)?.Value ?? throw new InvalidDataException($"{Path}: {SchemaName} has no <{element}>.");
}
