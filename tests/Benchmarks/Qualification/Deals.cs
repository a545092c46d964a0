namespace BuyerPath.Benchmarks.Qualification;

/// <summary>Closed deals as their file has them.</summary>
/// <param name="Columns">What is known of each.</param>
/// <param name="Values">Of each deal, the value of each column, as written.</param>
/// <param name="Won">Of each deal, whether it was won.</param>
public sealed record Deals(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Values, IReadOnlyList<bool> Won)
{
    /// <summary>Reads a file of which every column but the label is known of a deal before it closes.</summary>
    /// <param name="text">Separated text with a header.</param>
    /// <param name="label">The column that says how deals ended.</param>
    /// <param name="positive">What stands there when a deal was won.</param>
    /// <param name="without">Columns not to look at.</param>
    /// <exception cref="InvalidDataException">The file cannot be read, lacks a column, or has deals of one ending only.</exception>
    public static Deals Parse(string text, string label, string positive, IReadOnlyCollection<string> without)
    {
        var table = CsvTable.Parse(text, [label, .. without]);
        CsvTable.Refuse(table.Faults);

        var known = table.Places
            .Where(column => !without.Append(label).Contains(column.Key, StringComparer.OrdinalIgnoreCase))
            .OrderBy(column => column.Value)
            .ToList();
        var won = table.Rows.Select(row => row.Fields[table.Places[label]] == positive).ToList();
        if (won.Distinct().Count() < 2)
            throw new InvalidDataException($"{won.Count(isWon => isWon)} of {won.Count} deals have '{positive}' in the column '{label}': there must be such and others.");
        return new Deals(
            known.Select(column => column.Key).ToList(),
            table.Rows.Select(row => (IReadOnlyList<string>)known.Select(column => row.Fields[column.Value]).ToList()).ToList(),
            won);
    }
}
