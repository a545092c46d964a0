using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>Exactly one column of a table of ours names its rows, and its mask says so as exports say it.</summary>
internal sealed class TablesHaveOnePrimaryName : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        foreach (var table in source.Tables.Where(table => !table.IsExtended))
        {
            var names = table.Columns.Where(column => column.IsPrimaryName).ToList();
            if (names.Count != 1)
                yield return $"{table.Path}: {names.Count} columns have PrimaryName in their DisplayMask; exactly one must.";

            foreach (var column in names.Where(column => !IsWhole(column.Xml.Element("DisplayMask")!.Value)))
                yield return $"{table.Path}: the DisplayMask of {column.SchemaName} must begin with PrimaryName and end with RequiredForForm.";
        }
    }

    private static bool IsWhole(string mask) =>
        mask.StartsWith("PrimaryName|", StringComparison.Ordinal) && mask.EndsWith("|RequiredForForm", StringComparison.Ordinal);
}
