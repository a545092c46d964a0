using System.Globalization;

namespace BuyerPath.Domain;

/// <summary>What an administrator writes in environment variables, read.</summary>
internal static class SettingText
{
    /// <summary>A whole number in these bounds; null when the text is none.</summary>
    public static int? Number(string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most ? number : null;

    /// <summary>Why a variable cannot be read.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="textOf">The text of the variable of that name; null when it has none.</param>
    /// <param name="right">What it may be.</param>
    public static FormattableString Fault(string name, Func<string, string?> textOf, FormattableString right) =>
        $"The environment variable {name} is {Quoted(textOf(name))}: give {right}.";

    private static FormattableString Quoted(string? text) => string.IsNullOrWhiteSpace(text) ? $"empty" : (FormattableString)$"\"{text}\"";
}
