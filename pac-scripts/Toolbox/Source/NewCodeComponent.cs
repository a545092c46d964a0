using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A code component (PCF control) to be added. Only its name is source; the built files come in when the solution is packed.</summary>
/// <param name="Name">Publisher's prefix, <c>_</c>, namespace, <c>.</c>, constructor.</param>
public sealed record NewCodeComponent(string Name)
{
    /// <summary>Writes its description and lists it.</summary>
    public void AddTo(SolutionSource source)
    {
        var root = SourceXml.Root("CustomControl");
        root.Add(new XElement("Name", Name), new XElement("FileName", $"/Controls/{Name}/ControlManifest.xml"));

        source.Add($"Controls/{Name}/ControlManifest.xml.data.xml", root);
        source.Manifest.AddNamed(type: 66, Name);
    }
}
