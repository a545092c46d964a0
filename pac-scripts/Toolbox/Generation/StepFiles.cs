using System.Reflection;
using System.Xml.Linq;
using BuyerPath.Plugins.Registration;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Generation;

/// <summary>
/// The plugin assembly, its steps and its Custom APIs as files of the unpacked solution, generated from the attributes
/// on the plugin classes. Ids are made of names, so that a step keeps its id for as long as it keeps its meaning.
/// </summary>
public static class StepFiles
{
    private static readonly string[] Folders = ["PluginAssemblies/", "SdkMessageProcessingSteps/", "customapis/"];

    /// <summary>Makes the source hold exactly what the plugin assembly declares.</summary>
    /// <remarks>A file that exists already keeps the version in which it first appeared.</remarks>
    /// <exception cref="InvalidDataException">Dataverse would not accept a declaration; the message names class and reason.</exception>
    public static Written WriteInto(SolutionSource source, Assembly plugins) =>
        WriteInto(source, new PluginAssembly(plugins.GetName(), plugins.GetTypes()));

    /// <summary>The files that differ between code and source: empty when <see cref="WriteInto(SolutionSource, Assembly)"/> would change nothing.</summary>
    public static IReadOnlyList<string> Differences(SolutionSource source, Assembly plugins)
    {
        var after = source.Copy();
        var written = WriteInto(after, plugins);
        return [.. after.Changed, .. written.Obsolete];
    }

    internal static Written WriteInto(SolutionSource source, PluginAssembly plugins)
    {
        var declared = Of(plugins, source);
        var obsolete = source.Paths.Where(path => IsGenerated(path) && !declared.ContainsKey(path)).ToList();
        var changed = declared.Where(file => !Holds(source, file.Key, file.Value)).Select(file => file.Key).ToList();

        foreach (var path in obsolete)
            source.Remove(path);
        foreach (var path in changed)
            source.Replace(path, SourceXml.Write(path, declared[path]));
        source.Manifest.Replace(91, [.. declared.Values.Where(root => root.Name == "PluginAssembly").Select(PluginAssembly.RootComponent)]);
        source.Manifest.Replace(92, [.. declared.Values.Where(root => root.Name == "SdkMessageProcessingStep").Select(PluginStep.RootComponent)]);
        return new Written(changed, obsolete);
    }

    private static SortedDictionary<string, XElement> Of(PluginAssembly plugins, SolutionSource source)
    {
        var files = new SortedDictionary<string, XElement>(StringComparer.Ordinal);

        Declare(plugins.DataFile, plugins.ToXml(FirstVersionOf(plugins.DataFile)));
        foreach (var type in plugins.Types)
        {
            foreach (var step in type.GetCustomAttributes<StepAttribute>().Select(step => new PluginStep(plugins, type, step)))
                Declare(step.File, step.ToXml(FirstVersionOf(step.File)));
            foreach (var (path, root) in CustomApiFiles.Of(type))
                Declare(path, root);
        }
        return files;

        void Declare(string path, XElement root)
        {
            if (!files.TryAdd(path, root))
                throw new InvalidDataException($"{(string?)root.Attribute("Name") ?? path} is declared twice.");
        }

        string FirstVersionOf(string path) =>
            (source.Has(path) ? source.Xml(path).Element("IntroducedVersion")?.Value : null) ?? source.Manifest.Version;
    }

    private static bool IsGenerated(string path) => Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    private static bool Holds(SolutionSource source, string path, XElement root) =>
        source.Has(path) && source.Bytes(path).AsSpan().SequenceEqual(SourceXml.Write(path, root));

    /// <summary>What changed in the source.</summary>
    /// <param name="Changed">Files that are new or different.</param>
    /// <param name="Obsolete">Files of what the assembly no longer declares.</param>
    public sealed record Written(IReadOnlyList<string> Changed, IReadOnlyList<string> Obsolete);
}
