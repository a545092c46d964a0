using System.Text.RegularExpressions;
using BuyerPath.Toolbox;

namespace BuyerPath.Solution.Tests;

/// <summary>The pages tell the truth about where things are.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'))
            .Where(page => !Regex.IsMatch(page, @"(^|/)(node_modules|artifacts|bin|obj)/"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_and_every_path_named_leads_somewhere(string page)
    {
        var text = File.ReadAllText(Repository.PathOf(page));
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;

        var links = from Match link in Link().Matches(text)
                    let target = link.Groups[1].Value.Split('#')[0]
                    where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                    select Path.Combine(folder, target);
        var paths = from Match path in PathInRepository().Matches(text)
                    select Repository.PathOf(path.Groups[1].Value);

        Assert.DoesNotContain(links.Concat(paths), path => !File.Exists(path) && !Directory.Exists(path));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    /// <summary>Code that begins with a folder of the root and is neither a pattern nor a product of the build.</summary>
    [GeneratedRegex(@"[`\s]((?:plugins|solution|webresources|tests|pac-scripts)/[A-Za-z0-9_./-]*[A-Za-z0-9_])[`\s]")]
    private static partial Regex PathInRepository();
}
