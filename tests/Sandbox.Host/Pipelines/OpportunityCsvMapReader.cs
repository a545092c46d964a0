using System.Globalization;
using BuyerPath.Toolbox.Data;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>
/// Reads a map from JSON:
/// <code>
/// {
///   "description": "Our old CRM",       printed with the report; licence and source belong here
///   "delimiter": ";",                   one character; found out if absent
///   "culture": "fi-FI",                 whose decimal and thousands separators amounts have
///   "dateFormats": ["d.M.yyyy"],        .NET formats; a time is UTC
///   "process": "classic6",              key of the buying process
///   "columns": {
///     "name":    { "template": "Deal {row}: {Product}" },
///     "account": { "column": "Customer" },
///     "owner":   { "value": "Aino Laine" },
///     "status":  { "column": "Result", "values": { "Closed": "won", "Dead": "lost" }, "otherwise": "open" }
///   }
/// }
/// </code>
/// Under <c>columns</c> may stand name, account, value, owner, status, createdOn, estimatedCloseOn, actualCloseOn and
/// description. Only the name must.
/// </summary>
public static class OpportunityCsvMapReader
{
    private const int LongestText = 4000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The map has mistakes; one line each, with line number, field and what would be right.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static OpportunityCsvMap Read(string path) => YamlFile.Read(path, Map);

    /// <summary>Reads a text as if it were in a file of that name.</summary>
    /// <exception cref="InvalidDataException">As in <see cref="Read"/>.</exception>
    public static OpportunityCsvMap Parse(string name, string text) => YamlFile.Parse(name, text, Map);

    private static OpportunityCsvMap Map(YamlMap map)
    {
        var columns = map.Map("columns", Columns);
        var usual = new OpportunityCsvMap { Sources = columns.Sources, Statuses = columns.Statuses };
        return usual with
        {
            Description = map.OptionalText("description", LongestText),
            Delimiter = map.OptionalLetter("delimiter"),
            Culture = Culture(map),
            DateFormats = map.OptionalList("dateFormats", LongestText),
            Process = map.OptionalText("process", LongestText) ?? usual.Process,
        };
    }

    private static (IReadOnlyDictionary<DealField, DealSource> Sources, DealStatuses Statuses) Columns(YamlMap columns)
    {
        var sources = new Dictionary<DealField, DealSource>();
        var statuses = DealStatuses.Usual;
        foreach (var field in DealField.All)
            columns.OptionalMap(field.Name, map =>
            {
                if (field == DealField.Status) statuses = Statuses(map);
                if (Source(map) is { } source) sources[field] = source;
                else columns.Complain(field.Name, "must hold exactly one of column, template and value");
                return sources;
            });
        if (!sources.ContainsKey(DealField.Topic)) columns.Complain(DealField.Topic.Name, "must say where the name comes from");
        return (sources, statuses);
    }

    private static DealSource? Source(YamlMap map)
    {
        DealSource?[] sources =
        [
            map.OptionalText("column", LongestText) is { } header ? new DealSource.Column(header) : null,
            map.OptionalText("template", LongestText) is { } pattern ? new DealSource.Template(pattern) : null,
            map.OptionalText("value", LongestText) is { } text ? new DealSource.Fixed(text) : null,
        ];
        return sources.Count(source => source is not null) == 1 ? sources.Single(source => source is not null) : null;
    }

    private static DealStatuses Statuses(YamlMap map) => new(
        map.OptionalMap("values", values => values.Names<DealStatus>()) ?? DealStatuses.Usual.Words,
        map.OptionalChoice<DealStatus>("otherwise"));

    private static CultureInfo? Culture(YamlMap map)
    {
        if (map.OptionalText("culture", LongestText) is not { } name) return null;
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            map.Complain("culture", $"is '{name}', which .NET does not know; write it like fi-FI or en-US");
            return null;
        }
    }
}
