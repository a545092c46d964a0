using BuyerPath.Domain.Sentences;

namespace BuyerPath.Domain;

/// <summary>Yes, or every reason why not, each a sentence for the person at the form.</summary>
public sealed class Decision
{
    private Decision(IReadOnlyList<FormattableString> sentences) => Sentences = sentences;

    /// <summary>Why not, in no language yet; empty when allowed.</summary>
    public IReadOnlyList<FormattableString> Sentences { get; }

    /// <summary>Why not, in English; empty when allowed.</summary>
    public IReadOnlyList<string> Reasons => ReasonsIn(Language.English);

    /// <summary>Nothing speaks against it.</summary>
    public bool IsAllowed => Sentences.Count == 0;

    /// <summary>Allowed when there is no reason against.</summary>
    public static Decision From(IEnumerable<FormattableString> sentences) => new(sentences.ToList());

    /// <summary>Why not, in a language.</summary>
    public IReadOnlyList<string> ReasonsIn(Language language) => Sentences.Select(sentence => sentence.In(language)).ToList();
}
