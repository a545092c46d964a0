using System.Text.Json;
using BuyerPath.Toolbox;

namespace BuyerPath.PowerBi.Tests;

/// <summary>What Microsoft's own code says of a model.</summary>
/// <param name="Refusal">Why it does not load; null when it does.</param>
/// <param name="Tmdl">The model as Microsoft writes it: content by path.</param>
/// <param name="Queries">How many queries were parsed.</param>
/// <param name="BadQueries">Those that are no M.</param>
internal sealed record MicrosoftReading(string? Refusal, IReadOnlyDictionary<string, string> Tmdl, int Queries, IReadOnlyList<string> BadQueries);

/// <summary>Reads models by <c>microsoft/check.mjs</c>, all of them in one start of the program: it takes a second.</summary>
internal static class MicrosoftReader
{
    private static readonly string Folder = Repository.PathOf("tests/PowerBi.Tests/microsoft");

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Lock Installing = new();

    /// <summary>The readings, in the order of the folders.</summary>
    /// <exception cref="FailedRunException">Node.js or npm is missing, or the packages cannot be installed.</exception>
    public static IReadOnlyList<MicrosoftReading> Read(IReadOnlyList<string> folders)
    {
        Install();
        var (exitCode, output) = Run.Capturing(Folder, "node", ["check.mjs", .. folders]);
        Assert.Equal(0, exitCode);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonSerializer.Deserialize<MicrosoftReading>(line, Web)!)];
    }

    private static void Install()
    {
        lock (Installing)
        {
            // Not "ci": the program of each platform is a package of its own, and a registry may carry only some of them.
            if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) Run.In(Folder, "npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }
}
