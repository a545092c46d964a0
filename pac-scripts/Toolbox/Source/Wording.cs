using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>A text in both languages in which the product ships.</summary>
/// <param name="English">Language code 1033.</param>
/// <param name="Finnish">Language code 1035.</param>
public sealed record Wording(string English, string Finnish)
{
    /// <summary>The language codes, English first: it is the language of the solution.</summary>
    public static readonly IReadOnlyList<int> Languages = [1033, 1035];

    /// <summary>As XML: <c>&lt;labels&gt;&lt;label description="..." languagecode="1033" /&gt;...&lt;/labels&gt;</c>, whatever the two elements are called.</summary>
    public XElement ToXml(string outer, string inner) => new(outer, InLanguage(inner, English, Languages[0]), InLanguage(inner, Finnish, Languages[1]));

    /// <summary>The <c>LocalizedNames</c> of a component.</summary>
    public XElement Names() => ToXml("LocalizedNames", "LocalizedName");

    /// <summary>The <c>Descriptions</c> of a component.</summary>
    public XElement Descriptions() => ToXml("Descriptions", "Description");

    /// <summary>The <c>displaynames</c> of a column, choice or key.</summary>
    public XElement DisplayNames() => ToXml("displaynames", "displayname");

    /// <summary>The <c>labels</c> of an option or of a part of a form.</summary>
    public XElement Labels() => ToXml("labels", "label");

    /// <summary>Reads what the other members write.</summary>
    /// <exception cref="InvalidDataException">A language is missing.</exception>
    public static Wording Of(XElement labels) => new(In(labels, Languages[0]), In(labels, Languages[1]));

    /// <summary>As it stands inside a sentence: without the capital at its beginning.</summary>
    public Wording InSentence => new(Lowered(English), Lowered(Finnish));

    /// <summary>A wording made of others, such as <c>Active Answers</c>: each language has its own pattern, <c>{0}</c> and so on for the parts.</summary>
    public static Wording Format(string english, string finnish, params Wording[] parts) => new(
        string.Format(null, english, [.. parts.Select(part => part.English)]),
        string.Format(null, finnish, [.. parts.Select(part => part.Finnish)]));

    private static string Lowered(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static XElement InLanguage(string name, string text, int language) =>
        new(name, new XAttribute("description", text), new XAttribute("languagecode", language));

    private static string In(XElement labels, int language) =>
        labels.Elements().FirstOrDefault(label => (int?)label.Attribute("languagecode") == language)?.Attribute("description")?.Value
        ?? throw new InvalidDataException($"<{labels.Name}> has no text in language {language}.");
}
