using System.Text.Json;
using BuyerPath.Domain;
using BuyerPath.Toolbox.Admin.Connections;

namespace BuyerPath.Toolbox.Admin.Doctor;

/// <summary>An environment under examination. What several examinations need is read once, when the first asks for it.</summary>
/// <param name="connection">Its rows.</param>
/// <param name="shipped">What should be there.</param>
/// <param name="now">The time of the examination.</param>
internal sealed class Examined(Connection connection, Shipped shipped, DateTimeOffset now)
{
    private readonly Lazy<IReadOnlyList<JsonElement>> solutions = new(() =>
        [.. connection.Rows($"solutions?$select=uniquename,version&$filter=startswith(uniquename,'{shipped.SolutionName}')")]);

    private readonly Lazy<IReadOnlySet<string>> tables = new(() =>
        connection.Rows("EntityDefinitions?$select=LogicalName").Select(table => table.Text("LogicalName")!).ToHashSet(StringComparer.Ordinal));

    private readonly Lazy<IReadOnlyList<JsonElement>> steps = new(() =>
        [.. connection.Rows("sdkmessageprocessingsteps?$select=name,statecode&$filter=startswith(name,'BuyerPath.Plugins.')")]);

    private readonly Lazy<IReadOnlyList<JsonElement>> activeProcesses = new(() =>
        [.. connection.Rows($"buy_processes?$select=buy_processid,buy_name,buy_key&$filter=buy_lifecycle eq {shipped.Option(Lifecycle.Active)}")]);

    private readonly Lazy<IReadOnlyDictionary<string, string?>> settings = new(() => EnvironmentVariables.Read(connection));

    /// <summary>Its rows.</summary>
    public Connection Connection => connection;

    /// <summary>What should be there.</summary>
    public Shipped Shipped => shipped;

    /// <summary>The time of the examination.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The version of a solution; null when it is not there.</summary>
    public Version? VersionOf(string solution) =>
        solutions.Value.Where(row => row.Text("uniquename") == solution).Select(row => Version.Parse(row.Text("version")!)).FirstOrDefault();

    /// <summary>Logical names of all tables.</summary>
    public IReadOnlySet<string> Tables => tables.Value;

    /// <summary>Our plugin steps.</summary>
    public IReadOnlyList<JsonElement> Steps => steps.Value;

    /// <summary>Processes that opportunities may choose.</summary>
    public IReadOnlyList<JsonElement> ActiveProcesses => activeProcesses.Value;

    /// <summary>What holds for our environment variables: the value, else the default.</summary>
    public IReadOnlyDictionary<string, string?> Settings => settings.Value;
}
