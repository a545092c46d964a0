using System.Xml.Linq;

namespace BuyerPath.Toolbox.Admin.Exporting;

/// <summary>Files of an unpacked export, and which of them a maker has changed.</summary>
internal static class ExportedFiles
{
    /// <summary>What scripts write from the code: an export only repeats it.</summary>
    public static readonly IReadOnlyList<string> Generated = ["PluginAssemblies", "SdkMessageProcessingSteps", "customapis", "Roles", "Controls"];

    private const string ManagedSuffix = "_managed.xml";
    private const string Manifest = "Other/Solution.xml";

    /// <summary>Writes what differs into the source and deletes what the export no longer has.</summary>
    /// <returns>A line for each file, in the order of their paths.</returns>
    public static IReadOnlyList<string> TakeOver(string exported, string source)
    {
        var (theirs, ours) = (FilesIn(exported), FilesIn(source));
        foreach (var path in theirs.Keys.Where(path => IsTwin(path, theirs)).ToList())
            theirs.Remove(path);

        var changes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, file) in theirs.Where(pair => !ours.TryGetValue(pair.Key, out var own) || !IsSame(pair.Key, pair.Value, own)))
        {
            var target = Path.Combine(source, path);
            changes[path] = $"{(ours.ContainsKey(path) ? "changed" : "added  ")} {path}";
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
        foreach (var path in ours.Keys.Except(theirs.Keys))
        {
            File.Delete(ours[path]);
            changes[path] = $"deleted {path}";
        }
        return [.. changes.Values];
    }

    private static Dictionary<string, string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(file => !Generated.Contains(file.Path.Split('/')[0]))
            .ToDictionary(file => file.Path, file => file.File, StringComparer.Ordinal);

    /// <summary>A managed file that says what the plain one says.</summary>
    private static bool IsTwin(string path, Dictionary<string, string> files) =>
        path.EndsWith(ManagedSuffix, StringComparison.Ordinal)
        && files.TryGetValue(path[..^ManagedSuffix.Length] + ".xml", out var plain)
        && XNode.DeepEquals(Read(files[path]), Read(plain));

    private static bool IsSame(string path, string theirs, string ours)
    {
        if (!path.EndsWith(".xml", StringComparison.Ordinal)) return File.ReadAllBytes(theirs).AsSpan().SequenceEqual(File.ReadAllBytes(ours));

        var (their, our) = (Read(theirs), Read(ours));
        if (path == Manifest)
        {
            // The build of the environment that exported, not of what is exported.
            their.Attribute("version")?.Remove();
            our.Attribute("version")?.Remove();
        }
        return XNode.DeepEquals(their, our);
    }

    /// <summary>Without indentation, and with one way of writing an empty element.</summary>
    private static XElement Read(string file)
    {
        var root = XElement.Load(file);
        foreach (var empty in root.DescendantsAndSelf().Where(element => !element.Nodes().Any()))
            empty.RemoveNodes();
        return root;
    }
}
