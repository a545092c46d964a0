using System.Globalization;

namespace BuyerPath.Benchmarks.Flow;

/// <summary>
/// Visits as comma-separated text with the columns case, stage, holder, entered, left and outcome, in any order; further
/// columns are not looked at.
/// </summary>
/// <remarks>
/// A row says where a case stood and who held the ball, from entered up to, not including, left; left is empty while that
/// lasts. A new row begins when the stage changes, or the holder, or both; following rows with the same stage are one visit.
/// Time of a case between its rows is nobody's turn. If all stages are whole numbers, these are their orders; otherwise they
/// are ordered as they first appear in the file.
/// </remarks>
public sealed class VisitFile
{
    private static readonly IReadOnlyList<string> Columns = ["case", "stage", "holder", "entered", "left", "outcome"];

    private VisitFile(IReadOnlyList<VisitRow> rows)
    {
        Cases = rows
            .GroupBy(row => row.Case)
            .Select(same => same.OrderBy(row => row.EnteredOn).ThenBy(row => row.LeftOn ?? DateTime.MaxValue).ToList())
            .ToList();
        StageOrders = OrdersOf(rows.Select(row => row.Stage).Distinct().ToList());
    }

    /// <summary>The rows of each case, oldest first.</summary>
    public IReadOnlyList<IReadOnlyList<VisitRow>> Cases { get; }

    /// <summary>The order of each stage by its name.</summary>
    public IReadOnlyDictionary<string, int> StageOrders { get; }

    /// <summary>The name of the stage of this order.</summary>
    public string StageName(int order) => StageOrders.First(stage => stage.Value == order).Key;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">Rows that cannot be right, each with line and reason; or not such a file at all.</exception>
    public static VisitFile Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads a text.</summary>
    /// <exception cref="InvalidDataException">As in <see cref="Read"/>.</exception>
    public static VisitFile Parse(string text)
    {
        var table = CsvTable.Parse(text, Columns);
        var faults = table.Faults.ToList();
        var file = new VisitFile(table.Rows
            .Select(row => VisitRow.Read(row.Line, column => row.Fields[table.Places[column]], faults))
            .OfType<VisitRow>()
            .ToList());
        faults.AddRange(file.Cases.SelectMany(Overlaps));

        CsvTable.Refuse(faults);
        return file.Cases.Count > 0 ? file : throw new InvalidDataException("There is no visit in the file.");
    }

    private static IEnumerable<RowFault> Overlaps(IReadOnlyList<VisitRow> rows) =>
        from pair in rows.Zip(rows.Skip(1), (earlier, later) => (Earlier: earlier, Later: later))
        where !(pair.Earlier.LeftOn <= pair.Later.EnteredOn)
        select new RowFault(pair.Later.Line, $"it begins before the row of line {pair.Earlier.Line}, of the same case, has ended.");

    private static Dictionary<string, int> OrdersOf(IReadOnlyList<string> stages) =>
        stages.All(stage => int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? stages.ToDictionary(stage => stage, stage => int.Parse(stage, CultureInfo.InvariantCulture))
            : stages.Select((stage, index) => (stage, index)).ToDictionary(each => each.stage, each => each.index + 1);
}
