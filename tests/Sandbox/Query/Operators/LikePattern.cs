namespace BuyerPath.Sandbox.Query.Operators;

/// <summary>
/// A pattern of the operator Like: <c>%</c> any text, <c>_</c> any character, <c>[abc]</c> or <c>[a-f]</c> one of these,
/// <c>[^a-f]</c> none of these; every other character stands for itself in either case. A bracket that is never closed is
/// an ordinary character.
/// </summary>
/// <remarks>Linear in the pattern for each character of the text, whatever the pattern: a pattern comes from outside.</remarks>
internal sealed class LikePattern
{
    private readonly List<Predicate<char>?> _parts = []; // null is %

    public LikePattern(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            var end = pattern[at] == '[' ? pattern.IndexOf(']', at + 1) : -1;
            _parts.Add(pattern[at] switch
            {
                '%' => null,
                '_' => _ => true,
                '[' when end > 0 => OneOf(pattern[(at + 1)..end]),
                var character => Same(character),
            });
            if (end > 0) at = end;
        }
    }

    /// <summary>True when the whole text fits the pattern.</summary>
    public bool Matches(string text)
    {
        var (part, at) = (0, 0);
        var (lastAnyText, resumeAt) = (-1, 0);
        while (at < text.Length)
        {
            if (part < _parts.Count && _parts[part] is null)
            {
                (lastAnyText, resumeAt) = (part++, at);
            }
            else if (part < _parts.Count && _parts[part]!(text[at]))
            {
                part++;
                at++;
            }
            else if (lastAnyText >= 0)
            {
                (part, at) = (lastAnyText + 1, ++resumeAt); // let the last % swallow one character more
            }
            else
            {
                return false;
            }
        }

        return _parts.Skip(part).All(rest => rest is null);
    }

    private static Predicate<char> Same(char character) =>
        other => char.ToUpperInvariant(other) == char.ToUpperInvariant(character);

    private static Predicate<char> OneOf(string set)
    {
        var excludes = set.StartsWith('^');
        var characters = excludes ? set[1..] : set;
        var ranges = new List<(char From, char To)>();
        for (var at = 0; at < characters.Length; at++)
        {
            var isRange = at + 2 < characters.Length && characters[at + 1] == '-';
            ranges.Add((char.ToUpperInvariant(characters[at]), char.ToUpperInvariant(characters[isRange ? at + 2 : at])));
            if (isRange) at += 2;
        }

        return character => ranges.Any(range => range.From <= char.ToUpperInvariant(character) && char.ToUpperInvariant(character) <= range.To) != excludes;
    }
}
