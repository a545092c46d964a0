using System.Globalization;
using System.Text;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>What became of an export: every row was loaded or is rejected with a reason.</summary>
/// <param name="Read">Rows below the header.</param>
/// <param name="Loaded">Rows that are opportunities now.</param>
/// <param name="Rejected">Why the other rows are not; a row may be there for several reasons.</param>
/// <param name="Taken">What each field was taken from.</param>
/// <param name="UnmappedColumns">Columns that nothing was taken from.</param>
/// <param name="Notes">What a reader of the numbers should know.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record OpportunityCsvReport(
    int Read,
    int Loaded,
    IReadOnlyList<Rejection> Rejected,
    IReadOnlyList<string> Taken,
    IReadOnlyList<string> UnmappedColumns,
    IReadOnlyList<string> Notes,
    TimeSpan Elapsed)
{
    /// <summary>Rows that were not loaded.</summary>
    public int RejectedRows => Rejected.Select(rejection => rejection.Line).Distinct().Count();

    /// <summary>The report as text for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Read} rows read, {Loaded} loaded, {RejectedRows} rejected, in {Elapsed.TotalSeconds:0.0} s.");
        text.AppendLine($"Taken: {string.Join("; ", Taken)}.");
        if (UnmappedColumns.Count > 0) text.AppendLine($"Not taken into any field: {string.Join(", ", UnmappedColumns)}.");
        foreach (var note in Notes) text.AppendLine(note);
        foreach (var rejection in Rejected) text.AppendLine(CultureInfo.InvariantCulture, $"Line {rejection.Line}: {rejection.Field} {rejection.Reason}");
        return text.ToString().TrimEnd();
    }
}
