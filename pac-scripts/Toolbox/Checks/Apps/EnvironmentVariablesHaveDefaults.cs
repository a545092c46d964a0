using System.Globalization;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>An environment variable carries our prefix, is a text, a number or a yes/no, and has a default that is one: the import then asks for nothing.</summary>
internal sealed class EnvironmentVariablesHaveDefaults : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from file in source.Files("environmentvariabledefinitions/", "/environmentvariabledefinition.xml")
        let problem = Problem(file, source.Manifest.Prefix)
        where problem is not null
        select $"{file.Path}: {problem}.";

    private static string? Problem(SourceFile file, string prefix)
    {
        if (file.Root.Attribute("schemaname")?.Value.StartsWith(prefix + "_", StringComparison.Ordinal) is not true) return $"its name does not begin with {prefix}_";

        var value = file.Root.Element("defaultvalue")?.Value ?? "";
        return file.Root.Element("type")?.Value switch
        {
            _ when value.Length == 0 => "has no default, so the import would ask for a value",
            "100000000" => null,
            "100000001" => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? null : $"its default '{value}' is no number",
            "100000002" => value is "yes" or "no" ? null : $"its default '{value}' is neither yes nor no",
            var other => $"is of type {other}, which needs a connection or is a secret",
        };
    }
}
