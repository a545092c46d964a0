using System.Globalization;
using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads the values of solution XML; an absent or malformed one is an error that names where it is.</summary>
internal static class Xml
{
    /// <summary>Text of a child element; null when it is absent or empty.</summary>
    public static string? Optional(this XElement element, string child) =>
        element.Element(child)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Text of a child element.</summary>
    public static string Required(this XElement element, string child, string where) =>
        element.Optional(child) ?? throw new InvalidDataException($"{where} has no <{child}>.");

    /// <summary>An attribute.</summary>
    public static string RequiredAttribute(this XElement element, string name, string where) =>
        element.Attribute(name)?.Value is { Length: > 0 } text
            ? text
            : throw new InvalidDataException($"{where}: <{element.Name.LocalName}> has no attribute '{name}'.");

    /// <summary>True for 1 or true, false when absent, empty, 0 or false.</summary>
    public static bool Flag(this XElement element, string child, string where) => element.Optional(child) switch
    {
        null or "0" or "false" => false,
        "1" or "true" => true,
        var other => throw new InvalidDataException($"{where}: <{child}> is '{other}'; it must be 0 or 1."),
    };

    /// <summary>A whole number; null when absent.</summary>
    public static int? WholeNumber(this XElement element, string child, string where) =>
        element.Optional(child) is { } text ? WholeNumber(text, $"{where}: <{child}>") : null;

    /// <summary>A decimal number; null when absent.</summary>
    public static decimal? Decimal(this XElement element, string child, string where)
    {
        if (element.Optional(child) is not { } text) return null;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"{where}: <{child}> is '{text}'; it must be a number.");
    }

    /// <summary>A whole number in a text.</summary>
    public static int WholeNumber(string text, string where) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"{where} is '{text}'; it must be a whole number.");

    /// <summary>An id, with or without braces.</summary>
    public static Guid Id(string text, string where) =>
        Guid.TryParse(text, out var id) ? id : throw new InvalidDataException($"{where} is '{text}'; it must be an id.");

    /// <summary>Texts by language from children that carry <c>description</c> and <c>languagecode</c>.</summary>
    public static Labels Labels(this XElement element, string child, string where)
    {
        var texts = new Dictionary<int, string>();
        foreach (var label in element.Element(child)?.Elements() ?? [])
        {
            var language = WholeNumber(label.RequiredAttribute("languagecode", where), $"{where}: languagecode");
            if (!texts.TryAdd(language, label.Attribute("description")?.Value ?? ""))
                throw new InvalidDataException($"{where}: <{child}> has language {language} twice.");
        }
        return new Labels(texts);
    }

    /// <summary>Comma-separated names, trimmed; empty when absent.</summary>
    public static IReadOnlyList<string> Names(this XElement element, string child) =>
        element.Optional(child)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>A dictionary of the items; two of the same key are an error that calls them <paramref name="kind"/>.</summary>
    public static Dictionary<TKey, TItem> Unique<TKey, TItem>(this IEnumerable<TItem> items, Func<TItem, TKey> key, string kind)
        where TKey : notnull
    {
        var unique = new Dictionary<TKey, TItem>();
        foreach (var item in items)
        {
            if (!unique.TryAdd(key(item), item)) throw new InvalidDataException($"The solution has the {kind} '{key(item)}' twice.");
        }
        return unique;
    }
}
