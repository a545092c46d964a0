using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Packing;

/// <summary>The built manifest of a code component, as pcf-scripts writes it.</summary>
internal sealed class ControlManifest
{
    /// <summary>Its name in the component's folder.</summary>
    public const string FileName = "ControlManifest.xml";

    private readonly XElement root;
    private readonly XElement control;

    /// <exception cref="InvalidDataException">It is no manifest of a code component.</exception>
    public ControlManifest(string path, byte[] bytes)
    {
        root = SourceXml.Read(path, bytes);
        control = root.Element("control") ?? throw new InvalidDataException($"{path} has no <control>.");
    }

    /// <summary>Namespace and constructor, with a dot between.</summary>
    public string Name => $"{(string?)control.Attribute("namespace")}.{(string?)control.Attribute("constructor")}";

    /// <summary>The files that belong to it, relative to its folder.</summary>
    public IEnumerable<string> Resources =>
        from element in control.Elements("resources").Elements()
        let path = (string?)element.Attribute("path")
        where path is not null && element.Name.LocalName is "code" or "css" or "resx" or "img"
        select path;

    /// <summary>The bytes of the manifest with another version.</summary>
    public byte[] WithVersion(string version)
    {
        var stamped = new XElement(root);
        stamped.Element("control")!.SetAttributeValue("version", version);
        return SolutionZip.Xml(stamped);
    }
}
