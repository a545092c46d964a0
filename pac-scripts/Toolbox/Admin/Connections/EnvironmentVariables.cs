namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>The environment variables of BuyerPath.</summary>
internal static class EnvironmentVariables
{
    /// <summary>What holds for each, by schema name: its value, else its default.</summary>
    public static IReadOnlyDictionary<string, string?> Read(Connection connection)
    {
        var values = connection.Rows("environmentvariablevalues?$select=value,_environmentvariabledefinitionid_value")
            .ToDictionary(row => row.Text("_environmentvariabledefinitionid_value")!, row => row.Text("value"));
        return connection.Rows("environmentvariabledefinitions?$select=environmentvariabledefinitionid,schemaname,defaultvalue&$filter=startswith(schemaname,'buy_')")
            .ToDictionary(
                row => row.Text("schemaname")!,
                row => values.TryGetValue(row.Text("environmentvariabledefinitionid")!, out var value) ? value : row.Text("defaultvalue"),
                StringComparer.Ordinal);
    }
}
