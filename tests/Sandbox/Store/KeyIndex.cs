using System.Globalization;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Store;

/// <summary>Finds rows by the values of an alternate key. Texts compare without case, as the database does.</summary>
internal sealed class KeyIndex(AlternateKey key)
{
    private readonly Dictionary<string, int> _slots = [];

    public int? Find(string text) => _slots.TryGetValue(text, out var slot) ? slot : null;

    public void Change(Row row, int slot, bool add)
    {
        if (TextOf(key, column => row[column]) is not { } text) return;
        if (add) _slots[text] = slot;
        else _slots.Remove(text);
    }

    /// <summary>The values of the key as one comparable text; null when one of them is missing, since then the key does not bind.</summary>
    public static string? TextOf(AlternateKey key, Func<string, object?> valueOf)
    {
        var parts = key.Columns.Select(valueOf).ToList();
        return parts.Contains(null) ? null : string.Join('\u001f', parts.Select(part => TextOf(part!)));
    }

    private static string TextOf(object value) => value switch
    {
        string text => text.ToUpperInvariant(),
        Reference(_, var id) => id.ToString(),
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture), // 1.0 and 1.00 are the same value
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
