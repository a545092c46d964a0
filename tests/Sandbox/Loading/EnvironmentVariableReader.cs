using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads <c>environmentvariabledefinitions/**</c>.</summary>
internal static class EnvironmentVariableReader
{
    private const string Folder = "environmentvariabledefinitions/";

    public static IEnumerable<EnvironmentVariable> ReadAll(Zip zip) =>
        from path in zip.Paths
        where path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)
        orderby path
        select Read(zip, path);

    private static EnvironmentVariable Read(Zip zip, string path)
    {
        var definition = zip.Xml(path);
        if (definition.Name != "environmentvariabledefinition") throw Unsupported.Feature($"the part <{definition.Name}>", path);
        var name = definition.RequiredAttribute("schemaname", path);
        var where = $"Environment variable '{name}'";
        return new EnvironmentVariable(
            name,
            definition.WholeNumber("type", where) ?? throw new InvalidDataException($"{where} has no <type>."),
            definition.Optional("defaultvalue"),
            definition.Labels("displayname", where));
    }
}
