using System.Reflection;
using System.Xml.Linq;
using BuyerPath.Plugins.Registration;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Generation;

/// <summary>A Custom API with its parameters and response properties: one file each, elements in alphabetical order, no ids.</summary>
internal static class CustomApiFiles
{
    /// <summary>The files for the class; none when it is no Custom API.</summary>
    /// <exception cref="InvalidDataException">Dataverse would not accept the declaration.</exception>
    public static IEnumerable<KeyValuePair<string, XElement>> Of(Type type)
    {
        var values = type.GetCustomAttributes<ApiValueAttribute>().ToList();
        if (type.GetCustomAttribute<CustomApiAttribute>() is not { } api)
            return values is [var value, ..]
                ? throw Refused(type, $"{value.Name} belongs to no [CustomApi]")
                : [];

        if (api.IsFunction && !values.OfType<ApiPropertyAttribute>().Any())
            throw Refused(type, "a function must have a response property");
        if (values.FirstOrDefault(value => value.Table is not null && !MayHaveTable(value.Type)) is { } wrong)
            throw Refused(type, $"{wrong.Name} is a {wrong.Type}, which has no table");

        var folder = $"customapis/{api.UniqueName}/";
        return
        [
            new($"{folder}customapi.xml", ToXml(type, api)),
            .. from parameter in values.OfType<ApiParameterAttribute>()
               select KeyValuePair.Create($"{folder}customapirequestparameters/{parameter.Name}/customapirequestparameter.xml",
                   ToXml("customapirequestparameter", parameter, new XElement("isoptional", Flag(parameter.IsOptional)))),
            .. from property in values.OfType<ApiPropertyAttribute>()
               select KeyValuePair.Create($"{folder}customapiresponseproperties/{property.Name}/customapiresponseproperty.xml",
                   ToXml("customapiresponseproperty", property)),
        ];
    }

    private static XElement ToXml(Type type, CustomApiAttribute api) => new(
        "customapi",
        new XAttribute("uniquename", api.UniqueName),
        new XElement("allowedcustomprocessingsteptype", 0), // nobody else's steps on it
        new XElement("bindingtype", api.BoundTo is null ? 0 : 1),
        api.BoundTo is null ? null : new XElement("boundentitylogicalname", api.BoundTo),
        Labels("description", api.EnglishDescription, api.FinnishDescription),
        Labels("displayname", api.English, api.Finnish),
        new XElement("iscustomizable", 1),
        new XElement("isfunction", Flag(api.IsFunction)),
        new XElement("isprivate", 0),
        new XElement("name", api.English),
        new XElement("plugintypeid", new XElement("plugintypeexportkey", PluginAssembly.IdOf(type))), // of a classic assembly: the type's id
        new XElement("workflowsdkstepenabled", 0));

    private static XElement ToXml(string name, ApiValueAttribute value, XElement? isOptional = null) => new(
        name,
        new XAttribute("uniquename", value.Name),
        Labels("description", value.English, value.Finnish),
        Labels("displayname", value.Name, value.Name),
        new XElement("iscustomizable", 1),
        isOptional,
        value.Table is null ? null : new XElement("logicalentityname", value.Table),
        new XElement("name", value.Name),
        new XElement("type", (int)value.Type));

    private static XElement Labels(string name, string english, string finnish)
    {
        var labels = new Wording(english, finnish).ToXml(name, "label");
        labels.SetAttributeValue("default", english);
        return labels;
    }

    private static int Flag(bool value) => value ? 1 : 0;

    private static bool MayHaveTable(ParameterType type) =>
        type is ParameterType.Entity or ParameterType.EntityCollection or ParameterType.EntityReference;

    private static InvalidDataException Refused(Type type, string reason) => new($"{type.FullName}: {reason}.");
}
