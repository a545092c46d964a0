using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Apps;

/// <summary>What an app lists is in the solution or, being a standard table, in every organisation with Sales; so are the roles that may open it.</summary>
internal sealed class AppComponentsExist : ICheck
{
    /// <summary>System Administrator and System Customizer, the same everywhere.</summary>
    private static readonly string[] StandardRoles = ["{627090ff-40a3-4053-8790-584edc5be201}", "{119f245c-3cc8-4b62-b31c-d1a046ced15d}"];

    public IEnumerable<string> Findings(SolutionSource source)
    {
        var roles = source.Files("Roles/").Select(role => role.Root.Attribute("id")?.Value).Concat(StandardRoles).ToHashSet();
        foreach (var app in source.Files("AppModules/", "/AppModule.xml"))
        {
            foreach (var component in app.Root.Descendants("AppModuleComponent").Where(component => !Exists(source, component)))
                yield return $"{app.Path}: lists {component.Attribute("schemaName")?.Value ?? component.Attribute("id")?.Value} of type {component.Attribute("type")?.Value}, which does not exist.";
            foreach (var role in app.Root.Descendants("AppModuleRoleMaps").Elements("Role").Select(role => role.Attribute("id")?.Value).Where(role => !roles.Contains(role)))
                yield return $"{app.Path}: may be opened with the role {role}, which does not exist.";
            foreach (var role in roles.Except(app.Root.Descendants("AppModuleRoleMaps").Elements("Role").Select(role => role.Attribute("id")?.Value)).Except(StandardRoles))
                yield return $"{app.Path}: cannot be opened with the role {role}.";
        }
    }

    private static bool Exists(SolutionSource source, XElement component)
    {
        var name = component.Attribute("schemaName")?.Value ?? "";
        var id = component.Attribute("id")?.Value ?? "";
        return component.Attribute("type")?.Value switch
        {
            "1" => !name.StartsWith(source.Manifest.Prefix + "_", StringComparison.Ordinal) || source.Tables.Any(table => table.LogicalName == name),
            "26" => HasFile("SavedQueries", id),
            "59" => HasFile("Visualizations", id.ToUpperInvariant()),
            "60" => source.Has($"Dashboards/{id}.xml") || source.Paths.Any(path => path.Contains("/FormXml/", StringComparison.Ordinal) && path.EndsWith($"/{id}.xml", StringComparison.Ordinal)),
            "62" => source.Has($"AppModuleSiteMaps/{name}/AppModuleSiteMap.xml"),
            _ => false,
        };

        bool HasFile(string kind, string stem) => source.Paths.Any(path => path.StartsWith("Entities/", StringComparison.Ordinal) && path.EndsWith($"/{kind}/{stem}.xml", StringComparison.Ordinal));
    }
}
