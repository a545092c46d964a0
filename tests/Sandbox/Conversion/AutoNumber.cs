using System.Globalization;
using System.Text.RegularExpressions;

namespace BuyerPath.Sandbox.Conversion;

/// <summary>Texts of autonumber columns, as <c>A-{SEQNUM:6}</c> or <c>V-{DATETIMEUTC:yyyy}-{SEQNUM:4}</c>.</summary>
internal static partial class AutoNumber
{
    /// <summary>The next text of that format.</summary>
    public static string Next(string format, DateTime now, Func<long> nextNumber) =>
        Token().Replace(format, token => (token.Groups["kind"].Value, token.Groups["argument"].Value) switch
        {
            ("SEQNUM", var digits) when int.TryParse(digits, out var least) => nextNumber().ToString($"D{least}", CultureInfo.InvariantCulture),
            ("DATETIMEUTC", { Length: > 0 } pattern) => now.ToString(pattern, CultureInfo.InvariantCulture),
            _ => throw Unsupported.Feature($"the token '{token.Value}'", $"the autonumber format '{format}'"),
        });

    [GeneratedRegex(@"\{(?<kind>[^:}]*):?(?<argument>[^}]*)\}")]
    private static partial Regex Token();
}
