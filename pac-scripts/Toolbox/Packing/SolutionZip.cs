using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace BuyerPath.Toolbox.Packing;

/// <summary>The zip of a solution, and XML as it is in there.</summary>
internal static class SolutionZip
{
    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>A zip of these entries with the list of content types that the import wants.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, byte[]> entries)
    {
        var contentTypes = """<?xml version="1.0" encoding="utf-8"?>""" + ContentTypesOf(entries.Keys).ToString(SaveOptions.DisableFormatting);
        return ReproducibleZip.Of(new Dictionary<string, byte[]>(entries) { ["[Content_Types].xml"] = Encoding.UTF8.GetBytes(contentTypes) });
    }

    /// <summary>XML as exports have it in the zip: no byte order mark, no declaration, the namespace declared once.</summary>
    public static byte[] Xml(XElement root)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NamespaceHandling = NamespaceHandling.OmitDuplicates,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
        };
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings))
            root.Save(writer);
        return bytes.ToArray();
    }

    /// <summary>Every ending is declared once, and every part without an ending by its name.</summary>
    private static XElement ContentTypesOf(IEnumerable<string> entries)
    {
        var byEnding = entries.ToLookup(path => Path.GetExtension(path).TrimStart('.').ToLowerInvariant());
        return new XElement(ContentTypes + "Types",
            from ending in byEnding.Select(paths => paths.Key).Append("xml").Distinct().Order(StringComparer.Ordinal)
            where ending.Length > 0
            select new XElement(ContentTypes + "Default", new XAttribute("Extension", ending), Binary()),
            from path in byEnding[""]
            select new XElement(ContentTypes + "Override", new XAttribute("PartName", "/" + path), Binary()));
    }

    private static XAttribute Binary() => new("ContentType", "application/octet-stream");
}
