using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Admin;

/// <summary>What this repository ships, by the names that an environment knows it by.</summary>
public sealed class Shipped(SolutionSource source)
{
    /// <summary>The solution of this repository.</summary>
    public static Shipped Here => new(SolutionSource.Load(Repository.PathOf("solution/src")));

    /// <summary>Unique name of the solution.</summary>
    public string SolutionName => source.Manifest.UniqueName;

    /// <summary>Its version.</summary>
    public Version Version => Version.Parse(source.Manifest.Version);

    /// <summary>Logical names of the tables that it makes.</summary>
    public IReadOnlyList<string> OwnTables => [.. Tables.Where(table => IsOurs(table.LogicalName)).Select(table => table.LogicalName)];

    /// <summary>Logical names of the columns that it adds to tables of others, by table.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AddedColumns => Tables.Where(table => !IsOurs(table.LogicalName)).ToDictionary(
        table => table.LogicalName,
        IReadOnlyList<string> (table) => [.. table.Columns.Select(column => column.LogicalName).Where(IsOurs)]);

    /// <summary>Names of the security roles.</summary>
    public IReadOnlyList<string> Roles => [.. source.Files("Roles/").Select(role => role.Root.Attribute("name")!.Value)];

    /// <summary>Names of the plugin steps.</summary>
    public IReadOnlyList<string> Steps => [.. source.Files("SdkMessageProcessingSteps/").Select(step => step.Root.Attribute("Name")!.Value)];

    /// <summary>Unique names of the Custom APIs.</summary>
    public IReadOnlyList<string> CustomApis => [.. source.Files("customapis/", "/customapi.xml").Select(api => api.Root.Attribute("uniquename")!.Value)];

    /// <summary>Unique name of the app.</summary>
    public string App => source.Files("AppModules/", "/AppModule.xml").Single().Root.Element("UniqueName")!.Value;

    /// <summary>The value that a choice of ours has in Dataverse for a value of the rules.</summary>
    public int Option<T>(T value) where T : struct, Enum => source.Manifest.FirstOptionValue + Convert.ToInt32(value, provider: null);

    private IEnumerable<TableSource> Tables => source.Tables.OrderBy(table => table.LogicalName, StringComparer.Ordinal);

    private bool IsOurs(string logicalName) => logicalName.StartsWith($"{source.Manifest.Prefix}_", StringComparison.Ordinal);
}
