using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>
/// XML exactly as an export writes it: two spaces, line feeds, no line feed at the end. Native components have a byte
/// order mark and a declaration; those of the solution component framework (lower-case folders) have neither.
/// </summary>
public static class SourceXml
{
    /// <summary>The namespace that every native file declares on its root element.</summary>
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private const string Declaration = """<?xml version="1.0" encoding="utf-8"?>""" + "\n";

    /// <summary>The bytes of a file with this root at this path.</summary>
    public static byte[] Write(string path, XElement root)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, IndentChars = "  ", NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(text, settings))
            root.Save(writer);

        return IsNative(path)
            ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Declaration + text)]
            : Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The root element of such a file.</summary>
    /// <exception cref="InvalidDataException">The file is not well-formed XML.</exception>
    public static XElement Read(string path, byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            return XElement.Load(stream);
        }
        catch (XmlException fault)
        {
            throw new InvalidDataException($"{path} is not well-formed XML: {fault.Message}", fault);
        }
    }

    /// <summary>An empty root element of a native file. The declaration of the namespace comes after the attributes, as in exports.</summary>
    public static XElement Root(string name, params object?[] attributes) =>
        new(name, attributes, new XAttribute(XNamespace.Xmlns + "xsi", Instance.NamespaceName));

    /// <summary>True when the file holds a native component, false for one of the solution component framework.</summary>
    private static bool IsNative(string path) => char.IsUpper(path[0]);
}
