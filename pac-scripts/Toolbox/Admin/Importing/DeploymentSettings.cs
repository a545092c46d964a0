using System.Text.Json;
using BuyerPath.Domain.Journeys;

namespace BuyerPath.Toolbox.Admin.Importing;

/// <summary>
/// The values that environment variables get at an import, as pac reads them: one file per environment in <c>solution/config</c>.
/// It is read here first, because a wrong value would be noticed only when the first seller saves.
/// </summary>
public static class DeploymentSettings
{
    /// <summary>Where the file of an environment lies.</summary>
    public static string FileFor(string environment) => Repository.PathOf($"solution/config/{environment}.json");

    /// <summary>The values by name, when they fit the solution.</summary>
    /// <exception cref="AdminException">They do not; every reason is given.</exception>
    public static IReadOnlyDictionary<string, string> Read(string file, SolutionPackage package)
    {
        if (!File.Exists(file))
        {
            var known = Directory.GetFiles(Repository.PathOf("solution/config"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
            throw new AdminException($"There is no {file}.", $"--settings takes one of {string.Join(", ", known)}; copy one of their files for another environment.");
        }

        var values = ValuesIn(file);
        var faults = package.Variables.Except(values.Keys).Select(missing => $"{missing} is missing")
            .Concat(values.Keys.Except(package.Variables).Select(unknown => $"{unknown} is not a variable of {package.Name}{Nearest.Ending(unknown, package.Variables).TrimEnd('.')}"))
            .Concat(JourneySettings.Read(values.GetValueOrDefault).Decision.Reasons.Select(reason => reason.TrimEnd('.')))
            .ToList();
        return faults.Count == 0 ? values : throw new AdminException($"{file}: {string.Join("; ", faults)}", "correct the file, then run this again.");
    }

    private static Dictionary<string, string> ValuesIn(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return json.RootElement.GetProperty("EnvironmentVariables").EnumerateArray().ToDictionary(
                variable => variable.GetProperty("SchemaName").GetString()!,
                variable => variable.GetProperty("Value").GetString()!,
                StringComparer.Ordinal);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new AdminException($"{file} is not a file of deployment settings: {wrong.Message}", "see solution/config/dev.json for the shape.");
        }
    }
}
