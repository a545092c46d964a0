using System.Globalization;

namespace BuyerPath.Domain.Sentences;

/// <summary>
/// Sentences in a reader's language. A rule writes them in English, with holes; the English text is the key of the others, as in
/// gettext, so that whoever reads a rule reads what it says.
/// </summary>
public static class Written
{
    private static readonly NumberFormatInfo FinnishNumbers = new() { NumberDecimalSeparator = "," };

    /// <summary>The language that Dataverse knows by this number; English where there is no such sentence of ours.</summary>
    public static Language LanguageOf(int number) => number == (int)Language.Finnish ? Language.Finnish : Language.English;

    /// <summary>The sentence in a language. A hole may hold another sentence, or several. What has no letter is the same in all.</summary>
    /// <exception cref="KeyNotFoundException">The sentence is not there in that language; a test finds any before.</exception>
    public static string In(this FormattableString sentence, Language language)
    {
        var isTheSame = language == Language.English || !sentence.Format.Any(char.IsLetter);
        var format = isTheSame ? sentence.Format : Finnish.Sentences[sentence.Format];
        IFormatProvider numbers = language == Language.Finnish ? FinnishNumbers : CultureInfo.InvariantCulture;
        return string.Format(numbers, format, [.. sentence.GetArguments().Select(argument => Filled(argument, language))]);
    }

    private static object? Filled(object? argument, Language language) => argument switch
    {
        FormattableString sentence => sentence.In(language),
        IEnumerable<FormattableString> sentences => string.Join(" ", sentences.Select(sentence => sentence.In(language))),
        _ => argument,
    };
}
