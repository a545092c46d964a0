using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks;

/// <summary>A kind of component that the packer merges into <c>customizations.xml</c>.</summary>
/// <param name="RootType">Number of the kind among root components.</param>
/// <param name="Under">Its files begin so.</param>
/// <param name="Ending">And end so.</param>
/// <param name="Placeholder">The empty element in <c>Customizations.xml</c> where the packer puts them.</param>
/// <param name="IdentityOf">What the root component says of it: a name or an id.</param>
internal sealed record ComponentKind(int RootType, string Under, string Ending, string Placeholder, Func<SourceFile, string?> IdentityOf)
{
    public static readonly IReadOnlyList<ComponentKind> All =
    [
        new(1, "Entities/", "/Entity.xml", "Entities", file => file.Root.Element("Name")?.Value.ToLowerInvariant()),
        new(9, "OptionSets/", ".xml", "optionsets", file => file.Root.Attribute("Name")?.Value),
        new(20, "Roles/", ".xml", "Roles", file => file.Root.Attribute("id")?.Value),
        new(60, "Dashboards/", ".xml", "Dashboards", file => file.Root.Element("FormId")?.Value),
        new(61, "WebResources/", ".data.xml", "WebResources", file => file.Root.Element("Name")?.Value),
        new(62, "AppModuleSiteMaps/", "/AppModuleSiteMap.xml", "AppModuleSiteMaps", file => file.Root.Element("SiteMapUniqueName")?.Value),
        new(66, "Controls/", ".data.xml", "CustomControls", file => file.Root.Element("Name")?.Value),
        new(80, "AppModules/", "/AppModule.xml", "AppModules", file => file.Root.Element("UniqueName")?.Value),
        new(91, "PluginAssemblies/", ".data.xml", "SolutionPluginAssemblies", file => $"{{{file.Root.Attribute("PluginAssemblyId")?.Value}}}"),
        new(92, "SdkMessageProcessingSteps/", ".xml", "SdkMessageProcessingSteps", file => file.Root.Attribute("SdkMessageProcessingStepId")?.Value),
    ];

    /// <summary>The files of components of this kind.</summary>
    public IEnumerable<SourceFile> In(SolutionSource source) => source.Files(Under, Ending);
}
