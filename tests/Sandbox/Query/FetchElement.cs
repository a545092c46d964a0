using System.Globalization;
using System.Xml.Linq;

namespace BuyerPath.Sandbox.Query;

/// <summary>
/// An element of FetchXML. Making one checks that every attribute and child of it is known, so that nothing in a query is
/// passed over: what is not listed here is refused by name.
/// </summary>
internal sealed class FetchElement
{
    private sealed record Grammar(string[] Attributes, string[] Children);

    private static readonly IReadOnlyDictionary<string, Grammar> Known = new Dictionary<string, Grammar>
    {
        // no-lock is without effect on the platform too
        ["fetch"] = new(
            ["version", "output-format", "mapping", "no-lock", "distinct", "top", "count", "page", "paging-cookie", "returntotalrecordcount", "aggregate", "aggregatelimit"],
            ["entity"]),
        ["entity"] = new(["name"], ["attribute", "all-attributes", "order", "filter", "link-entity"]),
        // visible and intersect: notes of the view editor, without effect on the answer
        ["link-entity"] = new(
            ["name", "from", "to", "alias", "link-type", "visible", "intersect"],
            ["attribute", "all-attributes", "order", "filter", "link-entity"]),
        ["attribute"] = new(["name", "alias", "aggregate", "groupby", "dategrouping", "distinct"], []),
        ["all-attributes"] = new([], []),
        ["order"] = new(["attribute", "alias", "descending", "entityname"], []),
        ["filter"] = new(["type", "isquickfindfields"], ["condition", "filter", "link-entity"]),
        // uiname, uitype and uihidden: notes of the view editor
        ["condition"] = new(["attribute", "operator", "value", "valueof", "entityname", "uiname", "uitype", "uihidden"], ["value"]),
        ["value"] = new(["uiname", "uitype"], []),
    };

    /// <summary>Every element that the sandbox knows.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    private readonly XElement _element;

    /// <exception cref="NotSupportedException">An attribute or a child is not known.</exception>
    public FetchElement(XElement element)
    {
        _element = element;
        if (!Known.TryGetValue(element.Name.ToString(), out var grammar)) throw Refused($"the element <{element.Name}>", element.Parent);

        foreach (var attribute in element.Attributes().Where(attribute => !grammar.Attributes.Contains(attribute.Name.ToString())))
            throw Refused($"the attribute '{attribute.Name}'", element);
        foreach (var child in element.Elements().Where(child => !grammar.Children.Contains(child.Name.ToString())))
            throw Refused($"the element <{child.Name}>", element);
    }

    /// <summary>Text inside the element.</summary>
    public string Content => _element.Value;

    /// <summary>Children of that name, in order.</summary>
    public IEnumerable<FetchElement> Children(string name) => _element.Elements(name).Select(child => new FetchElement(child));

    /// <summary>The only child of that name.</summary>
    public FetchElement Child(string name) => Children(name).ToList() is [var only]
        ? only
        : throw QueryFault.FetchXml($"<{_element.Name}> must have exactly one <{name}>.");

    /// <summary>An attribute; null when it is absent.</summary>
    public string? Text(string attribute) => _element.Attribute(attribute)?.Value;

    /// <summary>An attribute that must be there.</summary>
    public string Required(string attribute) => Text(attribute) is { Length: > 0 } text
        ? text
        : throw QueryFault.FetchXml($"<{_element.Name}> needs the attribute '{attribute}'.");

    /// <summary>A yes/no attribute; no when it is absent.</summary>
    public bool Flag(string attribute) => Text(attribute) switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        var other => throw QueryFault.FetchXml($"The attribute '{attribute}' of <{_element.Name}> is true or false, not '{other}'."),
    };

    /// <summary>A positive number; null when the attribute is absent.</summary>
    public int? Number(string attribute) => Text(attribute) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var other => throw QueryFault.Count($"The attribute '{attribute}' of <{_element.Name}> is a number above 0, not '{other}'."),
    };

    /// <summary>What the value of an attribute stands for in a table of names.</summary>
    public T Choice<T>(string attribute, IReadOnlyDictionary<string, T> names, string byDefault) =>
        names.TryGetValue(Text(attribute) ?? byDefault, out var meaning)
            ? meaning
            : throw Refused($"{attribute}='{Text(attribute)}'", _element);

    private static UnsupportedException Refused(string feature, XElement? where) =>
        Unsupported.Feature($"{feature} of FetchXML", where is null ? "root" : $"<{where.Name}>");
}
