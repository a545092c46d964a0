namespace BuyerPath.Sandbox.Host.WebApi;

/// <summary>What the <c>Prefer</c> header asks for. What it names beside this is left out of <c>Preference-Applied</c>, which is how HTTP says no.</summary>
/// <param name="Representation">True to get the row back that was written.</param>
/// <param name="Annotations">Patterns of the annotations to include.</param>
/// <param name="PageSize">Most rows in a page; null when not asked for.</param>
/// <param name="ContinueOnError">True to go on in a batch after a request that failed.</param>
public sealed record Preferences(bool Representation, IReadOnlyList<string> Annotations, int? PageSize, bool ContinueOnError)
{
    private const string AnnotationsName = "odata.include-annotations";
    private const string PageSizeName = "odata.maxpagesize";
    private const string ContinueOnErrorName = "odata.continue-on-error";

    /// <summary>Reads the headers of that name.</summary>
    public static Preferences Of(HttpRequest request)
    {
        var wishes = request.Headers["Prefer"].SelectMany(header => SplitOutsideQuotes(header ?? "")).Select(wish => wish.Split('=', 2)).ToList();
        string? Wish(string name) => wishes.FirstOrDefault(wish => wish[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) switch
        {
            [_, var value] => value.Trim().Trim('"'),
            [_] => "",
            _ => null,
        };

        return new Preferences(
            Wish("return") == "representation",
            Wish(AnnotationsName)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
            Wish(PageSizeName) is { } size ? PageSizeOf(size) : null,
            Wish(ContinueOnErrorName) is "" or "true");
    }

    private static int PageSizeOf(string text) =>
        int.TryParse(text, out var size) && size > 0 ? size : throw Refusal.Address($"The preference {PageSizeName} must be a whole number above 0, not '{text}'.");

    // odata.include-annotations="a,b" holds commas of its own.
    private static IEnumerable<string> SplitOutsideQuotes(string header)
    {
        var (start, quoted) = (0, false);
        for (var at = 0; at < header.Length; at++)
        {
            if (header[at] == '"') quoted = !quoted;
            if (quoted || header[at] is not (',' or ';')) continue;
            yield return header[start..at];
            start = at + 1;
        }
        yield return header[start..];
    }

    /// <summary>True when an annotation of that name was asked for: by name, by <c>*</c>, or by a prefix with <c>*</c>.</summary>
    public bool Wants(string annotation) => Annotations.Any(pattern =>
        pattern.EndsWith('*') ? annotation.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == annotation);

    /// <summary>Says in <c>Preference-Applied</c> what was done.</summary>
    public void Confirm(HttpResponse response, bool representation = false, bool pageSize = false)
    {
        List<string> applied = [];
        if (representation && Representation) applied.Add("return=representation");
        if (Annotations.Count > 0) applied.Add($"{AnnotationsName}=\"{string.Join(',', Annotations)}\"");
        if (pageSize && PageSize is { } size) applied.Add($"{PageSizeName}={size}");
        if (applied.Count > 0) response.Headers["Preference-Applied"] = string.Join(", ", applied);
    }
}
