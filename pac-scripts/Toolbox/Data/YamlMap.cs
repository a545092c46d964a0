using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace BuyerPath.Toolbox.Data;

/// <summary>
/// One mapping of a <see cref="YamlFile"/>, read field by field. A field that is missing, of the wrong kind or unknown becomes a finding
/// that names file, line and field and says what would be right; reading goes on with a neutral value, so that an author
/// sees all findings at once.
/// </summary>
public sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly YamlFile _file;
    private readonly HashSet<string> _asked = [];

    internal YamlMap(YamlMappingNode node, YamlFile file) => (_node, _file) = (node, file);

    /// <summary>A text that must be there.</summary>
    /// <param name="field">The field.</param>
    /// <param name="longest">Most characters that the column behind it takes.</param>
    public string Text(string field, int longest)
    {
        if (Find(field) is { } node) return TextOf(node, field, longest);
        Complain(field, "is missing");
        return "";
    }

    /// <summary>A text, or null if the field is absent.</summary>
    public string? OptionalText(string field, int longest) =>
        Find(field) is { } node ? TextOf(node, field, longest) : null;

    /// <summary>One character, which may be a blank such as a tab; null if the field is absent.</summary>
    public char? OptionalLetter(string field)
    {
        if (Find(field) is not { } node) return null;
        if (node is YamlScalarNode { Value: [var letter] }) return letter;
        Complain(field, $"is '{node}'; it must be one character");
        return null;
    }

    /// <summary>A text that none of <paramref name="taken"/> has yet, and which is taken from now on.</summary>
    public string Key(string field, ISet<string> taken)
    {
        const int longestKey = 50;
        var key = Text(field, longestKey);
        if (key.Length > 0 && !taken.Add(key)) Complain(field, $"'{key}' is used twice; a key must be unique");
        return key;
    }

    /// <summary>A text that must be there and be one of <paramref name="known"/>.</summary>
    public string Reference(string field, IReadOnlyCollection<string> known)
    {
        var name = Text(field, int.MaxValue);
        if (name.Length > 0 && !known.Contains(name))
            _file.Complain(_node.Children[field].Start, $"{field} is '{name}', which is not listed{Nearest.Ending(name, known)}");
        return name;
    }

    /// <summary>As <see cref="Reference"/>, or null if the field is absent.</summary>
    public string? OptionalReference(string field, IReadOnlyCollection<string> known) =>
        Find(field) is null ? null : Reference(field, known);

    /// <summary>A whole number that must be there.</summary>
    public int WholeNumber(string field, int least, int most)
    {
        if (Find(field) is not { } node) Complain(field, "is missing");
        else if (node is YamlScalarNode { Value: { } written }
            && int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        else Complain(field, $"is '{node}'; it must be a whole number from {least} to {most}");
        return least;
    }

    /// <summary>A whole number, or null if the field is absent.</summary>
    public int? OptionalWholeNumber(string field, int least, int most) =>
        Find(field) is null ? null : WholeNumber(field, least, most);

    /// <summary>An amount that must be there, with a point between units and parts.</summary>
    public decimal Amount(string field)
    {
        if (Find(field) is not { } node) Complain(field, "is missing");
        else if (node is YamlScalarNode { Value: { } written }
            && decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return amount;
        else Complain(field, $"is '{node}'; it must be an amount such as 1250 or 99.50");
        return 0;
    }

    /// <summary>true or false; false if the field is absent.</summary>
    public bool Flag(string field)
    {
        if (Find(field) is not { } node) return false;
        if (node is YamlScalarNode { Value: "true" or "false" } scalar) return scalar.Value == "true";
        Complain(field, $"is '{node}'; it must be true or false");
        return false;
    }

    /// <summary>One of the names of an enum, written in camel case.</summary>
    public T Choice<T>(string field) where T : struct, Enum
    {
        if (Find(field) is not { } node)
        {
            Complain(field, $"is missing; it must be {Choices<T>()}");
            return default;
        }
        foreach (var value in Enum.GetValues<T>())
            if (node is YamlScalarNode scalar && scalar.Value == CamelCase(value.ToString())) return value;
        Complain(field, $"is '{node}'; it must be {Choices<T>()}");
        return default;
    }

    /// <summary>As <see cref="Choice{T}"/>, or null if the field is absent.</summary>
    public T? OptionalChoice<T>(string field) where T : struct, Enum => Find(field) is null ? null : Choice<T>(field);

    /// <summary>A text in every language of the release.</summary>
    public LocalizedText Texts(string field, int longest) => Map(field, map => map.Texts(longest));

    /// <summary>As <see cref="Texts(string, int)"/>, or null if the field is absent.</summary>
    public LocalizedText? OptionalTexts(string field, int longest) => Find(field) is null ? null : Texts(field, longest);

    /// <summary>This mapping itself as a text: one field for each language.</summary>
    public LocalizedText Texts(int longest) =>
        new(Language.All.ToDictionary(language => language, language => Text(language.Code, longest)));

    /// <summary>The mapping under a field that must be there.</summary>
    public T Map<T>(string field, Func<YamlMap, T> read)
    {
        if (Find(field) is YamlMappingNode map) return _file.Read(map, read);
        Complain(field, _node.Children.ContainsKey(field) ? "must hold fields of its own" : "is missing");
        return _file.ReadBlindly(read);
    }

    /// <summary>As <see cref="Map{T}"/>, or null if the field is absent.</summary>
    public T? OptionalMap<T>(string field, Func<YamlMap, T> read) where T : class => Find(field) is null ? null : Map(field, read);

    /// <summary>This mapping itself, where names are data: each name, upper and lower case alike, stands for a value.</summary>
    public IReadOnlyDictionary<string, T> Names<T>() where T : struct, Enum
    {
        var names = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in _node.Children.Keys.Select(key => key.ToString()))
            if (!names.TryAdd(name, Choice<T>(name))) Complain(name, "is there twice, upper and lower case being alike");
        return names;
    }

    /// <summary>The mappings of a list that must be there and not be empty.</summary>
    public IReadOnlyList<T> Each<T>(string field, Func<YamlMap, T> read)
    {
        var items = Items(field);
        foreach (var wrong in items.Where(item => item is not YamlMappingNode))
            Complain(wrong, field, $"holds '{wrong}'; each of its items must hold fields");
        return [.. items.OfType<YamlMappingNode>().Select(item => _file.Read(item, read))];
    }

    /// <summary>As <see cref="Each{T}"/>, or empty if the field is absent.</summary>
    public IReadOnlyList<T> OptionalEach<T>(string field, Func<YamlMap, T> read) =>
        Find(field) is null ? [] : Each(field, read);

    /// <summary>The texts of a list that must be there and not be empty.</summary>
    public IReadOnlyList<string> List(string field, int longest) =>
        [.. Items(field).Select(item => TextOf(item, field, longest))];

    /// <summary>As <see cref="List"/>, or empty if the field is absent.</summary>
    public IReadOnlyList<string> OptionalList(string field, int longest) => Find(field) is null ? [] : List(field, longest);

    /// <summary>Adds a finding about a field of this mapping.</summary>
    /// <param name="field">The field.</param>
    /// <param name="what">What is wrong and what would be right, continuing the sentence that begins with the field's name.</param>
    public void Complain(string field, string what) =>
        Complain(_node.Children.TryGetValue(field, out var node) ? node : _node, field, what);

    internal void ComplainOfUnknownFields()
    {
        foreach (var key in _node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
                _file.Complain(key.Start, $"{key} is not known here{Nearest.Ending(key.ToString(), _asked)}");
    }

    private IReadOnlyList<YamlNode> Items(string field)
    {
        if (Find(field) is YamlSequenceNode { Children.Count: > 0 } list) return [.. list.Children];
        Complain(field, _node.Children.ContainsKey(field) ? "must be a list with at least one item" : "is missing");
        return [];
    }

    private string TextOf(YamlNode node, string field, int longest)
    {
        if (node is not YamlScalarNode { Value: { } text } || string.IsNullOrWhiteSpace(text))
            Complain(node, field, "must be a text");
        else if (text.Length > longest)
            Complain(node, field, $"has {text.Length} characters; the column takes {longest}");
        else
            return text;
        return "";
    }

    private YamlNode? Find(string field)
    {
        _asked.Add(field);
        return _node.Children.TryGetValue(field, out var node) ? node : null;
    }

    private void Complain(YamlNode at, string field, string what) => _file.Complain(at.Start, $"{field} {what}.");

    private static string Choices<T>() where T : struct, Enum =>
        string.Join(", ", Enum.GetNames<T>().SkipLast(1).Select(CamelCase)) + " or " + CamelCase(Enum.GetNames<T>()[^1]);

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
