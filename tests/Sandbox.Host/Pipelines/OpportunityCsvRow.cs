using System.Globalization;
using System.Text.RegularExpressions;
using BuyerPath.Toolbox;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>One row of an export. What cannot be read becomes a rejection, so that all mistakes of a row are named at once.</summary>
/// <param name="line">The line on which the row begins.</param>
/// <param name="number">The row's number, from 1.</param>
/// <param name="cell">The text under a header.</param>
/// <param name="map">What means what.</param>
/// <param name="culture">Whose separators amounts have.</param>
public sealed class OpportunityCsvRow(
    int line, int number, Func<string, string> cell, OpportunityCsvMap map, CultureInfo culture)
{
    // Dataverse stores no earlier date.
    private const int FirstYear = 1753;

    private static readonly string[] UsualDateFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "d.M.yyyy", "d.M.yyyy H.mm", "d.M.yyyy H:mm", "d.M.yyyy H:mm:ss",
    ];

    private readonly List<Rejection> _rejections = [];

    /// <summary>What is wrong with the row.</summary>
    public IReadOnlyList<Rejection> Rejections => _rejections;

    /// <summary>A currency symbol other than the euro's that an amount of the row has.</summary>
    public char? ForeignCurrency { get; private set; }

    /// <summary>The deal; it counts only if there are no rejections.</summary>
    public Deal ToDeal()
    {
        var name = Text(DealField.Topic);
        if (name is null) Reject(DealField.Topic, "is empty; an opportunity needs a name.");

        var deal = new Deal(
            line, name ?? "", Text(DealField.Account), Amount(), Text(DealField.Owner), Status(),
            Date(DealField.CreatedOn), Date(DealField.EstimatedCloseOn), Date(DealField.ActualCloseOn), Text(DealField.Description));

        if (deal.ActualCloseOn?.Date < deal.CreatedOn?.Date)
            Reject(DealField.ActualCloseOn, $"is {deal.ActualCloseOn:yyyy-MM-dd}, before the deal was created on {deal.CreatedOn:yyyy-MM-dd}.");
        return deal;
    }

    private string? Text(DealField field)
    {
        var text = map.Sources.TryGetValue(field, out var source) ? source.TextOf(number, cell).Trim() : "";
        return text.Length == 0 ? null : text;
    }

    private DealStatus Status()
    {
        if (Text(DealField.Status) is not { } word) return DealStatus.Open;
        if (map.Statuses.Of(word) is { } status) return status;
        Reject(DealField.Status, $"is '{word}'; known are {string.Join(", ", map.Statuses.Words.Keys)}{Nearest.Ending(word, map.Statuses.Words.Keys)}");
        return DealStatus.Open;
    }

    private decimal? Amount()
    {
        if (Text(DealField.Value) is not { } written) return null;

        var symbol = written.FirstOrDefault(letter => char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol);
        if (symbol is not ('\0' or '€')) ForeignCurrency = symbol;

        // People and spreadsheets write every kind of space between thousands, whatever their culture says.
        var bare = string.Concat(written.Where(letter => letter != symbol && !char.IsWhiteSpace(letter)));
        var separators = culture.NumberFormat;
        var thousands = string.IsNullOrWhiteSpace(separators.NumberGroupSeparator) ? "" : separators.NumberGroupSeparator;
        if (thousands.Length > 0 && Grouped(thousands, separators.NumberDecimalSeparator).IsMatch(bare))
            bare = bare.Replace(thousands, "");

        if (decimal.TryParse(bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, culture, out var amount)) return amount;
        Reject(DealField.Value, $"is '{written}', which is not an amount with '{separators.NumberDecimalSeparator}' before the decimals.");
        return null;
    }

    /// <summary>Thousands in threes, or else 12,50 would quietly be read as 1250 where the comma separates thousands.</summary>
    private static Regex Grouped(string thousands, string decimals) =>
        new($@"^-?\d{{1,3}}({Regex.Escape(thousands)}\d{{3}})+({Regex.Escape(decimals)}\d+)?$");

    private DateTime? Date(DealField field)
    {
        if (Text(field) is not { } written) return null;

        var formats = map.DateFormats.Count > 0 ? [.. map.DateFormats] : UsualDateFormats;
        if (DateTime.TryParseExact(written, formats, culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            && date.Year >= FirstYear) return date;

        Reject(field, map.DateFormats.Count > 0
            ? $"is '{written}', which is none of the map's dateFormats ({string.Join(", ", formats)})."
            : $"is '{written}'; without dateFormats in a map, dates must be like 2026-11-23 or 23.11.2026.");
        return null;
    }

    private void Reject(DealField field, string reason) => _rejections.Add(new(line, field.Name, reason));
}
