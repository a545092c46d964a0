using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads <c>customapis/**</c>.</summary>
internal sealed class CustomApiReader(Zip zip, AssemblyReader assemblies)
{
    private const string Folder = "customapis/";

    public IEnumerable<CustomApi> ReadAll() =>
        from path in zip.Paths
        where path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) && path.Count(character => character == '/') == 2
        select Read(path);

    private CustomApi Read(string path)
    {
        var api = zip.Xml(path);
        if (api.Name != "customapi") throw Unsupported.Feature($"the part <{api.Name}>", path);
        var name = api.RequiredAttribute("uniquename", path);
        var where = $"Custom API '{name}'";
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var binding = api.WholeNumber("bindingtype", where) ?? 0;

        return new CustomApi
        {
            UniqueName = name,
            BoundTable = binding == 0 ? null : api.Required("boundentitylogicalname", where),
            IsBoundToCollection = binding == 2,
            IsFunction = api.Flag("isfunction", where),
            PluginType = api.Element("plugintypeid") is { } type
                ? assemblies.TypeOf(type.Optional("plugintypeexportkey") ?? type.Required("plugintypeid", where), where)
                : null,
            ExecutePrivilege = api.Optional("executeprivilegename"),
            AllowedSteps = (CustomSteps)(api.WholeNumber("allowedcustomprocessingsteptype", where) ?? 0),
            Parameters = [.. Values(folder, "customapirequestparameter", where)],
            Properties = [.. Values(folder, "customapiresponseproperty", where)],
        };
    }

    private IEnumerable<ApiParameter> Values(string folder, string kind, string api)
    {
        foreach (var path in zip.Paths.Where(path => path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith($"/{kind}.xml", StringComparison.OrdinalIgnoreCase)))
        {
            var value = zip.Xml(path);
            var name = value.RequiredAttribute("uniquename", $"{api}, {path}");
            var where = $"{api}, '{name}'";
            var type = value.WholeNumber("type", where) ?? throw new InvalidDataException($"{where} has no <type>.");
            if (!Enum.IsDefined((ParameterType)type)) throw Unsupported.Feature($"the parameter type {type}", where);
            yield return new ApiParameter(name, (ParameterType)type, value.Flag("isoptional", where), value.Optional("logicalentityname"));
        }
    }

    /// <summary>The tables it names exist; no name occurs twice.</summary>
    public static void Check(CustomApi api, SolutionModel model)
    {
        var where = $"Custom API '{api.UniqueName}'";
        var tables = api.Parameters.Concat(api.Properties).Select(value => value.Table).Append(api.BoundTable).OfType<string>();
        if (tables.FirstOrDefault(table => !model.Tables.ContainsKey(table)) is { } missing)
            throw new InvalidDataException($"{where} names the table '{missing}', which does not exist.");
        _ = api.Parameters.Unique(parameter => parameter.Name, $"parameter of {where}");
        _ = api.Properties.Unique(property => property.Name, $"response property of {where}");
    }
}
