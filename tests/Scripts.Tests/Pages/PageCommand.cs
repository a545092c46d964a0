using System.Text.RegularExpressions;
using BuyerPath.Toolbox;

namespace BuyerPath.Scripts.Tests.Pages;

/// <summary>A command that a page tells its reader to type.</summary>
/// <param name="Page">Path of the page from the root.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">As it stands there.</param>
internal sealed partial record PageCommand(string Page, int Line, string Text)
{
    /// <summary>Paths of all pages, the one first that a newcomer reads first.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'))
            .Where(page => !OfOthers().IsMatch(page))
            .OrderBy(page => page != "README.md").ThenBy(page => page, StringComparer.Ordinal)];

    /// <summary>All of them in the order of reading, each once.</summary>
    public static IReadOnlyList<PageCommand> All { get; } = [.. Pages.SelectMany(Of).DistinctBy(command => command.Text)];

    /// <summary>Languages of the fenced blocks of a page that are neither commands nor code that is known to be none.</summary>
    public static IEnumerable<string> UnknownLanguages(string page) =>
        Fence().Matches(File.ReadAllText(Repository.PathOf(page))).Where((_, at) => at % 2 == 0).Select(fence => fence.Groups[1].Value)
            .Where(language => language is not ("" or "csharp" or "ts" or "yaml" or "json" or "xml" or "dax" or "text"));

    /// <summary>The command at its place, for a message.</summary>
    public override string ToString() => $"{Page}:{Line}: {Text}";

    private static IEnumerable<PageCommand> Of(string page)
    {
        var language = (string?)null; // of the block that we are in
        foreach (var (text, index) in File.ReadLines(Repository.PathOf(page)).Select((text, index) => (text, index)))
        {
            if (Fence().Match(text) is { Success: true } fence) language = language is null ? fence.Groups[1].Value : null;
            else if (language is "" && text.Trim().Length > 0) yield return new PageCommand(page, index + 1, text.Trim());
            else if (language is null)
                foreach (Match inline in Inline().Matches(text))
                    yield return new PageCommand(page, index + 1, inline.Groups[1].Value);
        }
    }

    [GeneratedRegex(@"(^|/)(node_modules|artifacts|bin|obj|StrykerOutput)/")]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"^ *```(\w*)", RegexOptions.Multiline)]
    private static partial Regex Fence();

    /// <summary>Code within a sentence that begins with a program and says what it shall do.</summary>
    [GeneratedRegex("`((?:dotnet|npm|npx|node|pac|az|git) [^`]+)`")]
    private static partial Regex Inline();
}
