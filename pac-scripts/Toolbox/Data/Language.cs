namespace BuyerPath.Toolbox.Data;

/// <summary>A language that the configuration data ships in. One more is one more line here, and a text of it everywhere.</summary>
/// <param name="Code">Its code in the YAML source and in the package's file name.</param>
public sealed record Language(string Code)
{
    /// <summary>English.</summary>
    public static readonly Language English = new("en");

    /// <summary>Finnish.</summary>
    public static readonly Language Finnish = new("fi");

    /// <summary>All languages of the release.</summary>
    public static readonly IReadOnlyList<Language> All = [English, Finnish];
}

/// <summary>One text in every language of the release.</summary>
public sealed class LocalizedText(IReadOnlyDictionary<Language, string> texts)
{
    /// <summary>The text in that language.</summary>
    public string this[Language language] => texts[language];
}
