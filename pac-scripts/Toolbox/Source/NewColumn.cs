namespace BuyerPath.Toolbox.Source;

/// <summary>A column to be added to a table of the solution. A lookup is added by <see cref="NewLookup"/>, for it needs a relationship.</summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="Column">The column; <see cref="Columns"/> makes one.</param>
public sealed record NewColumn(string Table, Column Column)
{
    /// <summary>Writes the column among the others, in the order of their names.</summary>
    /// <exception cref="SourceException">The table does not exist, has such a column already, or the name is not ours.</exception>
    public void AddTo(SolutionSource source)
    {
        var table = source.Table(Table);
        Names.RequireOurs(source, Column.SchemaName);
        if (table.Find(Column.SchemaName) is { } present)
            throw new SourceException($"{table.SchemaName} has a column {present.SchemaName} already.");

        source.Edit(table.Path);
        var formulaFile = Column.Formula is { } formula ? FormulaFile.Add(source, table, Column.SchemaName, formula) : null;
        table.Entity.Element("attributes")!.AddSorted(Column.ToXml(source.Manifest.Version, formulaFile), by: "PhysicalName");
    }
}
