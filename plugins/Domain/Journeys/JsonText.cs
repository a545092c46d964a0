using System.Globalization;
using System.Text;

namespace BuyerPath.Domain.Journeys;

/// <summary>
/// Writes JSON, member by member. Numbers have at most four decimals; enum values become their names in camelCase;
/// times are ISO 8601 in UTC to the second.
/// </summary>
/// <remarks>Our own, because the plugin may depend on nothing that Dataverse does not have.</remarks>
internal sealed class JsonText
{
    private const int Digits = 4;

    private readonly StringBuilder _text = new();

    /// <summary>The text of one object whose members <paramref name="members"/> writes.</summary>
    public static string Of(Action<JsonText> members)
    {
        var json = new JsonText();
        json.Braced('{', '}', () => members(json));
        return json._text.ToString();
    }

    public void Member(string name, string? value)
    {
        if (value == null) Null(name);
        else Name(name).Text(value);
    }

    public void Member(string name, Guid value) => Name(name).Text(Id(value));

    public void Member(string name, Enum? value)
    {
        if (value == null) Null(name);
        else Name(name).Text(Code(value));
    }

    public void Member(string name, bool value) => Name(name)._text.Append(value ? "true" : "false");

    public void Member(string name, double? value)
    {
        if (value is { } number) Name(name).Number(number);
        else Null(name);
    }

    public void Member(string name, DateTime? value)
    {
        if (value is { } time) Name(name).Text(Time(time));
        else Null(name);
    }

    /// <summary>A member that is a day, whatever the hour.</summary>
    public void Day(string name, DateTime? value) => Member(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A member that is empty.</summary>
    public void Null(string name) => Name(name)._text.Append("null");

    /// <summary>A member that is an object.</summary>
    public void Object(string name, Action members) => Name(name).Braced('{', '}', members);

    /// <summary>A member that is an object, or null when there is nothing to write.</summary>
    public void Optional<T>(string name, T? value, Action<T> members) where T : class
    {
        if (value == null) Null(name);
        else Object(name, () => members(value));
    }

    /// <summary>A member that is an array of objects, one for each item.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<T> members) =>
        Items(name, items, item => Braced('{', '}', () => members(item)));

    /// <summary>A member that is an array of numbers.</summary>
    public void Numbers(string name, IEnumerable<double> items) => Items(name, items, Number);

    /// <summary>A member that is an array of texts.</summary>
    public void Texts(string name, IEnumerable<string> items) => Items(name, items, Text);

    /// <summary>A member that is an array of ids.</summary>
    public void Ids(string name, IEnumerable<Guid> items) => Items(name, items, item => Text(Id(item)));

    /// <summary>A member that is an array of names of enum values.</summary>
    public void Codes<T>(string name, IEnumerable<T> items) where T : struct, Enum => Items(name, items, item => Text(Code(item)));

    private static string Id(Guid value) => value.ToString("D", CultureInfo.InvariantCulture);

    private static string Code(Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private static string Time(DateTime value) => value.Kind == DateTimeKind.Local
        ? throw new ArgumentException("A journey holds times in UTC; this one is local.", nameof(value))
        : value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Items<T>(string name, IEnumerable<T> items, Action<T> write) => Name(name).Braced('[', ']', () =>
    {
        foreach (var item in items)
        {
            Separate();
            write(item);
        }
    });

    private JsonText Name(string name)
    {
        Separate();
        Text(name);
        _text.Append(':');
        return this;
    }

    private void Braced(char open, char close, Action content)
    {
        _text.Append(open);
        content();
        _text.Append(close);
    }

    /// <summary>A comma, unless the object or array has only just begun.</summary>
    private void Separate()
    {
        if (_text[_text.Length - 1] is not ('{' or '[')) _text.Append(',');
    }

    private void Number(double value) => _text.Append(
        (Math.Round(value, Digits) + 0.0).ToString("0.####", CultureInfo.InvariantCulture)); // + 0.0 makes -0 plain

    private void Text(string value)
    {
        _text.Append('"');
        for (var index = 0; index < value.Length; index++)
        {
            if (char.IsSurrogatePair(value, index)) _text.Append(value[index++]).Append(value[index]);
            else Character(value[index]);
        }

        _text.Append('"');
    }

    private void Character(char character)
    {
        switch (character)
        {
            case '"' or '\\':
                _text.Append('\\').Append(character);
                break;
            case < ' ' or '\u2028' or '\u2029': // the last two end a line in older JavaScript
                _text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                break;
            default:
                _text.Append(char.IsSurrogate(character) ? '\ufffd' : character); // half a character is no text
                break;
        }
    }
}
