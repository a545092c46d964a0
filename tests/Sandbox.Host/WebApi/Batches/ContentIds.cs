namespace BuyerPath.Sandbox.Host.WebApi.Batches;

/// <summary>The rows that the parts of a change set made so far, by the Content-ID of the part: <c>$1</c> stands for the row of part 1.</summary>
internal sealed class ContentIds
{
    private readonly Dictionary<string, string> _addresses = [];

    /// <summary>Outside a change set nothing can be referred to.</summary>
    public static ContentIds None => new();

    public void Add(string contentId, string address) => _addresses[contentId] = address;

    /// <summary>The reference with <c>$1</c> at its beginning replaced by the address of that row; any other reference as it is.</summary>
    /// <exception cref="Refusal">No earlier part has that Content-ID.</exception>
    public string Resolve(string reference)
    {
        var trimmed = reference.TrimStart('/');
        if (!trimmed.StartsWith('$')) return reference;

        var end = trimmed.IndexOfAny(['/', '?']);
        var id = end < 0 ? trimmed[1..] : trimmed[1..end];
        if (_addresses.TryGetValue(id, out var address)) return address + (end < 0 ? "" : trimmed[end..]);
        return id.All(char.IsAsciiDigit) ? throw Refusal.Address($"No earlier part of the change set that made a row has the Content-ID '{id}'.") : reference;
    }
}
