using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Packing;

/// <summary>
/// Relationships. Microsoft's packer goes by the index: what it does not name is left out, and what only it names
/// becomes an empty element.
/// </summary>
internal sealed class RelationshipPart : IPart
{
    private const string Index = "Other/Relationships.xml";

    /// <inheritdoc />
    public void PackInto(Package package)
    {
        var index = package.Take(path => path == Index).SelectMany(file => file.Root.Elements()).Select(entry => (string?)entry.Attribute("Name")).ToList();
        var defined = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var file in package.Take(path => path.StartsWith("Other/Relationships/", StringComparison.Ordinal)))
            foreach (var relationship in file.Root.Elements("EntityRelationship"))
            {
                var name = (string?)relationship.Attribute("Name") ?? "";
                if (!defined.TryAdd(name, file.Path)) package.Find($"{file.Path} defines the relationship {name}, as {defined[name]} does.");
                if (!index.Contains(name)) package.Find($"{file.Path} defines the relationship {name}, which {Index} does not name, so it would be left out.");
                package.Place("EntityRelationships", relationship, file.Path);
                package.Count("relationship");
            }

        foreach (var name in index.Where(name => !defined.ContainsKey(name ?? "")))
            package.Find($"{Index} names the relationship {name}, which no file defines, so it would be packed empty.");
        foreach (var name in index.GroupBy(name => name).Where(group => group.Count() > 1))
            package.Find($"{Index} names the relationship {name.Key} more than once.");
    }
}
