using System.Text.RegularExpressions;

namespace BuyerPath.Toolbox.Source;

/// <summary>What a component may be called.</summary>
internal static partial class Names
{
    /// <exception cref="SourceException">The name lacks the publisher's prefix or holds other characters than letters, digits and underscores.</exception>
    public static void RequireOurs(SolutionSource source, string name)
    {
        var prefix = source.Manifest.Prefix + "_";
        if (!name.StartsWith(prefix, StringComparison.Ordinal) || !AfterPrefix().IsMatch(name[prefix.Length..]))
            throw new SourceException($"'{name}' is no name for a component: it begins with {prefix} and goes on with letters, digits or underscores, as {prefix}Name.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex AfterPrefix();
}
