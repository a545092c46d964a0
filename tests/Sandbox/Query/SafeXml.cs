using System.Xml;
using System.Xml.Linq;

namespace BuyerPath.Sandbox.Query;

/// <summary>Reads XML that comes from outside: no DTD, no outside references, limited in length and depth.</summary>
internal static class SafeXml
{
    /// <summary>Most characters of a query.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>Most levels of elements.</summary>
    public const int MostLevels = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
    };

    /// <exception cref="XmlException">It is not well-formed, or exceeds a limit.</exception>
    public static XElement Read(string xml)
    {
        CheckDepth(xml);
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        return XElement.Load(reader);
    }

    /// <summary>Before a tree is made of it: what walks the tree may then be recursive.</summary>
    private static void CheckDepth(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MostLevels) throw new XmlException($"The elements are nested more than {MostLevels} levels deep.");
        }
    }
}
