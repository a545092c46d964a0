using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>Every web resource that is named exists with its content, every one that exists is named, and none is of a kind that browsers no longer run (the solution checker's <c>meta-avoid-silverlight</c>).</summary>
internal sealed class WebResourcesAreUsed : ICheck
{
    private const string Silverlight = "8";

    public IEnumerable<string> Findings(SolutionSource source)
    {
        var uses = WebResourceUses.In(source).ToList();
        var present = source.Files("WebResources/", ".data.xml").ToDictionary(file => file.Root.Element("Name")?.Value ?? "");

        foreach (var (path, name) in uses.Where(use => use.Name.StartsWith(source.Manifest.Prefix + "_", StringComparison.Ordinal) && !present.ContainsKey(use.Name)))
            yield return $"{path}: names the web resource {name}, which does not exist.";
        foreach (var (name, file) in present)
        {
            if (uses.All(use => use.Name != name)) yield return $"{file.Path}: nothing uses the web resource {name}.";
            if (!source.Has($"WebResources/{name}")) yield return $"{file.Path}: the content WebResources/{name} is missing.";
            if (file.Root.Element("WebResourceType")?.Value == Silverlight) yield return $"{file.Path}: is a Silverlight control, which no browser runs.";
        }
    }
}
