using System.Text.RegularExpressions;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>Where the source names web resources.</summary>
internal static partial class WebResourceUses
{
    private static readonly HashSet<string> NamingElements = ["IconVectorName", "IconSmallName", "IconMediumName", "IconLargeName"];

    /// <summary>The name in <c>$webresource:name</c> (of a path, <c>/WebResources/name</c>); null when the text names none.</summary>
    public static string? NameIn(string text) => Directive().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Every use: the file, and the name of the web resource.</summary>
    public static IEnumerable<(string Path, string Name)> In(SolutionSource source) =>
        from file in source.Files(under: "")
        where !file.Path.StartsWith("Other/", StringComparison.Ordinal)
        from name in file.Root.DescendantsAndSelf().SelectMany(element => NamesIn(source, element)).Distinct()
        select (file.Path, name);

    private static IEnumerable<string> NamesIn(SolutionSource source, XElement element)
    {
        foreach (var name in element.Attributes().Select(attribute => NameIn(attribute.Value)).OfType<string>())
            yield return name;
        if (element.Name.LocalName == "Library" && element.Attribute("name")?.Value is { } library)
            yield return library;
        if (NamingElements.Contains(element.Name.LocalName) && element.Value.Length > 0)
            yield return NameIn(element.Value) ?? element.Value;
        if (element.Name.LocalName == "WebResourceId" && element.Parent?.Name.LocalName == "AppModule" && ById(source, element.Value) is { } icon)
            yield return icon;
    }

    private static string? ById(SolutionSource source, string id) => (
        from file in source.Files("WebResources/", ".data.xml")
        where Guid.Parse(file.Root.Element("WebResourceId")!.Value) == Guid.Parse(id)
        select file.Root.Element("Name")!.Value).FirstOrDefault();

    [GeneratedRegex(@"^(?:\$webresource:|/WebResources/)(?<name>.+)$")]
    private static partial Regex Directive();
}
