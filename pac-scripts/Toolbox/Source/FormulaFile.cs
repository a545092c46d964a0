using System.Text;

namespace BuyerPath.Toolbox.Source;

/// <summary>The formulas of a table: all in one file, a line for each column.</summary>
internal static class FormulaFile
{
    /// <summary>Adds a formula among the others in the order of their columns.</summary>
    /// <returns>What the column calls the file: its path in the packed zip.</returns>
    public static string Add(SolutionSource source, TableSource table, string column, string formula)
    {
        var name = $"/Formulas/{table.LogicalName}-FormulaDefinitions.yaml";
        var path = table.Folder + name;
        var lines = source.Has(path) ? Encoding.UTF8.GetString(source.Bytes(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];

        var sorted = lines.Append($"{column.ToLowerInvariant()}: ={formula}").Order(StringComparer.Ordinal);
        source.Replace(path, Encoding.UTF8.GetBytes(string.Concat(sorted.Select(line => line + "\n"))));
        return name;
    }
}
