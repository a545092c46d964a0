using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>A column says its name three times and the length of a text twice; they must agree, and our columns carry our prefix.</summary>
internal sealed class ColumnsAgreeWithThemselves : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from finding in table.Columns.SelectMany(column => Of(column, source.Manifest.Prefix)).Concat(Twice(table))
        select $"{table.Path}: {finding}";

    private static IEnumerable<string> Of(ColumnSource column, string prefix)
    {
        var lower = column.SchemaName.ToLowerInvariant();
        if (column.LogicalName != lower)
            yield return $"column {column.SchemaName} has the logical name {column.LogicalName}, not {lower}.";
        if (column.Xml.Element("Name")?.Value != lower)
            yield return $"column {column.SchemaName} has the name {column.Xml.Element("Name")?.Value}, not {lower}.";
        if (column.IsCustom && !column.SchemaName.StartsWith(prefix + "_", StringComparison.Ordinal))
            yield return $"column {column.SchemaName} is ours and does not begin with {prefix}_.";
        if ((int?)column.Xml.Element("Length") is { } length && length != 2 * (int)column.Xml.Element("MaxLength")!)
            yield return $"column {column.SchemaName} has the length {length}; exports write twice the greatest length in characters.";
    }

    private static IEnumerable<string> Twice(TableSource table) =>
        from column in table.Columns
        group column by column.SchemaName.ToLowerInvariant() into same
        where same.Count() > 1
        select $"column {same.First().SchemaName} is listed {same.Count()} times.";
}
