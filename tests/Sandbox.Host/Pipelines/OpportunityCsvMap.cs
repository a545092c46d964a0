using System.Globalization;
using BuyerPath.Toolbox;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>How the columns of an export become the fields of a deal. Written by a person, or recognised from the header.</summary>
public sealed record OpportunityCsvMap
{
    /// <summary>What the data is and whose, for people; the report repeats it, because a licence may want to be read.</summary>
    public string? Description { get; init; }

    /// <summary>Between two fields; null if it is to be found out.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whose decimal and thousands separators amounts have; null if the delimiter is to tell.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>.NET formats of dates; empty if dates are ISO 8601 or d.M.yyyy.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Key of the buying process that the opportunities get.</summary>
    public string Process { get; init; } = "classic6";

    public required IReadOnlyDictionary<DealField, DealSource> Sources { get; init; }

    public DealStatuses Statuses { get; init; } = DealStatuses.Usual;

    /// <summary>Refuses a map that does not fit the file's header.</summary>
    /// <exception cref="InvalidDataException">It takes a field from a column that is not there; one line each.</exception>
    public void RequireColumnsIn(IReadOnlyList<string> header)
    {
        var findings = (
            from source in Sources
            from column in source.Value.Columns
            where !header.Contains(column, StringComparer.OrdinalIgnoreCase)
            select $"The map takes {source.Key.Name} from the column '{column}', which the file does not have{Nearest.Ending(column, header)}")
            .ToList();
        if (findings.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, findings));
    }

    /// <summary>Columns of the file that no field takes.</summary>
    public IEnumerable<string> UnmappedIn(IEnumerable<string> header) =>
        header.Except(Sources.Values.SelectMany(source => source.Columns), StringComparer.OrdinalIgnoreCase);
}
