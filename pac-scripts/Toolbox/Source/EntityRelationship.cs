using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>What one-to-many and many-to-many relationships have in common in the source.</summary>
/// <param name="Path">The file that holds it.</param>
/// <param name="Xml">Its <c>EntityRelationship</c> element.</param>
public abstract record EntityRelationship(string Path, XElement Xml)
{
    /// <summary>Name with its casing; also the navigation property: of the one side, or of both sides where both are many.</summary>
    public string SchemaName => Xml.Attribute("Name")!.Value;

    /// <summary>The text of an element that every such relationship has.</summary>
    /// <exception cref="InvalidDataException">It is missing; the message names file and relationship.</exception>
    protected string Text(string element) =>
        Xml.Element(element)?.Value ?? throw new InvalidDataException($"{Path}: {SchemaName} has no <{element}>.");
}
