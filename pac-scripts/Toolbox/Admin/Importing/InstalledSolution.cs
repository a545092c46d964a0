using System.Text.Json;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Importing;

/// <summary>A solution as the environment has it.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsManaged">Null when pac does not say it: it names this column in newer versions only.</param>
public sealed record InstalledSolution(string Name, Version Version, bool? IsManaged)
{
    /// <summary>What Dataverse appends to the name of a solution that was staged for upgrade and has not been applied.</summary>
    public const string StagedSuffix = "_Upgrade";

    /// <summary>The solutions of the environment.</summary>
    /// <exception cref="AdminException">pac could not list them.</exception>
    public static IReadOnlyList<InstalledSolution> Of(Pac pac, Target target) =>
    [
        .. pac.Ask("see whether you may read solutions there.", "solution", "list", "--environment", target.Url)
            .EnumerateArray()
            .Select(Read),
    ];

    private static InstalledSolution Read(JsonElement row) => new(
        row.GetProperty("SolutionUniqueName").GetString()!,
        Version.Parse(row.GetProperty("VersionNumber").GetString()!),
        row.TryGetProperty("IsManaged", out var managed) ? managed.GetBoolean() : null);
}
