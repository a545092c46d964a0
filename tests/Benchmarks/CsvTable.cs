using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace BuyerPath.Benchmarks;

/// <summary>A row of a table, with the line of the file that it ends on.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>Separated text with a header. Rows that cannot be right are left out and named.</summary>
/// <param name="Places">Place of each column by its name, whatever its case.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Faults">The rows left out.</param>
internal sealed record CsvTable(IReadOnlyDictionary<string, int> Places, IReadOnlyList<CsvRow> Rows, IReadOnlyList<RowFault> Faults)
{
    /// <summary>Reads a text whose fields a comma separates, or a semicolon when its header has no comma.</summary>
    /// <param name="text">The text.</param>
    /// <param name="needed">Columns that must be there.</param>
    /// <exception cref="InvalidDataException">A column is missing, or there twice.</exception>
    public static CsvTable Parse(string text, IReadOnlyCollection<string> needed)
    {
        var header = text.Split('\n')[0];
        var isBroken = false;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = header.Contains(',') || !header.Contains(';') ? "," : ";",
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => isBroken = true,
        });

        var places = Header(parser, needed);
        var rows = new List<CsvRow>();
        var faults = new List<RowFault>();
        while (parser.Read())
        {
            var fields = parser.Record!; // finds broken quotation
            if (isBroken)
                faults.Add(new RowFault(parser.RawRow, "a quotation mark is never closed, or stands inside a field."));
            else if (fields.Length != places.Count)
                faults.Add(new RowFault(parser.RawRow, $"there are {fields.Length} fields; the header has {places.Count}."));
            else
                rows.Add(new CsvRow(parser.RawRow, fields));
            isBroken = false;
        }
        return new CsvTable(places, rows, faults);
    }

    /// <summary>Refuses a file that has rows which cannot be right.</summary>
    /// <exception cref="InvalidDataException">There are such, each with line and reason.</exception>
    public static void Refuse(IReadOnlyCollection<RowFault> faults)
    {
        if (faults.Count > 0)
            throw new InvalidDataException(string.Join(
                Environment.NewLine, faults.OrderBy(fault => fault.Line).Select(fault => $"Line {fault.Line}: {fault.Reason}")));
    }

    private static Dictionary<string, int> Header(CsvParser parser, IReadOnlyCollection<string> needed)
    {
        var header = parser.Read() ? parser.Record! : [];
        var twice = header.GroupBy(column => column, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        if (twice != null) throw new InvalidDataException($"Line 1: the column '{twice.Key}' is there {twice.Count()} times.");

        var missing = needed.Except(header, StringComparer.OrdinalIgnoreCase).ToList();
        if (missing.Count > 0) throw new InvalidDataException($"Line 1: missing columns: {string.Join(", ", missing)}.");
        return header.Select((column, place) => (column, place)).ToDictionary(
            each => each.column, each => each.place, StringComparer.OrdinalIgnoreCase);
    }
}
