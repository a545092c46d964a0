using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A code component (PCF control) to be added. Only its name is source; the built files come in when the solution is packed.</summary>
/// <param name="Name">Publisher's prefix, <c>_</c>, namespace, <c>.</c>, constructor.</param>
public sealed record NewCodeComponent(string Name)
{
    /// <summary>Writes its description and lists it.</summary>
    /// <exception cref="SourceException">The name is taken or is not made so.</exception>
    public void AddTo(SolutionSource source)
    {
        if (Name.Split('.') is not [{ } inNamespace, { Length: > 0 }] || !inNamespace.StartsWith(source.Manifest.Prefix + "_", StringComparison.Ordinal))
            throw new SourceException($"'{Name}' is no name for a code component: it is {source.Manifest.Prefix}_Namespace.Constructor.");

        var root = SourceXml.Root("CustomControl");
        root.Add(new XElement("Name", Name), new XElement("FileName", $"/Controls/{Name}/ControlManifest.xml"));

        source.Add($"Controls/{Name}/ControlManifest.xml.data.xml", root);
        source.Manifest.AddNamed(type: 66, Name);
    }
}
