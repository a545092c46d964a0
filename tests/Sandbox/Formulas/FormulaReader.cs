using System.Text;
using BuyerPath.Sandbox.Loading;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Formulas;

/// <summary>Finds the formulas of a table's columns: one file a table, one <c>column: =formula</c> a line.</summary>
internal static class FormulaReader
{
    /// <summary>The table with the formulas of its formula columns.</summary>
    /// <exception cref="InvalidDataException">The file or the column's line is missing.</exception>
    /// <exception cref="UnsupportedException">A formula uses something that the sandbox does not compute.</exception>
    public static Table Complete(Table table, Zip zip)
    {
        var formulas = table.Columns.Values.Where(column => column.FormulaFile is not null)
            .Select(column => column with { Formula = FormulaOf(column, table, zip) })
            .ToDictionary(column => column.LogicalName);
        return formulas.Count == 0 ? table : table with
        {
            Columns = table.Columns.Values.ToDictionary(column => column.LogicalName, column => formulas.GetValueOrDefault(column.LogicalName, column)),
            FormulaColumns = [.. formulas.Values],
        };
    }

    private static Formula FormulaOf(Column column, Table table, Zip zip)
    {
        var where = $"Column '{table.LogicalName}.{column.LogicalName}'";
        var file = zip.Find(column.FormulaFile!) ?? throw new InvalidDataException($"{where}: the zip has no '{column.FormulaFile}'.");
        var start = column.LogicalName + ": =";
        var line = Encoding.UTF8.GetString(file).Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))
            ?? throw new InvalidDataException($"{where}: '{column.FormulaFile}' has no formula of it.");

        var formula = FormulaParser.Parse(line[start.Length..].Trim(), table, where);
        return (column.Type, formula.Kind) is (ColumnType.Decimal, FormulaKind.Number) or (ColumnType.YesNo, FormulaKind.YesNo)
            ? formula
            : throw Unsupported.Feature($"a {column.Type} column with a formula that gives a {formula.Kind}", where);
    }
}
