using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>Where relationships are written: one file for each table that is the one or the first side, and an index of all.</summary>
internal static class RelationshipFiles
{
    /// <summary>The names of all relationships.</summary>
    public const string Index = "Other/Relationships.xml";

    private const string Folder = "Other/Relationships/";

    /// <summary>The files and their relationships of a type, as <c>OneToMany</c>.</summary>
    public static IEnumerable<(string Path, XElement Xml)> Of(SolutionSource source, string type) =>
        from file in source.Files(Folder)
        from relationship in file.Root.Elements()
        where relationship.Element("EntityRelationshipType")?.Value == type
        select (file.Path, relationship);

    /// <summary>Writes a relationship into the file of a table, and into the index; without the index the packer would drop it.</summary>
    public static void Add(SolutionSource source, string table, XElement relationship)
    {
        var path = $"{Folder}{table}.xml";
        if (!source.Has(path)) source.Add(path, SourceXml.Root("EntityRelationships"));

        source.Edit(path).AddSorted(relationship, by: "Name");
        source.Edit(Index).AddSorted(new XElement("EntityRelationship", relationship.Attribute("Name")), by: "Name");
    }

    /// <exception cref="SourceException">There is a relationship of that name.</exception>
    public static void RefuseTaken(SolutionSource source, string name)
    {
        var names = source.Xml(Index).Elements().Select(entry => entry.Attribute("Name")!.Value);
        if (names.FirstOrDefault(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } taken)
            throw new SourceException($"There is a relationship {taken} already.");
    }
}
