using System.Xml.Linq;

namespace BuyerPath.Toolbox.Data;

/// <summary>The zip of a Configuration Migration package.</summary>
internal static class PackageZip
{
    private const string ContentTypes =
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /></Types>""";

    /// <summary>The tables in the order of their import; the same tables give the same bytes.</summary>
    public static byte[] Of(IReadOnlyList<PackageTable> tables) =>
        ReproducibleZip.Of(new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = ContentTypes,
            ["data_schema.xml"] = Text(new("entities",
                new XAttribute("dateMode", "absolute"),
                new XElement("entityImportOrder", tables.Select(table => new XElement("entityName", table.Name))),
                tables.Select(table => table.Schema()))),
            ["data.xml"] = Text(new("entities",
                new XAttribute("timestamp", "2026-01-01T00:00:00.0000000Z"), // a fixed one, so that bytes repeat
                tables.Select(table => table.Data()))),
        });

    private static string Text(XElement root) => $"""<?xml version="1.0" encoding="utf-8"?>{'\n'}{root.ToString().ReplaceLineEndings("\n")}{'\n'}""";
}
