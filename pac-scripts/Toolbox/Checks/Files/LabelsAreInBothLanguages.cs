using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>Every label and description is there once in each language of the product, and not empty.</summary>
internal sealed class LabelsAreInBothLanguages : ICheck
{
    private static readonly HashSet<string> Wrappers =
        ["LocalizedNames", "LocalizedCollectionNames", "Descriptions", "displaynames", "labels", "CustomLabels"];

    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var file in source.Files(under: ""))
            foreach (var labels in file.Root.Descendants().Where(IsLabels))
                foreach (var code in Wording.Languages.Where(code => !HasText(labels, code)))
                    yield return $"{file.Path}: {Where(labels)} has no text, or not just one, in language {code}.";

        foreach (var table in source.Tables)
            foreach (var column in table.Columns)
                foreach (var name in (string[])["displaynames", "Descriptions"])
                    if (column.Xml.Element(name) is null)
                        yield return $"{table.Path}: column {column.SchemaName} has no <{name}>.";
    }

    private static bool IsLabels(XElement element) =>
        Wrappers.Contains(element.Name.LocalName) || element.Elements().Any(child => LanguageOf(child) is not null);

    private static bool HasText(XElement labels, int code)
    {
        var texts = labels.Elements().Where(label => LanguageOf(label) == code.ToString(provider: null)).ToList();
        return texts.Count == 1 && !string.IsNullOrWhiteSpace((texts[0].Attribute("description") ?? texts[0].Attribute("Title"))?.Value);
    }

    /// <summary>Site maps say it otherwise.</summary>
    private static string? LanguageOf(XElement label) => (label.Attribute("languagecode") ?? label.Attribute("LCID"))?.Value;

    /// <summary>The labels with the nearest name above them, so that a person finds the place.</summary>
    private static string Where(XElement labels)
    {
        var named = labels.Ancestors().Select(NameOf).FirstOrDefault(name => name is not null);
        return named is null ? $"<{labels.Name}>" : $"<{labels.Name}> of {named}";
    }

    private static string? NameOf(XElement element) =>
        (element.Attribute("PhysicalName") ?? element.Attribute("Name") ?? element.Attribute("name") ?? element.Attribute("Id") ?? element.Attribute("value"))?.Value;
}
