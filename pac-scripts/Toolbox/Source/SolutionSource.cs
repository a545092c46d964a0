using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>
/// The unpacked solution in memory. Paths are relative to its folder, with <c>/</c> between the parts.
/// Nothing touches the disk between <see cref="Load"/> and <see cref="Save"/>, so that a change is either written whole or not at all.
/// </summary>
public sealed class SolutionSource
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> parsed = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> edited = new(StringComparer.Ordinal); // of those, the ones whose element is newer than their bytes

    private SolutionSource(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        foreach (var (path, bytes) in files)
            this.files.Add(path, bytes);
    }

    /// <summary>Reads every file of the folder.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder holds no <c>Other/Solution.xml</c>.</exception>
    public static SolutionSource Load(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "Other", "Solution.xml")))
            throw new DirectoryNotFoundException($"{folder} is not an unpacked solution: it has no Other/Solution.xml.");

        return new SolutionSource(
            from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            select KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file)));
    }

    /// <summary>The same solution, free to be changed without changing this one.</summary>
    public SolutionSource Copy() => new(files.Keys.Select(path => KeyValuePair.Create(path, Bytes(path))));

    /// <summary>Publisher, version and list of components.</summary>
    public Manifest Manifest => new(this);

    /// <summary>The tables that the solution defines or extends, by name.</summary>
    public IEnumerable<TableSource> Tables => Files("Entities/", "/Entity.xml").Select(file => new TableSource(file));

    /// <summary>The table of that name in any casing.</summary>
    /// <exception cref="SourceException">There is none.</exception>
    public TableSource Table(string name) =>
        Tables.FirstOrDefault(table => table.LogicalName == name.ToLowerInvariant())
        ?? throw new SourceException($"The solution has no table {name}. It has {string.Join(", ", Tables.Select(table => table.SchemaName))}.");

    /// <summary>The one-to-many relationships that the files of <c>Other/Relationships</c> define.</summary>
    public IEnumerable<RelationshipSource> Relationships =>
        RelationshipFiles.Of(this, "OneToMany").Select(found => new RelationshipSource(found.Path, found.Xml));

    /// <summary>The many-to-many relationships that they define.</summary>
    public IEnumerable<ManyToManySource> ManyToMany =>
        RelationshipFiles.Of(this, NewManyToMany.Type).Select(found => new ManyToManySource(found.Path, found.Xml));

    /// <summary>The paths of all files, in ordinal order.</summary>
    public IReadOnlyCollection<string> Paths => files.Keys;

    /// <summary>The paths that were added or edited since loading, in ordinal order.</summary>
    public IReadOnlyList<string> Changed => [.. changed.Order(StringComparer.Ordinal)];

    /// <summary>True when there is such a file.</summary>
    public bool Has(string path) => files.ContainsKey(path);

    /// <summary>The content of a file as it is or would be on disk.</summary>
    public byte[] Bytes(string path) => edited.Contains(path) ? SourceXml.Write(path, parsed[path]) : files[path];

    /// <summary>The root element of a file, for reading. Changes made to it are lost; <see cref="Edit"/> keeps them.</summary>
    /// <exception cref="InvalidDataException">The file is missing or is not well-formed XML.</exception>
    public XElement Xml(string path)
    {
        if (parsed.TryGetValue(path, out var root)) return root;
        if (!files.TryGetValue(path, out var bytes)) throw new InvalidDataException($"The solution has no {path}.");
        return parsed[path] = SourceXml.Read(path, bytes);
    }

    /// <summary>The root element of a file, for changing.</summary>
    public XElement Edit(string path)
    {
        var root = Xml(path);
        changed.Add(path);
        edited.Add(path);
        return root;
    }

    /// <summary>Adds a file.</summary>
    /// <exception cref="SourceException">There is one already: what exists is edited, never replaced.</exception>
    public void Add(string path, XElement root)
    {
        if (Has(path)) throw new SourceException($"{path} exists already.");

        files.Add(path, []);
        parsed.Add(path, root);
        changed.Add(path);
        edited.Add(path);
    }

    /// <summary>Gives a file other bytes, or makes it.</summary>
    public void Replace(string path, byte[] bytes)
    {
        files[path] = bytes;
        parsed.Remove(path);
        changed.Add(path);
        edited.Remove(path);
    }

    /// <summary>Takes a file out. <see cref="Save"/> does not delete it on disk.</summary>
    public void Remove(string path)
    {
        files.Remove(path);
        parsed.Remove(path);
        changed.Remove(path);
        edited.Remove(path);
    }

    /// <summary>Writes what was added or edited into the folder.</summary>
    public void Save(string folder)
    {
        foreach (var path in Changed)
        {
            var file = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, Bytes(path));
        }
    }

    /// <summary>The files whose path begins and ends so, with their root elements, in ordinal order of their paths.</summary>
    public IEnumerable<SourceFile> Files(string under, string ending = ".xml") =>
        from path in files.Keys
        where path.StartsWith(under, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal)
        select new SourceFile(path, Xml(path));
}

/// <summary>A file of the solution's source.</summary>
/// <param name="Path">Its path from the solution's folder.</param>
/// <param name="Root">Its root element.</param>
public sealed record SourceFile(string Path, XElement Root)
{
    /// <summary>File name without folder and <c>.xml</c>.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <summary>The source cannot take what was asked for; the message says what and what would be right.</summary>
public sealed class SourceException(string message) : Exception(message);
