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

    /// <exception cref="SourceException">The name does not begin with a capital, as the platform's schema names do.</exception>
    public static void RequireStandard(string table)
    {
        if (!char.IsUpper(table[0]))
            throw new SourceException($"'{table}' is a standard table: write it as the platform's schema does, as Contact or SystemUser.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex AfterPrefix();
}
