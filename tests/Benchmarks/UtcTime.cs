using System.Globalization;

namespace BuyerPath.Benchmarks;

/// <summary>Times as ISO 8601 writes them.</summary>
internal static class UtcTime
{
    /// <summary>What can be read, in words.</summary>
    public const string Form = "an ISO time such as 2026-11-23T10:00:00Z, or a date";

    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>The time in UTC; null when it is none. Without an offset it is UTC already.</summary>
    public static DateTime? Read(string text) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;
}
