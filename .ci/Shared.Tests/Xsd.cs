using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace BuyerPath.Shared.Tests;

/// <summary>Validation against one of the published XSDs.</summary>
internal static class Xsd
{
    /// <summary>What is wrong with a part; none when it is valid.</summary>
    public static List<string> Violations(XElement part, string schema)
    {
        var found = new List<string>();
        var schemas = new XmlSchemaSet { XmlResolver = new AnyCasing() };
        schemas.Add(null, FileOf(schema));
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationEventHandler += (_, violation) => found.Add(violation.Message);
        using var reader = XmlReader.Create(part.CreateReader(), settings);
        while (reader.Read()) { }
        return found;
    }

    private static string FileOf(string name) =>
        Directory.EnumerateFiles(Shared.PathOf("schemas"), "*.xsd", SearchOption.AllDirectories)
            .Single(file => Path.GetFileName(file).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>They include each other in another casing than that of the files, which only Windows overlooks: without it half of the types are missing.</summary>
    private sealed class AnyCasing : XmlUrlResolver
    {
        public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => new(FileOf(Path.GetFileName(relativeUri!)));
    }
}
