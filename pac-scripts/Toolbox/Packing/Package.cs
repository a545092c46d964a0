using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Packing;

/// <summary>A kind of component: takes its files from the source and puts them where they belong in the zip.</summary>
internal interface IPart
{
    /// <summary>Adds the components of this kind; what is wrong with them goes to the package's findings.</summary>
    void PackInto(Package package);
}

/// <summary>A root component: its type and the id or name that identifies it.</summary>
internal sealed record Root(int Type, string Key)
{
    /// <summary>As the manifest lists it. A plugin assembly has both; the id counts.</summary>
    public static Root Of(XElement element) =>
        new((int)element.Attribute("type")!, (string?)element.Attribute("id") ?? (string?)element.Attribute("schemaName") ?? "");

    /// <inheritdoc />
    public override string ToString() => $"the root component of type {Type} '{Key}'";
}

/// <summary>A zip in the making: what has been taken from the source, what has been put into the zip, and what was found wrong.</summary>
internal sealed class Package(SolutionSource source, PackageType type)
{
    public const string CustomizationsPath = "Other/Customizations.xml";
    public const string ManagedEnding = "_managed.xml";

    private readonly HashSet<string> claimed = new(StringComparer.Ordinal);
    private readonly Dictionary<Root, string> roots = [];
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> entries = new(StringComparer.Ordinal);
    private readonly List<string> findings = [];

    public SolutionSource Source => source;

    /// <summary>What becomes customizations.xml: the placeholders, filled.</summary>
    public XElement Customizations { get; } = new(source.Xml(CustomizationsPath));

    /// <summary>The components that need to be listed in the manifest, each with the file it is in.</summary>
    public IReadOnlyDictionary<Root, string> Roots => roots;

    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>The content of the zip by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Entries => entries;

    public IReadOnlyList<string> Findings => findings;

    public bool IsClaimed(string path) => claimed.Contains(path);

    /// <summary>Says that the file has found its place.</summary>
    public void Claim(string path) => claimed.Add(path);

    /// <summary>Says what is wrong, naming the file.</summary>
    public void Find(string sentence) => findings.Add(sentence);

    /// <summary>Counts a component of a kind.</summary>
    public void Count(string kind, int more = 1) => counts[kind] = counts.GetValueOrDefault(kind) + more;

    /// <summary>Notes a component that the manifest must list.</summary>
    public void AddRoot(int type, string? key, string path)
    {
        var root = new Root(type, key ?? "");
        if (root.Key.Length == 0) Find($"{path} does not say the name or id of its component.");
        else if (!roots.TryAdd(root, path)) Find($"{path} holds the same component as {roots[root]}.");
    }

    /// <summary>Puts a component where customizations.xml has a place for its kind.</summary>
    public void Place(string placeholder, XElement component, string path) =>
        Place(Customizations, CustomizationsPath, placeholder, component, path);

    /// <summary>The same for a part of a component that has places of its own.</summary>
    public void Place(XElement owner, string ownerPath, string placeholder, XElement component, string path)
    {
        if (owner.Element(placeholder) is { } place) place.Add(component);
        else Find($"{ownerPath} has no <{placeholder} />, so {path} would be left out.");
    }

    /// <summary>Puts a file into the zip as it is.</summary>
    public void PutFile(string path, string? entry = null)
    {
        Claim(path);
        Put(entry ?? path, source.Bytes(path));
    }

    /// <summary>Puts a part into the zip.</summary>
    public void Put(string entry, byte[] content)
    {
        if (!entries.TryAdd(entry, content)) Find($"Two files would be {entry} in the zip.");
    }

    /// <summary>
    /// The root elements of the files that match, each with its path, in ordinal order of the paths: of a component with
    /// a managed variant the one for this zip.
    /// </summary>
    public IReadOnlyList<SourceFile> Take(Func<string, bool> matches)
    {
        var taken = new List<SourceFile>();
        foreach (var path in source.Paths.Where(path => !path.EndsWith(ManagedEnding, StringComparison.Ordinal) && matches(path)))
        {
            var managed = path[..^Path.GetExtension(path).Length] + ManagedEnding;
            Claim(path);
            Claim(managed);
            taken.Add(new SourceFile(path, new XElement(source.Xml(type == PackageType.Managed && source.Has(managed) ? managed : path))));
        }
        return taken;
    }
}
