using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary><c>Other/Solution.xml</c>: who publishes the solution, in which version, and the list of what is in it.</summary>
public sealed class Manifest
{
    /// <summary>Where it lies.</summary>
    public const string Path = "Other/Solution.xml";

    private readonly SolutionSource source;

    internal Manifest(SolutionSource source) => this.source = source;

    /// <summary>Unique name of the solution.</summary>
    public string UniqueName => Text("UniqueName");

    /// <summary>The product's version, four numbers.</summary>
    public string Version => Text("Version");

    /// <summary>Prefix of the publisher, without underscore.</summary>
    public string Prefix => Text("Publisher/CustomizationPrefix");

    /// <summary>The publisher's option values begin here; there are 10,000 of them.</summary>
    public int FirstOptionValue => 10_000 * int.Parse(Text("Publisher/CustomizationOptionValuePrefix"), provider: null);

    /// <summary>The root components as they stand.</summary>
    public IEnumerable<XElement> RootComponents => source.Xml(Path).Element("SolutionManifest")!.Element("RootComponents")!.Elements();

    /// <summary>Lists a component that is identified by name. <paramref name="behavior"/>: 0 all of it, 2 only what the source holds of a table.</summary>
    public void AddNamed(int type, string schemaName, int behavior = 0) =>
        Add(new XElement("RootComponent", new XAttribute("type", type), new XAttribute("schemaName", schemaName), new XAttribute("behavior", behavior)));

    /// <summary>Lists a component that is identified by id, as <c>{lower-case}</c>.</summary>
    public void AddById(int type, string id) =>
        Add(new XElement("RootComponent", new XAttribute("type", type), new XAttribute("id", id), new XAttribute("behavior", 0)));

    /// <summary>Lists exactly these components of one kind.</summary>
    public void Replace(int type, IReadOnlyList<XElement> components)
    {
        var listed = RootComponents.Where(root => (int)root.Attribute("type")! == type).ToList();
        if (listed.Count == components.Count && listed.All(root => components.Any(component => XNode.DeepEquals(root, component)))) return;

        listed.Remove();
        foreach (var component in components)
            Add(component);
        source.Edit(Path);
    }

    private void Add(XElement component) =>
        source.Edit(Path).Element("SolutionManifest")!.Element("RootComponents")!.AddSorted(
            component,
            root => $"{root.Attribute("type")!.Value} {root.Attribute("schemaName")?.Value ?? root.Attribute("id")?.Value}");

    private string Text(string path)
    {
        var element = source.Xml(Path).Element("SolutionManifest");
        foreach (var step in path.Split('/'))
            element = element?.Element(step);
        return element?.Value ?? throw new InvalidDataException($"{Path} has no {path} in its SolutionManifest.");
    }
}
