using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>An export as it was read: every row is either a deal or rejected.</summary>
/// <param name="Rows">Rows below the header, blank lines aside.</param>
/// <param name="Deals">What can be loaded.</param>
/// <param name="Rejected">What cannot; a row may be there for several reasons.</param>
/// <param name="Map">What was taken for what.</param>
/// <param name="UnmappedColumns">Columns that nothing was taken from.</param>
/// <param name="Notes">What a reader of the numbers should know.</param>
public sealed record OpportunityCsvFile(
    int Rows,
    IReadOnlyList<Deal> Deals,
    IReadOnlyList<Rejection> Rejected,
    OpportunityCsvMap Map,
    IReadOnlyList<string> UnmappedColumns,
    IReadOnlyList<string> Notes)
{
    private static readonly char[] UsualDelimiters = [';', ',', '\t'];

    /// <summary>Reads a file in UTF-8, or in UTF-16 with a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">What means what; null to recognise the usual headers.</param>
    /// <exception cref="InvalidDataException">The file as a whole cannot be read, or does not fit the map; the message is for its owner.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static OpportunityCsvFile Read(string path, OpportunityCsvMap? map = null)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return Parse(reader.ReadToEnd(), map);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} is not UTF-8. Save it as 'CSV UTF-8' and try again.");
        }
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="InvalidDataException">As in <see cref="Read"/>.</exception>
    public static OpportunityCsvFile Parse(string text, OpportunityCsvMap? map = null)
    {
        var delimiter = map?.Delimiter ?? DelimiterOf(text);
        var isBroken = false;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = _ => isBroken = true,
        });

        var header = Header(parser);
        if (isBroken) throw new InvalidDataException("A quotation mark in the header is never closed, or stands inside a name.");
        map ??= OpportunityCsvHeader.Recognise(header);
        map.RequireColumnsIn(header);

        // Where the comma separates decimals it cannot separate fields, and the semicolon does.
        var culture = map.Culture ?? CultureInfo.GetCultureInfo(delimiter == ';' ? "fi-FI" : "");
        var position = header.Select((column, at) => (column, at)).ToDictionary(found => found.column, found => found.at, StringComparer.OrdinalIgnoreCase);
        var deals = new List<Deal>();
        var rejected = new List<Rejection>();
        var currencies = new SortedSet<char>();
        var rows = 0;
        var lines = new LineCounter(text);
        while (parser.Read())
        {
            rows++;
            isBroken = false;
            var cells = parser.Record!; // finds broken quotation
            var line = lines.At((int)parser.CharCount - parser.RawRecord.Length);
            var lastLine = lines.At((int)parser.CharCount - parser.RawRecord.Length + parser.RawRecord.TrimEnd().Length);
            if (isBroken)
                rejected.Add(new(line, "row", $"has a quotation mark that is never closed, or that stands inside a field{Until(line, lastLine)}."));
            else if (cells.Length != header.Count)
                rejected.Add(new(line, "row", $"has {cells.Length} fields; the header has {header.Count}."));
            else
            {
                var values = new OpportunityCsvRow(line, rows, column => cells[position[column]], map, culture);
                var deal = values.ToDeal();
                if (values.Rejections.Count == 0) deals.Add(deal);
                rejected.AddRange(values.Rejections);
                if (values.ForeignCurrency is { } symbol) currencies.Add(symbol);
            }
        }
        return new(rows, deals, rejected, map, [.. map.UnmappedIn(header)],
            [.. currencies.Select(symbol => $"Amounts in {symbol} are loaded as euro, the only currency of the sandbox.")]);
    }

    private static string Until(int line, int lastLine) => lastLine > line ? $"; lines {line} to {lastLine} were read as one row" : "";

    private static IReadOnlyList<string> Header(CsvParser parser)
    {
        if (!parser.Read()) throw new InvalidDataException("The file is empty; its first row must name the columns.");

        var header = parser.Record!.Select(column => column.Trim()).ToList();
        for (var at = 0; at < header.Count; at++)
            if (header[at].Length == 0)
                throw new InvalidDataException($"Column {at + 1} has no name in the first row; every column must have one.");
        if (header.GroupBy(column => column, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"The column '{twice.Key}' is there {twice.Count()} times; each name may be there once.");
        return header;
    }

    /// <summary>The usual delimiter that the header has most often outside quotation marks.</summary>
    private static char DelimiterOf(string text)
    {
        var counts = UsualDelimiters.ToDictionary(delimiter => delimiter, _ => 0);
        var isQuoted = false;
        foreach (var letter in text)
        {
            if (letter == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (letter is '\r' or '\n') break;
            else if (counts.ContainsKey(letter)) counts[letter]++;
        }
        return counts.MaxBy(count => count.Value).Key;
    }

    /// <summary>Tells the line of a place, going forward only. The parser only knows on which line a row ends.</summary>
    private sealed class LineCounter(string text)
    {
        private int _line = 1;
        private int _place;

        public int At(int place)
        {
            _line += text.AsSpan(_place, place - _place).Count('\n');
            _place = place;
            return _line;
        }
    }
}
