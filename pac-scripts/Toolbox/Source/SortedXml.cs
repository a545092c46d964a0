using System.Xml.Linq;

namespace BuyerPath.Toolbox.Source;

/// <summary>Exports sort siblings by name; so does everything that adds one, so that two branches seldom touch the same line.</summary>
internal static class SortedXml
{
    /// <summary>Adds the child before the first whose attribute <paramref name="by"/> is greater, ignoring case.</summary>
    public static void AddSorted(this XElement parent, XElement child, string by) =>
        parent.AddSorted(child, element => (string)element.Attribute(by)!);

    /// <summary>Adds the child before the first whose key is greater, ignoring case.</summary>
    public static void AddSorted(this XElement parent, XElement child, Func<XElement, string> key)
    {
        var next = parent.Elements().FirstOrDefault(other => string.Compare(key(other), key(child), StringComparison.OrdinalIgnoreCase) > 0);
        if (next is null) parent.Add(child);
        else next.AddBeforeSelf(child);
    }
}
