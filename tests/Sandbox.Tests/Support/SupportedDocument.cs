using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using BuyerPath.Toolbox;
using Xunit.Sdk;

namespace BuyerPath.Sandbox.Tests.Support;

/// <summary>SUPPORTED.md: what the sandbox supports, each item with the tests that are about it.</summary>
public static partial class SupportedDocument
{
    /// <summary>Where it is, from the root of the repository.</summary>
    public const string Path = "tests/Sandbox/SUPPORTED.md";

    private const string RootNamespace = "BuyerPath.Sandbox.Tests.";

    private static readonly IReadOnlyList<(CoversAttribute Covers, Type Class, MethodInfo? Test)> Claims =
    [
        .. from type in typeof(SupportedDocument).Assembly.GetTypes()
           from covers in type.GetCustomAttributes<CoversAttribute>()
           select (covers, type, (MethodInfo?)null),
        .. from type in typeof(SupportedDocument).Assembly.GetTypes()
           from method in type.GetMethods()
           from covers in method.GetCustomAttributes<CoversAttribute>()
           select (covers, type, method),
    ];

    /// <summary>Items without a test.</summary>
    public static IEnumerable<string> Untested =>
        from family in Supported.Items
        from item in family.Value
        where !TestsOf(family.Key, item).Any()
        select $"{family.Key}: {item}";

    /// <summary>What tests claim to cover and is not supported.</summary>
    public static IEnumerable<string> Unknown =>
        from claim in Claims
        from item in claim.Covers.Items.DefaultIfEmpty("")
        where !Supported.Items.TryGetValue(claim.Covers.Family, out var items) || item.Length > 0 && !items.Contains(item)
        select $"{claim.Class.Name}: {claim.Covers.Family} {item}";

    /// <summary>Claims of what is no test, of a test that is skipped, or of one in which the item does not occur.</summary>
    public static IEnumerable<string> Empty =>
        from claim in Claims
        let name = claim.Test is { } test ? $"{claim.Class.Name}.{test.Name}" : claim.Class.Name
        from wrong in claim.Test is { } method ? Emptiness(method, claim.Covers) : Emptiness(claim.Class, claim.Covers)
        select $"{name}: {wrong}";

    private static IEnumerable<string> Emptiness(Type type, CoversAttribute covers)
    {
        if (covers.Items.Count == 0) yield return "a class must say which items it covers";
        if (!type.GetMethods().Any(IsRun)) yield return "has no test that runs";

        // Addresses are called by what they lead to; other items are written as they are named.
        if (covers.Family == Supported.Addresses) yield break;
        var code = ClaimInCode().Replace(File.ReadAllText(Repository.PathOf(FileOf(type))), "");
        foreach (var item in covers.Items.Where(item => !code.Contains(item, StringComparison.Ordinal))) yield return $"'{item}' does not occur in it";
    }

    private static IEnumerable<string> Emptiness(MethodInfo method, CoversAttribute covers)
    {
        if (!IsRun(method)) yield return "is no test that runs";
        var cases = method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method)).Select(arguments => string.Join(' ', arguments)).ToList();
        foreach (var item in Supported.Items[covers.Family].Where(item => !cases.Any(one => one.Contains(item, StringComparison.Ordinal)))) yield return $"'{item}' is none of its cases";
    }

    private static bool IsRun(MethodInfo method) => method.GetCustomAttribute<FactAttribute>() is { Skip: null };

    [GeneratedRegex(@"\[Covers\([^\]]*\)\]")]
    private static partial Regex ClaimInCode();

    private static string FileOf(Type type) => $"tests/Sandbox.Tests/{type.FullName![RootNamespace.Length..].Replace('.', '/')}.cs";

    /// <summary>The text.</summary>
    public static string Text
    {
        get
        {
            var text = new StringBuilder("# What the sandbox supports\n\nWritten by `dotnet pac-scripts/supported.cs` from the code and its tests. What is not listed is refused by name.\n");
            foreach (var (family, items) in Supported.Items)
            {
                text.Append($"\n## {family}\n\n| | Tests |\n|---|---|\n");
                foreach (var item in items) text.Append($"| `{item}` | {string.Join(", ", TestsOf(family, item))} |\n");
            }
            return text.ToString();
        }
    }

    private static IEnumerable<string> TestsOf(string family, string item) =>
        from claim in Claims
        where claim.Covers.Family == family && (claim.Covers.Items.Count == 0 || claim.Covers.Items.Contains(item))
        orderby claim.Class.FullName
        select $"[{claim.Class.Name}{(claim.Test is { } test ? $": {test.Name.Replace('_', ' ')}" : "")}](../{FileOf(claim.Class)["tests/".Length..]})";
}
