using System.Xml.Linq;

namespace BuyerPath.Toolbox.Packing;

/// <summary>Which image column is a table's picture: kept in Customizations.xml itself, but listed in the manifest.</summary>
internal sealed class ImagePart : IPart
{
    /// <inheritdoc />
    public void PackInto(Package package)
    {
        foreach (var config in package.Customizations.Elements("EntityImageConfigs").Elements())
            package.AddRoot(432, (string?)config.Element("parententitylogicalname"), Package.CustomizationsPath);
        foreach (var config in package.Customizations.Elements("AttributeImageConfigs").Elements())
            package.AddRoot(431, $"{(string?)config.Element("parententitylogicalname")} {(string?)config.Element("attributelogicalname")}", Package.CustomizationsPath);
    }
}
