using System.Reflection;
using System.Text;

namespace BuyerPath.Sandbox.Tests.Support;

/// <summary>SUPPORTED.md: what the sandbox supports, each item with the tests that are about it.</summary>
public static class SupportedDocument
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
        select $"[{claim.Class.Name}{(claim.Test is { } test ? $": {test.Name.Replace('_', ' ')}" : "")}](../Sandbox.Tests/{claim.Class.FullName![RootNamespace.Length..].Replace('.', '/')}.cs)";
}
